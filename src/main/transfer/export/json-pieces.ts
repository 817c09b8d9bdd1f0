/** Stands in a value for what is read only when its turn to be written comes. */
export class Later {
  readonly read: () => unknown;

  constructor(read: () => unknown) {
    this.read = read;
  }
}

/** Stands for bytes, written as a text in Base64. */
export class Base64 {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** Three bytes are four characters, so that runs of a multiple of three can be put together. */
const bytesAtOnce = 3 * 65_536;
const charactersAtOnce = 65_536;

/**
 * The text that `JSON.stringify(value, null, 2)` gives, in pieces: a value larger than the longest string there is can be
 * written, and only what is being written needs to be in memory.
 */
export function* jsonPieces(value: unknown, indent = ''): Generator<string> {
  if (value instanceof Later) yield* jsonPieces(value.read(), indent);
  else if (value instanceof Base64) yield* base64Pieces(value.bytes);
  else if (typeof value === 'string') yield* textPieces(value);
  else if (!needsPieces(value)) yield indented(value, indent);
  else if (Array.isArray(value)) yield* arrayPieces(value, indent);
  else yield* objectPieces(value, indent);
}

/** In larger pieces, because each is one call of the system. */
export function* inLargePieces(pieces: Iterable<string>): Generator<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < charactersAtOnce) continue;
    yield waiting.join('');
    waiting = [];
    length = 0;
  }
  yield waiting.join('');
}

function needsPieces(value: unknown): value is object {
  if (typeof value === 'string') return value.length > charactersAtOnce;
  if (typeof value !== 'object' || value === null) return false;
  return value instanceof Later || value instanceof Base64 || Object.values(value).some(needsPieces);
}

/** In JSON a line break stands between values only, never inside a text. */
function indented(value: unknown, indent: string): string {
  return (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${indent}`);
}

function* arrayPieces(array: readonly unknown[], indent: string): Generator<string> {
  for (const [index, item] of array.entries()) {
    yield `${index === 0 ? '[' : ','}\n${indent}  `;
    yield* jsonPieces(item, `${indent}  `);
  }
  yield `\n${indent}]`;
}

function* objectPieces(object: object, indent: string): Generator<string> {
  let isFirst = true;
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    yield `${isFirst ? '{' : ','}\n${indent}  ${JSON.stringify(name)}: `;
    yield* jsonPieces(value, `${indent}  `);
    isFirst = false;
  }
  yield `\n${indent}}`;
}

function* base64Pieces(bytes: Uint8Array): Generator<string> {
  yield '"';
  for (let from = 0; from < bytes.byteLength; from += bytesAtOnce) {
    const length = Math.min(bytesAtOnce, bytes.byteLength - from);
    yield Buffer.from(bytes.buffer, bytes.byteOffset + from, length).toString('base64');
  }
  yield '"';
}

function* textPieces(text: string): Generator<string> {
  yield '"';
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + charactersAtOnce, text.length);
    // Half of a surrogate pair is written in another way than the pair.
    if (/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(to - 1, to + 1))) to += 1;
    yield JSON.stringify(text.slice(from, to)).slice(1, -1);
    from = to;
  }
  yield '"';
}
