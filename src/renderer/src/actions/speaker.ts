import { piecesOf } from '../format/sentences.ts';

/** The part of the system's voice that is used, so that a test can listen. */
export interface Voice {
  speak(text: string, onEnd: () => void, onError: () => void): void;
  cancel(): void;
}

export interface Speaker {
  /** Reads a text from its beginning; what was read before ends. `onEnd` is called once, unless it was stopped. */
  read(text: string, onEnd: (isWhole: boolean) => void): void;
  /** Falls silent; `resume` begins the piece again that was being read. */
  pause(): void;
  resume(): void;
  stop(): void;
}

interface Reading {
  readonly pieces: readonly string[];
  readonly onEnd: (isWhole: boolean) => void;
  /** The piece being read. */
  index: number;
}

/** Chromium stops in the middle of what is longer than about 15 seconds. */
const longestPiece = 180;

/** Reads long texts piece by piece. The system's own pause is left alone: not every voice comes back from it. */
export function createSpeaker(voice: Voice): Speaker {
  let reading: Reading | null = null;
  // Whoever started last; what an earlier reading still reports means nothing.
  let turn = 0;

  function readOn(): void {
    const now = reading;
    if (now === null) return;
    const piece = now.pieces[now.index];
    if (piece === undefined) {
      finish(now, true);
      return;
    }
    const own = turn;
    voice.speak(
      piece,
      () => {
        if (own !== turn) return;
        now.index += 1;
        readOn();
      },
      () => own === turn && finish(now, false),
    );
  }

  function finish({ onEnd }: Reading, isWhole: boolean): void {
    reading = null;
    turn += 1;
    onEnd(isWhole);
  }

  function fallSilent(): void {
    turn += 1;
    voice.cancel();
  }

  return {
    read(text, onEnd) {
      fallSilent();
      reading = { pieces: piecesOf(text, longestPiece), onEnd, index: 0 };
      readOn();
    },
    pause: fallSilent,
    resume: readOn,
    stop() {
      reading = null;
      fallSilent();
    },
  };
}
