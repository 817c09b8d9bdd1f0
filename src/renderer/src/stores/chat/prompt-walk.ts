/** A walk through what was sent. The draft waits untouched below its newest text. */
export interface PromptWalk {
  /** Newest first. */
  readonly texts: readonly string[];
  /** Where reading goes on: null from the newest on, `end` when everything was read. */
  readonly next: number | null | 'end';
  /** -1 = the draft. */
  readonly at: number;
}

/** A walk that begins with texts that never were sent but should not be lost. */
export function walkFrom(texts: readonly string[]): PromptWalk {
  return { texts, next: null, at: -1 };
}

/** More of what was sent; the same text twice in a row is one. */
export function withOlder(walk: PromptWalk, older: readonly string[], next: number | null): PromptWalk {
  const texts = [...walk.texts];
  for (const text of older) if (texts.at(-1) !== text) texts.push(text);
  return { ...walk, texts, next: next ?? 'end' };
}

/** Whether the next older text has to be read first. */
export function needsOlder(walk: PromptWalk): boolean {
  return walk.at + 1 >= walk.texts.length && walk.next !== 'end';
}

/** One step further back, or where it is when there is nothing older. */
export function stepOlder(walk: PromptWalk): PromptWalk {
  return { ...walk, at: Math.min(walk.at + 1, walk.texts.length - 1) };
}

/** One step nearer to the draft; null when that is reached. */
export function stepNewer(walk: PromptWalk): PromptWalk | null {
  return walk.at <= 0 ? null : { ...walk, at: walk.at - 1 };
}
