/** Code units 0x80 to 0x9F of Windows-1252, by the WHATWG Encoding Standard. */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** More control characters than this share of the first bytes, and a file is no text. */
const controlLimit = 0.002;
const lookedAt = 1_000_000;

/**
 * The text of a file that is Unicode: UTF-16 or UTF-8 with a byte order mark, or UTF-8 without. The mark is taken off,
 * line ends stay as they are. Null for anything else.
 */
export function decodeUnicode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  return decoded(bytes, 'utf-8');
}

/** The text in the encoding that files without Unicode mostly have; null for what is no text in it either. */
export function decodeWindows1252(bytes: Uint8Array): string | null {
  if (!looksWritten(bytes)) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(
    /[\x80-\x9f]/g,
    (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character,
  );
}

function decoded(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return isWritten(text) ? text : null;
  } catch {
    return null;
  }
}

function isWritten(text: string): boolean {
  const beginning = text.slice(0, lookedAt);
  let controls = 0;
  for (let index = 0; index < beginning.length; index++) {
    const unit = beginning.charCodeAt(index);
    if (unit === 0) return false;
    if (isControl(unit)) controls += 1;
  }
  return controls <= beginning.length * controlLimit;
}

function looksWritten(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, lookedAt);
  let controls = 0;
  for (const byte of beginning) {
    if (byte === 0) return false;
    if (isControl(byte)) controls += 1;
  }
  return controls <= beginning.length * controlLimit;
}

/** Not tab, line ends, form feed, or escape, which logs colour their lines with. */
function isControl(unit: number): boolean {
  return (unit < 32 && !(unit >= 9 && unit <= 13) && unit !== 27) || unit === 127;
}
