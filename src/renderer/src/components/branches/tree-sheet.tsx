import { lazy, Suspense } from 'react';
import { text } from '#shared/text/index.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { DialogFrame } from '../controls/dialog-frame.tsx';

const TreeBody = lazy(async () => ({ default: (await import('./tree-body.tsx')).TreeBody }));

/** All branches of the open session, along the side of the window; what is in it is loaded when it opens. */
export function TreeSheet() {
  const isOpen = useViewStore((store) => store.dialog === 'tree');
  const subject = useViewStore((store) => (store.subject?.name === 'tree' ? store.subject : null));
  const closeDialog = useViewStore((store) => store.closeDialog);
  return (
    <DialogFrame title={text.branches.tree.title} isOpen={isOpen} onClose={closeDialog} place="sheet">
      {subject !== null && (
        <Suspense fallback={null}>
          <TreeBody key={subject.sessionId} sessionId={subject.sessionId} />
        </Suspense>
      )}
    </DialogFrame>
  );
}
