import { useEffect } from 'react';
import { useDraftsStore } from '../stores/chat/drafts-store.ts';
import { useEditsStore } from '../stores/chat/edits-store.ts';

/** Saves what is being written before the window is left, hidden or closed. */
export function useSavedDrafts(): void {
  useEffect(() => {
    const flush = () => {
      void useDraftsStore.getState().flush();
      void useEditsStore.getState().flush();
    };
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, []);
}
