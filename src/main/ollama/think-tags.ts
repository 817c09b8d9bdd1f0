import type { ChatPiece } from './interface.ts';

type TextPiece = Extract<ChatPiece, { readonly text: string }>;

const opening = '<think>';
const closing = '</think>';

/**
 * Models older than Ollama's own field for thinking write it into the answer, between <think> and </think> at its very
 * beginning. This leads it to where thinking belongs, whatever the pieces it is cut into. Tags anywhere else are text.
 * What is held back to see whether a tag is coming is given out before the end, and before an error too.
 */
export async function* separateThinking(
  pieces: AsyncIterable<ChatPiece>,
): AsyncGenerator<ChatPiece, void, undefined> {
  const separator = createThinkSeparator();
  try {
    for await (const piece of pieces) {
      if (piece.kind === 'done') yield* separator.end();
      yield* piece.kind === 'content' ? separator.add(piece.text) : passThinking(piece);
    }
  } catch (thrown) {
    yield* separator.end();
    throw thrown;
  }

  /** A server that separates thinking itself leaves nothing to separate. */
  function passThinking(piece: ChatPiece): readonly ChatPiece[] {
    if (piece.kind === 'thinking') separator.giveUp();
    return [piece];
  }
}

interface ThinkSeparator {
  add(text: string): readonly TextPiece[];
  end(): readonly TextPiece[];
  giveUp(): void;
}

function createThinkSeparator(): ThinkSeparator {
  let state: 'before' | 'thinking' | 'after-thinking' | 'content' = 'before';
  let held = '';
  let hasThought = false;

  function give(kind: TextPiece['kind'], text: string): readonly TextPiece[] {
    return text === '' ? [] : [{ kind, text }];
  }

  function add(text: string): readonly TextPiece[] {
    if (state === 'content') return give('content', text);
    held += text;
    if (state === 'before') return begin();
    return state === 'thinking' ? think() : answer();
  }

  function begin(): readonly TextPiece[] {
    const written = held.trimStart();
    if (written.startsWith(opening)) {
      state = 'thinking';
      held = written.slice(opening.length);
      return think();
    }
    if (opening.startsWith(written)) return [];
    return answer();
  }

  function think(): readonly TextPiece[] {
    if (!hasThought) held = held.trimStart();
    const end = held.indexOf(closing);
    if (end >= 0) {
      const thought = held.slice(0, end);
      held = held.slice(end + closing.length);
      state = 'after-thinking';
      return [...give('thinking', thought), ...answer()];
    }
    const isSafeUntil = held.length - partOfClosing(held);
    const thought = held.slice(0, isSafeUntil);
    held = held.slice(isSafeUntil);
    hasThought ||= thought !== '';
    return give('thinking', thought);
  }

  /** The empty lines between thinking and answer belong to neither. */
  function answer(): readonly TextPiece[] {
    const text = state === 'after-thinking' ? held.trimStart() : held;
    if (text === '') {
      held = '';
      return [];
    }
    state = 'content';
    held = '';
    return give('content', text);
  }

  return {
    add,
    end() {
      const kind = state === 'thinking' ? 'thinking' : 'content';
      const text = state === 'after-thinking' ? '' : held;
      held = '';
      return give(kind, text);
    },
    giveUp() {
      if (state === 'before' && held === '') state = 'content';
    },
  };
}

/** How many characters at the end of `text` could be the beginning of the closing tag. */
function partOfClosing(text: string): number {
  for (let length = Math.min(closing.length - 1, text.length); length > 0; length -= 1) {
    if (text.endsWith(closing.slice(0, length))) return length;
  }
  return 0;
}
