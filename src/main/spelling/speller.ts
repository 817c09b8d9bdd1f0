import nspell from 'nspell';

export interface Speller {
  /** Those of `words` that are not spelt right. */
  misspelled(words: readonly string[]): readonly string[];
  suggest(word: string): readonly string[];
  add(word: string): void;
}

const mostSuggestions = 5;
const mostRemembered = 20_000;
/** From so many words on it can be told whether a text is in the language at all. */
const fewestWords = 6;

/** Checks words against a Hunspell dictionary: its affix rules and its words. */
export function createSpeller(aff: string, dic: string): Speller {
  const checker = nspell(aff, dic);
  const known = new Map<string, boolean>();

  function isRight(word: string): boolean {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    const plain = word.replace(/’/g, "'").replace(/^'+|'+$/g, '');
    const right = !isCheckable(plain) || checker.correct(plain);
    if (known.size >= mostRemembered) known.clear();
    known.set(word, right);
    return right;
  }

  return {
    misspelled(words) {
      const distinct = [...new Set(words)];
      const wrong = distinct.filter((word) => !isRight(word));
      // Somebody writes in another language.
      const isForeign = distinct.length >= fewestWords && wrong.length > distinct.length / 2;
      return isForeign ? [] : wrong;
    },
    suggest: (word) => checker.suggest(word.replace(/’/g, "'")).slice(0, mostSuggestions),
    add(word) {
      checker.add(word);
      known.clear();
    },
  };
}

/** Names of code, abbreviations and words in other scripts are nobody's spelling mistakes. */
function isCheckable(word: string): boolean {
  return (
    word.length > 1 &&
    word.length < 60 &&
    /^\p{Lu}?[\p{Ll}']+$/u.test(word) &&
    /^[\p{Script=Latin}']+$/u.test(word)
  );
}
