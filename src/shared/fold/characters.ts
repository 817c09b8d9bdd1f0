/**
 * What a character is to the index. The tables are our own and fixed: an entry can only be taken out of the index
 * with exactly the words it was made of, so these must not change with the Unicode version of the runtime.
 */
export const characterKinds = {
  separator: 0,
  /** Letters and digits of scripts that put spaces between words. */
  word: 1,
  /** Of scripts that do not: Chinese, Japanese, Thai ... Korean too, where particles stick to the words. */
  unspaced: 2,
  /** Accents, vowel points, characters of no width: as if they were not there. */
  ignored: 3,
} as const;
export type CharacterKind = (typeof characterKinds)[keyof typeof characterKinds];

// Ranges of code points in hexadecimal, both ends included.

const separators =
  '80-a9 ab-b1 b4 b6-b8 bb-bf d7 f7 2c2-2c5 2d2-2df 2e5-2eb 2ed 2ef-2ff 37e 384-385 387 3f6 482 55a-55f 589-58f ' +
  '5be 5c0 5c3 5c6 5f3-5f4 600-60f 61b-61f 66a-66d 6d4 6dd-6de 6e9 6fd-6fe 700-70f 964-965 970 e3f e4f e5a-e5b ' +
  'f01-f17 f3a-f3d 104a-104f 10fb 1360-1368 166d-166e 1680 169b-169c 16eb-16ed 17d4-17d6 17d8-17db 1800-180a ' +
  '1fbd 1fbf-1fc1 1fcd-1fcf 1fdd-1fdf 1fed-1fef 1ffd-1ffe 2000-206f 207a-207e 208a-208e 20a0-20cf 2100-2101 ' +
  '2103-2106 2108-2109 2114 2116-2118 211e-2123 2190-245f 249c-24e9 2500-2bff 2ce5-2cea 2cf9-2cff 2e00-2e7f ' +
  '2ff0-3004 3008-3020 3030 3036-3037 303d-3040 30a0 30fb 3190-319f 3200-33ff 4dc0-4dff a490-a4cf a4fe-a4ff ' +
  'a60d-a60f a673 a67e a6f2-a6f7 a700-a721 a828-a82b a874-a877 a8ce-a8cf a8f8-a8fa a92e-a92f a95f a9c1-a9cd ' +
  'aa5c-aa5f aade-aadf abeb d800-f8ff fd3e-fd3f fdfc-fdfd fe10-fe19 fe30-fe6f ff00-ff0f ff1a-ff20 ff3b-ff40 ' +
  'ff5b-ff65 ffe0-ffff 1d000-1d3ff 1f000-1faff e0000-10ffff';

const unspaced =
  'e01-e3a e40-e4e e81-ecf 1000-103f 1050-109f 1100-11ff 1780-17d3 17dc-17dd 2e80-2fdf 3005-3007 3021-3029 ' +
  '3031-3035 3038-303c 3041-3098 309b-309f 30a1-30fa 30fc-318f 31a0-31ff 3400-4dbf 4e00-9fff a960-a97f a9e0-a9ff ' +
  'aa60-aa7f ac00-d7ff f900-faff ff66-ffdc 1b000-1b16f 20000-3fffd';

const ignored =
  'ad 300-36f 483-489 591-5bd 5bf 5c1-5c2 5c4-5c5 5c7 610-61a 640 64b-65f 670 6d6-6dc 6df-6e4 6e7-6e8 6ea-6ed ' +
  '180b-180f 1ab0-1aff 1dc0-1dff 200b-200f 202a-202e 2060-2069 20d0-20ff 3099-309a fe00-fe0f fe20-fe2f feff ' +
  'e0100-e01ef';

const basicPlane = new Uint8Array(0x10000).fill(characterKinds.word);
const beyond: { readonly from: number; readonly to: number; readonly kind: CharacterKind }[] = [];

// The later ones are laid over the earlier ones.
setAll(separators, characterKinds.separator);
setAll(unspaced, characterKinds.unspaced);
setAll(ignored, characterKinds.ignored);
basicPlane.fill(characterKinds.separator, 0, 0x80);
setAll('30-39 41-5a 61-7a', characterKinds.word);

export function kindOf(codePoint: number): CharacterKind {
  if (codePoint < 0x10000) return basicPlane[codePoint] as CharacterKind;
  let kind: CharacterKind = characterKinds.word;
  for (const range of beyond) {
    if (codePoint >= range.from && codePoint <= range.to) kind = range.kind;
  }
  return kind;
}

function setAll(ranges: string, kind: CharacterKind): void {
  for (const range of ranges.split(' ')) {
    const [from = 0, to = from] = range.split('-').map((hex) => Number.parseInt(hex, 16));
    if (from < 0x10000) basicPlane.fill(kind, from, to + 1);
    else beyond.push({ from, to, kind });
  }
}
