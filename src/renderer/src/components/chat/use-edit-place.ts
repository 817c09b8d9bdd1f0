import { useEffect } from 'react';
import { useEditsStore } from '../../stores/chat/edits-store.ts';

/** A message that is written anew is what one looks at: the view does not hold at the end any more. */
export function useEditPlace(letGo: () => void): void {
  useEffect(
    () =>
      useEditsStore.subscribe(({ focusId }, before) => {
        if (focusId !== null && focusId !== before.focusId) letGo();
      }),
    [letGo],
  );
}
