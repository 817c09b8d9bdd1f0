/** One token is about four characters. */
export const charactersPerToken = 4;

export type AnswerKind = 'mixed' | 'code' | 'paragraph' | 'list';

/** An answer of about so many tokens, the same for the same seed. */
export function writeAnswer(kind: AnswerKind, tokens: number, seed: number): string {
  const words = createWords(seed);
  const length = tokens * charactersPerToken;
  switch (kind) {
    case 'mixed':
      return fill(length, (place) => mixedPart(words, place), '\n\n');
    case 'code':
      return `\`\`\`python\n${fill(length, () => codeLine(words), '\n')}\n\`\`\`\n`;
    case 'paragraph':
      return fill(length, () => words.sentence(), ' ');
    case 'list':
      return fill(length, () => `- ${words.sentence()}`, '\n');
  }
}

function fill(length: number, part: (place: number) => string, between: string): string {
  const parts: string[] = [];
  for (let written = 0, place = 0; written < length; place += 1) {
    const next = part(place);
    parts.push(next);
    written += next.length + between.length;
  }
  return parts.join(between);
}

type Words = ReturnType<typeof createWords>;

/** Prose, code, tables, lists and formulas by turns, as answers to technical questions have them. */
function mixedPart(words: Words, place: number): string {
  switch (place % 9) {
    case 0:
      return `## ${words.some(4)}`;
    case 1:
    case 2:
      return words.paragraph();
    case 3:
      return lines(3 + words.below(5), () => `- **${words.some(2)}**: ${words.sentence()}`);
    case 4:
      return `\`\`\`python\n${lines(6 + words.below(30), () => codeLine(words))}\n\`\`\``;
    case 5:
      return `${words.paragraph()} Let $x_${place} = \\frac{a}{${place + 1}}$ and $y^2$.`;
    case 6:
      return `| ${words.some(1)} | ${words.some(1)} | ${words.some(2)} |\n|---|:-:|--:|\n${lines(
        4 + words.below(6),
        () => `| ${words.some(2)} | \`${words.some(1)}\` | ${words.below(1000)} |`,
      )}`;
    case 7:
      return `$$\n\\sum_{i=0}^{${place}} a_i \\cdot \\sqrt{${words.below(99)}}\n$$\n\n> ${words.sentence()}`;
    default:
      return lines(
        4,
        (line) => `${line + 1}. ${words.sentence()}\n   - [${line % 2 ? 'x' : ' '}] ${words.some(5)}`,
      );
  }
}

function codeLine(words: Words): string {
  const [one, two] = [words.some(1), words.some(1)];
  switch (words.below(6)) {
    case 0:
      return `def ${one}_${two}(${one}, ${two}=None):`;
    case 1:
      return `    # ${words.some(6)}`;
    case 2:
      return `    return [${one} for ${one} in range(${words.below(100)}) if ${one} != "${two}"]`;
    case 3:
      return `    if ${one} is None and len(${two}) > ${words.below(50)}:`;
    case 4:
      return '';
    default:
      return `    ${one} = ${two}.get("${one}", ${words.below(10)}) + ${words.below(1000)}`;
  }
}

function lines(count: number, line: (place: number) => string): string {
  return Array.from({ length: count }, (_, place) => line(place)).join('\n');
}

function createWords(seed: number) {
  let state = seed >>> 0;
  /** mulberry32, a small generator with an even spread. */
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(random() * limit);
  const word = () => Array.from({ length: 1 + below(4) }, () => syllables[below(syllables.length)]).join('');
  const some = (count: number) => Array.from({ length: count }, word).join(' ');
  const decorated = () => {
    const dice = below(20);
    if (dice === 0) return `**${some(2)}**`;
    if (dice === 1) return `\`${word()}\``;
    if (dice === 2) return `*${word()}*`;
    if (dice === 3 && below(3) === 0) return `[${word()}](https://example.org/${word()})`;
    return word();
  };
  const sentence = () => `${Array.from({ length: 6 + below(12) }, decorated).join(' ')}.`;
  const paragraph = () => Array.from({ length: 2 + below(4) }, sentence).join(' ');
  return { below, some, sentence, paragraph };
}

const syllables =
  'al be con da el for gen hi in ka lor men na or per qui ra sen ta un ver wa xi yo zen'.split(' ');
