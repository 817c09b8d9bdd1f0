/** Part of a growing text; `offset` counts the UTF-16 units before it. */
export interface TextPiece {
  readonly offset: number;
  readonly text: string;
}

/** A text that arrives in pieces: what is known from its beginning on, and pieces that came before their turn. */
export interface LiveText {
  readonly known: string;
  readonly ahead: readonly TextPiece[];
}

export const emptyLiveText: LiveText = { known: '', ahead: [] };

/**
 * Adds a piece. Repeated and overlapping pieces add only what is new; a piece behind a gap waits until the gap is
 * closed. Gives back the same object when nothing is new.
 */
export function addPiece(live: LiveText, piece: TextPiece): LiveText {
  const end = piece.offset + piece.text.length;
  if (end <= live.known.length) return live;
  if (piece.offset > live.known.length) return waitAhead(live, piece);
  return drain({ known: live.known + piece.text.slice(live.known.length - piece.offset), ahead: live.ahead });
}

/** Takes over a text read from main, when it reaches further than what is known. */
export function catchUp(live: LiveText, read: string): LiveText {
  return read.length > live.known.length ? drain({ known: read, ahead: live.ahead }) : live;
}

export function hasGap(live: LiveText): boolean {
  return live.ahead.length > 0;
}

function waitAhead(live: LiveText, piece: TextPiece): LiveText {
  const isWaiting = live.ahead.some(
    (other) =>
      other.offset <= piece.offset && other.offset + other.text.length >= piece.offset + piece.text.length,
  );
  return isWaiting ? live : { known: live.known, ahead: [...live.ahead, piece] };
}

function drain(live: LiveText): LiveText {
  const inOrder = [...live.ahead].sort((one, other) => one.offset - other.offset);
  let known = live.known;
  const ahead: TextPiece[] = [];
  for (const piece of inOrder) {
    if (piece.offset > known.length) ahead.push(piece);
    else known += piece.text.slice(known.length - piece.offset);
  }
  return { known, ahead };
}
