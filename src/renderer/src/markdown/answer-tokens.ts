import type { MarkedToken, Token } from 'marked';

/** What marked finds in an answer, and what Parlor's own rules find beside it. */
export type AnswerToken = MarkedToken | MathToken | FootnoteReference | FootnoteDefinition | DetailsToken;

/** A formula in LaTeX, without its marks. */
export interface MathToken {
  readonly type: 'math';
  readonly raw: string;
  readonly text: string;
  /** A line of its own, in large. */
  readonly isDisplay: boolean;
  /** Its end has not come yet. */
  readonly isOpen: boolean;
}

/** `[^label]` in a line of text. */
export interface FootnoteReference {
  readonly type: 'footnoteReference';
  readonly raw: string;
  /** In lower case: labels are compared so. */
  readonly label: string;
}

/** `[^label]: words`, anywhere in the answer. */
export interface FootnoteDefinition {
  readonly type: 'footnoteDefinition';
  readonly raw: string;
  readonly label: string;
  readonly tokens: Token[];
}

/** `<details>`, which folds what it holds. */
export interface DetailsToken {
  readonly type: 'details';
  readonly raw: string;
  /** As it was written: open from the beginning. */
  readonly isUnfolded: boolean;
  readonly summary: Token[];
  readonly tokens: Token[];
}
