/** Code units of CJK text that stand for words or syllables: ideographs, kana, Hangul syllables, full-width forms. */
const wide = (unit: number) =>
  (unit >= 0x2e80 && unit <= 0x9fff) ||
  (unit >= 0xac00 && unit <= 0xd7a3) ||
  (unit >= 0xf900 && unit <= 0xfaff) ||
  (unit >= 0xff00 && unit <= 0xffef);

type Run = 'none' | 'letters' | 'digits' | 'space' | 'other-letters';

/**
 * About how many tokens a model sees in `text`, by the habits that the byte-pair vocabularies of current models share.
 * Rough: measured against o200k_base within a quarter for prose and code, more often above than below, as the
 * vocabularies of local models are smaller. Never a count. One pass over the code units.
 *
 *     Latin letters   a word of up to 6 letters is one token, and every further 5 letters another
 *     other letters   (Greek, Cyrillic, Arabic, accented ...) one token for every 2.5
 *     CJK             three tokens for every 4 characters
 *     digits          one token for every 3
 *     white space     a single blank belongs to the word after it; a longer run or a line break is one token
 *     anything else   (punctuation, marks) 0.65 tokens each, as some come in pairs; half a surrogate pair is one
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  let run: Run = 'none';
  let length = 0;

  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const kind = kindOf(unit);
    if (kind === run && kind !== 'none') {
      length += 1;
      continue;
    }
    tokens += tokensOfRun(run, length, text.charCodeAt(index - 1));
    run = kind;
    length = 1;
    if (kind === 'none') tokens += wide(unit) ? 0.75 : isSurrogate(unit) ? 1 : 0.65;
  }
  return Math.ceil(tokens + tokensOfRun(run, length, text.charCodeAt(text.length - 1)));
}

function kindOf(unit: number): Run {
  if ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)) return 'letters';
  if (unit === 32 || (unit >= 9 && unit <= 13)) return 'space';
  if (unit >= 48 && unit <= 57) return 'digits';
  return unit >= 0xc0 && unit < 0x2000 ? 'other-letters' : 'none';
}

function tokensOfRun(run: Run, length: number, last: number): number {
  if (run === 'letters') return 1 + Math.max(0, Math.ceil((length - 6) / 5));
  if (run === 'other-letters') return length / 2.5;
  if (run === 'digits') return Math.ceil(length / 3);
  if (run === 'space') return length === 1 && last === 32 ? 0 : 1;
  return 0;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/**
 * About how many tokens a picture of that size takes: one for every square of 28 pixels, as with Qwen-VL and its
 * relatives, which is the most that common models take. Very rough: others always take the same, from 64 to 2,880.
 */
export function estimatePictureTokens(width: number, height: number): number {
  return Math.max(1, Math.ceil(width / 28)) * Math.max(1, Math.ceil(height / 28));
}
