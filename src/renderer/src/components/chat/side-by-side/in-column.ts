import { createContext, useContext } from 'react';

export const InColumnContext = createContext(false);

/** Whether an answer stands beside others, so that nobody has to switch between them. */
export function useIsInColumn(): boolean {
  return useContext(InColumnContext);
}
