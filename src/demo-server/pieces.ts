const charactersPerPiece = 4;

/** Cuts a text into what stands in for tokens: about four characters each, never inside a code point. */
export function cutIntoPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let length = 0;
  for (const character of text) {
    piece += character;
    length += 1;
    if (length === charactersPerPiece) {
      pieces.push(piece);
      piece = '';
      length = 0;
    }
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}
