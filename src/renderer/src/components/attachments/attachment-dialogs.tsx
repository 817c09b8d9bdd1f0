import { lazy, Suspense, useRef } from 'react';
import { type DialogName, useViewStore } from '../../stores/window/view-store.ts';

const Viewer = lazy(async () => ({ default: (await import('./viewer-dialog.tsx')).ViewerDialog }));
const Folder = lazy(async () => ({ default: (await import('./folder-dialog.tsx')).FolderDialog }));

/** The dialogs about attachments, each loaded when it is first opened. */
export function AttachmentDialogs() {
  const hasViewer = useWasOpened('attachment');
  const hasFolder = useWasOpened('attach-folder');
  return (
    <Suspense fallback={null}>
      {hasViewer && <Viewer />}
      {hasFolder && <Folder />}
    </Suspense>
  );
}

/** Stays true, so that a dialog is there while it closes. */
function useWasOpened(name: DialogName): boolean {
  const isOpen = useViewStore((store) => store.dialog === name);
  const wasOpened = useRef(false);
  wasOpened.current ||= isOpen;
  return wasOpened.current;
}
