import { useState } from 'react';
import { type Footnotes, footnoteNumbers } from './footnotes.ts';

/** The number of each note by its label; the same object for as long as the numbers are the same. */
export function useFootnoteNumbers(footnotes: Footnotes, isStreaming: boolean): ReadonlyMap<string, number> {
  const [memory] = useState(() => ({ numbers: new Map<string, number>() as ReadonlyMap<string, number> }));
  const numbers = footnoteNumbers(footnotes, isStreaming);
  if (!isSame(memory.numbers, numbers)) memory.numbers = numbers;
  return memory.numbers;
}

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([label, number]) => other.get(label) === number);
}
