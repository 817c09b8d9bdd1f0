/** One way of showing an answer that grows. */
export interface View {
  /** Puts the text so far on the page before it returns. */
  readonly show: (text: string, isStreaming: boolean) => void;
  /** Renderings of blocks that were finished before; undefined where nobody can count them. */
  readonly finishedAgain?: () => number;
  readonly remove: () => void;
}
