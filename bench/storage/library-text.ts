/** Text as libraries have it: common and rare words, several languages, code; the same for the same seed. */
export interface LibraryText {
  readonly title: () => string;
  readonly question: () => string;
  readonly answer: () => string;
  /** 0 to 1. */
  readonly random: () => number;
}

const longest = 20_000;

export function createLibraryText(seed: number): LibraryText {
  const random = mulberry32(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  /** Rank by Zipf's law: the second word is half as frequent as the first. */
  const zipf = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(items.length ** random()) - 1] as Item;

  const latin = wordsOf(
    30_000,
    ['a', 'e', 'i', 'o', 'u', 'ea', 'ou'],
    ['b', 'c', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'r', 's', 't', 'th', 'st', 'ch', 'v', 'w'],
  );
  const german = wordsOf(
    20_000,
    ['a', 'e', 'i', 'ö', 'ü', 'ä', 'ei'],
    ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'r', 's', 'sch', 'ß', 't', 'w', 'z'],
  );
  const french = wordsOf(
    20_000,
    ['a', 'é', 'è', 'i', 'o', 'ou', 'eau'],
    ['b', 'c', 'ç', 'd', 'f', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v'],
  );
  const han = Array.from({ length: 3_500 }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((index * 5) % 20_000)),
  );
  const kana = Array.from({ length: 80 }, (_, index) => String.fromCodePoint(0x3042 + index));
  const chinese = runsOf(han, 25_000);
  const japanese = runsOf([...kana, ...han.slice(0, 800)], 25_000);
  const code = [
    'function',
    'const',
    'return',
    'await',
    'import',
    'class',
    'if',
    'for',
    'let',
    'new',
    'this',
    'null',
  ];

  function wordsOf(
    count: number,
    vowels: readonly string[],
    consonants: readonly string[],
  ): readonly string[] {
    const words = new Set<string>();
    while (words.size < count) {
      // The commonest words are the shortest.
      const syllables = 1 + Math.floor(Math.log2(words.size + 2) / 5 + random() * 1.5);
      let word = '';
      for (let syllable = 0; syllable < syllables; syllable += 1) {
        word += pick(consonants) + pick(vowels) + (random() < 0.3 ? pick(consonants) : '');
      }
      words.add(word);
    }
    return [...words];
  }

  function spaced(words: readonly string[], length: number): string {
    let text = '';
    while (text.length < length) {
      // Names, numbers and typing errors: words that hardly come twice.
      const word = random() < 0.01 ? zipf(words) + Math.floor(random() * 100_000).toString(36) : zipf(words);
      text += word;
      text += random() < 0.08 ? '. ' : random() < 0.03 ? '\n\n' : ' ';
    }
    return text;
  }

  function unspaced(words: readonly string[], length: number): string {
    let text = '';
    while (text.length < length) text += random() < 0.1 ? '，' : zipf(words);
    return text;
  }

  /** Words of one to three characters, without the spaces between them. */
  function runsOf(characters: readonly string[], count: number): readonly string[] {
    return Array.from({ length: count }, (_, index) =>
      Array.from({ length: index < 200 ? 1 : index < 15_000 ? 2 : 3 }, () => zipf(characters)).join(''),
    );
  }

  function codeBlock(length: number): string {
    let text = '```js\n';
    while (text.length < length) {
      text += `${pick(code)} ${zipf(latin)}${zipf(latin).replace(/^./, (letter) => letter.toUpperCase())}(${zipf(latin)});\n`;
    }
    return `${text}\`\`\`\n`;
  }

  /** Lengths of chat messages are spread like a log-normal distribution: many short ones and a long tail. */
  function lengthAround(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.min(longest, Math.ceil(median * Math.exp(spread * normal)));
  }

  function prose(length: number): string {
    const language = random();
    if (language < 0.66) return spaced(latin, length);
    if (language < 0.76) return spaced(german, length);
    if (language < 0.84) return spaced(french, length);
    // As much is said in a third of the characters.
    if (language < 0.94) return unspaced(chinese, length / 3);
    return unspaced(japanese, length / 2);
  }

  return {
    random,
    title: () => prose(lengthAround(28, 0.4)).slice(0, 80).trim(),
    question: () => prose(lengthAround(90, 1)),
    answer: () => {
      const length = lengthAround(340, 0.9);
      return random() < 0.2 ? `${prose(length / 2)}\n${codeBlock(length / 2)}` : prose(length);
    },
  };
}

/** A small random number generator with a seed (Tommy Ettinger's Mulberry32, public domain). */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
