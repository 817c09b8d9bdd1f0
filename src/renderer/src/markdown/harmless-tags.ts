import type { AnswerToken } from './answer-tokens.ts';

/** Tags that only change how words look. Written without attributes they become elements; all others stay text. */
const names = ['sub', 'sup', 'kbd', 'mark', 'u', 's', 'small', 'ins', 'b', 'i', 'em', 'strong', 'q'] as const;
export type HarmlessTag = (typeof names)[number];

const known: ReadonlySet<string> = new Set(names);

export type InlinePart = AnswerToken | HarmlessElement;

export interface HarmlessElement {
  readonly type: 'element';
  readonly tag: HarmlessTag;
  readonly parts: readonly InlinePart[];
}

/** The name of a harmless tag, with a slash before that of a closing one. */
export function readTag(
  html: string,
): { readonly tag: HarmlessTag; readonly isClosing: boolean } | undefined {
  const match = /^<(\/?)([a-z]+)>$/i.exec(html);
  const name = match?.[2]?.toLowerCase();
  return isHarmless(name) ? { tag: name, isClosing: match?.[1] === '/' } : undefined;
}

function isHarmless(name: string | undefined): name is HarmlessTag {
  return name !== undefined && known.has(name);
}

interface Level {
  readonly opening: AnswerToken | undefined;
  readonly tag: HarmlessTag | undefined;
  readonly parts: InlinePart[];
}

/** Puts what stands between two harmless tags into an element. A tag without its partner stays as it is. */
export function nestHarmlessTags(tokens: readonly AnswerToken[]): readonly InlinePart[] {
  if (!tokens.some((token) => token.type === 'html')) return tokens;
  const levels: Level[] = [{ opening: undefined, tag: undefined, parts: [] }];
  for (const token of tokens) {
    const read = token.type === 'html' ? readTag(token.raw) : undefined;
    if (read === undefined) levels.at(-1)?.parts.push(token);
    else if (!read.isClosing) levels.push({ opening: token, tag: read.tag, parts: [] });
    else if (levels.some((level) => level.tag === read.tag)) close(levels, read.tag);
    else levels.at(-1)?.parts.push(token);
  }
  while (levels.length > 1) unwrap(levels);
  return levels[0]?.parts ?? [];
}

function close(levels: Level[], tag: HarmlessTag): void {
  while (levels.at(-1)?.tag !== tag) unwrap(levels);
  const level = levels.pop();
  levels.at(-1)?.parts.push({ type: 'element', tag, parts: level?.parts ?? [] });
}

function unwrap(levels: Level[]): void {
  const level = levels.pop();
  if (level?.opening !== undefined) levels.at(-1)?.parts.push(level.opening, ...level.parts);
}
