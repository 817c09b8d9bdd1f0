import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { attempt } from '../../../actions/attempt.ts';
import { usePromptWalkStore, walkedText } from '../../../stores/chat/prompt-walk-store.ts';
import { isOnFirstLine, isOnLastLine } from './caret-lines.ts';

export interface PromptWalking {
  /** What is shown instead of the draft, if anything. */
  readonly walked: string | undefined;
  /** True when the key was a step of the walk. */
  handleKey(event: KeyboardEvent<HTMLTextAreaElement>): boolean;
}

/** Up and Down walk through what was sent, as in a shell. */
export function usePromptWalk(
  sessionId: SessionId,
  draft: string,
  field: RefObject<HTMLTextAreaElement | null>,
): PromptWalking {
  const walked = usePromptWalkStore((store) => walkedText(store, sessionId));
  const direction = useRef<'older' | 'newer'>('older');

  // At the end of the first line, where Up goes on; coming back at the very end, where Down does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret follows another text
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || document.activeElement !== element) return;
    const firstBreak = element.value.indexOf('\n');
    const isBack = walked === undefined || direction.current === 'newer' || firstBreak < 0;
    const caret = isBack ? element.value.length : firstBreak;
    if (walked !== undefined || direction.current === 'newer') element.setSelectionRange(caret, caret);
  }, [walked]);

  // Something else wrote into the draft, and that is to be seen.
  const draftBefore = useRef(draft);
  useEffect(() => {
    if (draftBefore.current !== draft) usePromptWalkStore.getState().leave(sessionId);
    draftBefore.current = draft;
  }, [draft, sessionId]);

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
    const { older, newer, walks } = usePromptWalkStore.getState();
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    if (event.nativeEvent.isComposing) return false;
    if (event.key === 'ArrowUp' && isOnFirstLine(event.currentTarget)) {
      direction.current = 'older';
      attempt(() => older(sessionId));
      return true;
    }
    if (event.key === 'ArrowDown' && walks[sessionId] !== undefined && isOnLastLine(event.currentTarget)) {
      direction.current = 'newer';
      newer(sessionId);
      return true;
    }
    return false;
  }

  return { walked, handleKey };
}
