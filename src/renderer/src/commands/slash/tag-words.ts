import { wordsOf } from './words.ts';

export interface TagWords {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** The tags `/tag` gives and, behind a minus, takes away. A name that begins with a minus is put in quotes. */
export function tagWords(rest: string): TagWords {
  const words = wordsOf(rest, 0);
  const isRemoval = ({ from }: { readonly from: number }) => rest[from] === '-';
  return {
    add: words.filter((word) => !isRemoval(word)).map(({ text }) => text),
    remove: words.filter(isRemoval).map(({ text }) => text.replace(/^-+/u, '')),
  };
}
