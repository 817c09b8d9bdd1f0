import { useEffect, useRef } from 'react';

/** Calls the latest `save` when the component goes away: a dialog may close without its field being left. */
export function useSaveWhenGone(save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => () => latest.current(), []);
}
