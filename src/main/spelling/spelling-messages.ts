/** What goes to the thread that checks spelling. */
export type SpellingRequest = { readonly id: number } & (
  | { readonly kind: 'check'; readonly words: readonly string[] }
  | { readonly kind: 'suggest'; readonly word: string }
  | { readonly kind: 'add'; readonly words: readonly string[] }
);

export interface SpellingAnswer {
  readonly id: number;
  readonly words: readonly string[];
}
