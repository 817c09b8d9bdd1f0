import { randomBytes } from 'node:crypto';

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
/** Longer texts are taken out before the rest is parsed. */
const longestInside = 1_000_000;

/**
 * The value of a JSON text in UTF-8, which may be longer than the longest string there is: its long texts, such as files in Base64,
 * are parsed one by one, and what is left of it as a whole. Throws what `JSON.parse` and `TextDecoder` throw.
 */
export function parseLargeJson(bytes: Uint8Array): unknown {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const literals: Uint8Array[] = [];
  // Nobody who writes a file can know it.
  const mark = randomBytes(16).toString('hex');
  const pieces: string[] = [];
  let from = 0;
  for (const [start, end] of longLiterals(bytes)) {
    pieces.push(decoder.decode(bytes.subarray(from, start)), `"${mark}${literals.length}"`);
    literals.push(bytes.subarray(start, end));
    from = end;
  }
  pieces.push(decoder.decode(bytes.subarray(from)));
  const value: unknown = JSON.parse(pieces.join(''));
  if (literals.length === 0) return value;
  return restored(value, mark, (index) => JSON.parse(decoder.decode(literals[index])));
}

/** From the quote to behind the other one. What is wrong with the text is found by whoever parses it. */
function* longLiterals(bytes: Uint8Array): Generator<readonly [start: number, end: number]> {
  let start = bytes.indexOf(quote);
  while (start !== -1) {
    let end = bytes.indexOf(quote, start + 1);
    while (end !== -1 && isEscaped(bytes, end)) end = bytes.indexOf(quote, end + 1);
    if (end === -1) return;
    // The name of a field stays: only values are put back.
    if (end - start > longestInside && !isBeforeColon(bytes, end + 1)) yield [start, end + 1];
    start = bytes.indexOf(quote, end + 1);
  }
}

function isBeforeColon(bytes: Uint8Array, at: number): boolean {
  let next = at;
  while ([0x20, 0x09, 0x0a, 0x0d].includes(bytes[next] ?? 0)) next += 1;
  return bytes[next] === colon;
}

/** Behind an odd number of backslashes. */
function isEscaped(bytes: Uint8Array, at: number): boolean {
  let first = at;
  while (bytes[first - 1] === backslash) first -= 1;
  return (at - first) % 2 === 1;
}

function restored(value: unknown, mark: string, literal: (index: number) => unknown): unknown {
  if (typeof value === 'string') {
    return value.startsWith(mark) ? literal(Number(value.slice(mark.length))) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields)) fields[name] = restored(fields[name], mark, literal);
  return fields;
}
