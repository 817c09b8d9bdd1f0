import { useState } from 'react';
import { nothingShown, type ShownAnswer, showAnswer } from './shown-answer.ts';

/** What is on the page of a text that may grow from render to render. */
export function useShownAnswer(text: string, isStreaming: boolean): ShownAnswer {
  // A memory of the last result, not state: the same text always gives equal blocks, so writing it in render is safe.
  const [memory] = useState(() => ({ shown: nothingShown }));
  memory.shown = showAnswer(memory.shown, text, isStreaming);
  return memory.shown;
}
