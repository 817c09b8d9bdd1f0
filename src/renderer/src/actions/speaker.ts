import { piecesOf } from '../format/sentences.ts';

/** The part of the system's voice that is used, so that a test can listen. */
export interface Voice {
  speak(text: string, onEnd: () => void, onError: () => void): void;
  cancel(): void;
}

export interface Speaker {
  /** Reads a text from its beginning; what was read before ends. `onEnd` is called once, unless it was stopped. */
  read(text: string, onEnd: (isWhole: boolean) => void): void;
  stop(): void;
}

/** Chromium stops in the middle of what is longer than about 15 seconds. */
const longestPiece = 180;

/** Reads long texts piece by piece. */
export function createSpeaker(voice: Voice): Speaker {
  // Whoever started last; what an earlier reading still reports means nothing.
  let reading = 0;

  function readFrom(
    pieces: readonly string[],
    index: number,
    own: number,
    onEnd: (isWhole: boolean) => void,
  ): void {
    const piece = pieces[index];
    if (piece === undefined) {
      onEnd(true);
      return;
    }
    voice.speak(
      piece,
      () => own === reading && readFrom(pieces, index + 1, own, onEnd),
      () => own === reading && onEnd(false),
    );
  }

  function stop(): void {
    reading += 1;
    voice.cancel();
  }

  return {
    read(text, onEnd) {
      stop();
      readFrom(piecesOf(text, longestPiece), 0, reading, onEnd);
    },
    stop,
  };
}
