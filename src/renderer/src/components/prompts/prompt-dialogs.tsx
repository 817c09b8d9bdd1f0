import { lazy, Suspense } from 'react';
import { useViewStore } from '../../stores/window/view-store.ts';

const PromptsDialog = lazy(async () => ({ default: (await import('./prompts-dialog.tsx')).PromptsDialog }));
const FillDialog = lazy(async () => ({ default: (await import('./fill-dialog.tsx')).FillDialog }));

/** The dialogs of the prompt library, loaded when one of them is first opened. */
export function PromptDialogs() {
  // Still there while it fades.
  const subject = useViewStore((store) => store.subject);
  return (
    <Suspense fallback={null}>
      {subject?.name === 'prompts' && <PromptsDialog />}
      {subject?.name === 'fill-prompt' && <FillDialog subject={subject} />}
    </Suspense>
  );
}
