import { lazy, Suspense } from 'react';
import { useViewStore } from '../../stores/window/view-store.ts';

const AgainDialog = lazy(async () => ({
  default: (await import('./regenerate/again-dialog.tsx')).AgainDialog,
}));
const ProvenancePane = lazy(async () => ({
  default: (await import('./provenance/provenance-pane.tsx')).ProvenancePane,
}));

/** The dialogs about one answer, loaded when one of them is first opened. */
export function AnswerDialogs() {
  // Still there while it fades.
  const subject = useViewStore((store) => store.subject);
  return (
    <Suspense fallback={null}>
      {subject?.name === 'answer-again' && <AgainDialog subject={subject} />}
      {subject?.name === 'provenance' && <ProvenancePane subject={subject} />}
    </Suspense>
  );
}
