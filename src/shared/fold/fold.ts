import { characterKinds, kindOf } from './characters.ts';

const { word, unspaced, ignored, separator } = characterKinds;

/** Letters that people type as plain ones, though Unicode does not take them apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

const folded = new Map<number, string>();
/** Of which most text is made. */
const foldedAscii = Array.from({ length: 0x80 }, (_, code) =>
  kindOf(code) === word ? String.fromCharCode(code).toLowerCase() : '',
);

/** A letter without its case and accents; empty when nothing is left of it. */
export function foldCharacter(codePoint: number): string {
  const known = foldedAscii[codePoint] ?? folded.get(codePoint);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(codePoint);
  const made = kindOf(codePoint) === unspaced ? foldUnspaced(character) : foldLetter(character);
  folded.set(codePoint, made);
  return made;
}

/** Syllables of Korean and voiced Japanese ones stay whole; half-width forms become full-width. */
function foldUnspaced(character: string): string {
  return keep(character.normalize('NFKC'), unspaced);
}

function foldLetter(character: string): string {
  const decomposed = character.toLowerCase().normalize('NFKD').toLowerCase();
  return Array.from(keep(decomposed, word), (letter) => plainLetters[letter] ?? letter).join('');
}

function keep(text: string, kind: number): string {
  return Array.from(text)
    .filter((character) => kindOf(character.codePointAt(0) ?? 0) === kind)
    .join('');
}

/** Letters of Korean and voiced ones of Japanese written as several characters: a syllable, a letter with its sign. */
const pieces =
  /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]|[\u3041-\u30ff][\u3099\u309a]/gu;

/** Such letters are joined, as everybody types them. */
export function composed(text: string): string {
  return /[\u1100-\u11ff\u3099\u309a]/u.test(text)
    ? text.replace(pieces, (written) => written.normalize('NFC'))
    : text;
}

/** For each unit of the composed text where it begins in `original`, and one more for the end; null = at the same place. */
export function placesInComposed(original: string): readonly number[] | null {
  if (composed(original) === original) return null;
  const places: number[] = [];
  let done = 0;
  for (const { 0: written, index } of original.matchAll(pieces)) {
    while (done < index) places.push(done++);
    const { length } = written.normalize('NFC');
    for (let unit = 0; unit < length; unit += 1) places.push(length === written.length ? done + unit : done);
    done += written.length;
  }
  while (done <= original.length) places.push(done++);
  return places;
}

export interface FoldedText {
  readonly text: string;
  /** For each unit of `text`, where in the original the character begins that it came from; one more for the end. */
  readonly origins: readonly number[];
}

/**
 * A text without case and accents, and the way back. Separators become one space when `separators` is 'joined', as
 * the index sees them, and stay as they are when it is 'kept'.
 */
export function foldWithOrigins(original: string, separators: 'joined' | 'kept'): FoldedText {
  let made = '';
  const origins: number[] = [];
  let isAfterSeparator = false;
  for (let index = 0; index < original.length; ) {
    const codePoint = original.codePointAt(index) ?? 0;
    const width = codePoint > 0xffff ? 2 : 1;
    const kind = kindOf(codePoint);
    if (kind === separator) {
      const isShown = separators === 'kept' || !isAfterSeparator;
      if (isShown) add(separators === 'kept' ? original.slice(index, index + width) : ' ', index);
      isAfterSeparator = true;
    } else if (kind !== ignored) {
      add(foldCharacter(codePoint), index);
      isAfterSeparator = false;
    }
    index += width;
  }
  origins.push(original.length);
  return { text: made, origins };

  function add(part: string, origin: number): void {
    made += part;
    for (let unit = 0; unit < part.length; unit += 1) origins.push(origin);
  }
}

/** Only the folded text; separators as in `foldWithOrigins`. */
export function foldText(original: string, separators: 'joined' | 'kept'): string {
  let made = '';
  let isAfterSeparator = false;
  for (let index = 0; index < original.length; ) {
    const codePoint = original.codePointAt(index) ?? 0;
    const width = codePoint > 0xffff ? 2 : 1;
    const kind = kindOf(codePoint);
    if (kind === separator) {
      if (separators === 'kept') made += original.slice(index, index + width);
      else if (!isAfterSeparator) made += ' ';
      isAfterSeparator = true;
    } else if (kind !== ignored) {
      made += foldCharacter(codePoint);
      isAfterSeparator = false;
    }
    index += width;
  }
  return made;
}
