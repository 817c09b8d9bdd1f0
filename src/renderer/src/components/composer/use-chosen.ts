import { useState } from 'react';

/** What is being chosen: fewer than two are nothing to keep, but still to be seen while one chooses. */
export function useChosen(
  begin: readonly string[],
  keep: (models: readonly string[]) => void,
): { readonly chosen: readonly string[]; readonly change: (models: readonly string[]) => void } {
  const [chosen, setChosen] = useState(begin);
  function change(models: readonly string[]): void {
    setChosen(models);
    keep(models);
  }
  return { chosen, change };
}
