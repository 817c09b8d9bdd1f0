import { lazy, Suspense } from 'react';
import { text } from '#shared/text/index.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { DialogFrame } from '../controls/dialog-frame.tsx';

const DiffBody = lazy(async () => ({ default: (await import('./diff-body.tsx')).DiffBody }));

/** Two versions of a message, with what is different marked; what is in it is loaded when it opens. */
export function DiffDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'compare');
  const subject = useViewStore((store) => (store.subject?.name === 'compare' ? store.subject : null));
  const closeDialog = useViewStore((store) => store.closeDialog);
  return (
    <DialogFrame title={text.branches.diff.title} isOpen={isOpen} onClose={closeDialog} size="wide" isText>
      {isOpen && subject !== null && (
        <Suspense fallback={null}>
          <DiffBody key={subject.messageId} {...subject} />
        </Suspense>
      )}
    </DialogFrame>
  );
}
