/**
 * Variables of a prompt: `{{name}}` is asked for, `{{name=default}}` comes filled in, `{{date}}` and `{{time}}` are
 * known. `\{{` is two braces; before `{{` a backslash is written twice. What is no variable stays as it is.
 */
export type PromptPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `fallback` is null where none is given. */
  | { readonly kind: 'variable'; readonly name: string; readonly fallback: string | null };

/** What a person is asked for: each name once, in order. */
export interface PromptQuestion {
  readonly name: string;
  readonly fallback: string;
}

export const builtInNames = ['date', 'time'] as const;
export type BuiltInName = (typeof builtInNames)[number];

/** Name, then a default up to the closing braces. A default that begins another variable is none. */
const variable = /\{\{([^{}=\r\n]{1,100})(?:=((?:(?!\}\}|\{\{)[\s\S])*))?\}\}/y;

export function parsePrompt(body: string): readonly PromptPart[] {
  const parts: PromptPart[] = [];
  let pending = '';
  let at = 0;
  const addText = () => {
    if (pending !== '') parts.push({ kind: 'text', text: pending });
    pending = '';
  };
  while (at < body.length) {
    const braces = body.indexOf('{{', at);
    if (braces < 0) break;
    const slashes = backslashesBefore(body, braces, at);
    pending += body.slice(at, braces - Math.ceil(slashes / 2));
    const found = slashes % 2 === 0 ? variableAt(body, braces) : null;
    if (found !== null) {
      addText();
      parts.push(found.part);
      at = found.end;
    } else if (slashes % 2 === 1) {
      pending += '{{';
      at = braces + 2;
    } else {
      pending += '{';
      at = braces + 1;
    }
  }
  pending += body.slice(at);
  addText();
  return parts;
}

export function questionsOf(parts: readonly PromptPart[]): readonly PromptQuestion[] {
  const questions = new Map<string, string | null>();
  for (const part of parts) {
    if (part.kind === 'text' || isBuiltIn(part)) continue;
    questions.set(part.name, questions.get(part.name) ?? part.fallback);
  }
  return [...questions].map(([name, fallback]) => ({ name, fallback: fallback ?? '' }));
}

/** Of the names that are filled in without a question, those that occur. */
export function builtInsOf(parts: readonly PromptPart[]): readonly BuiltInName[] {
  return builtInNames.filter((name) =>
    parts.some((part) => part.kind === 'variable' && isBuiltIn(part) && part.name === name),
  );
}

/** The text with its variables filled: what has no answer takes its default, else nothing. */
export function fillPrompt(
  parts: readonly PromptPart[],
  answers: ReadonlyMap<string, string>,
  now: Date,
): string {
  const fallbacks = new Map(questionsOf(parts).map(({ name, fallback }) => [name, fallback]));
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (isBuiltIn(part)) return builtIn(part.name, now);
      return answers.get(part.name) ?? fallbacks.get(part.name) ?? '';
    })
    .join('');
}

/** A text as a body that fills to that very text. */
export function escapePrompt(text: string): string {
  return text.replace(/(\\*)\{\{/g, '$1$1\\{{');
}

function variableAt(body: string, at: number): { readonly part: PromptPart; readonly end: number } | null {
  variable.lastIndex = at;
  const match = variable.exec(body);
  const name = match?.[1]?.normalize('NFC').replace(/\s+/gu, ' ').trim() ?? '';
  if (match === null || name === '') return null;
  return { part: { kind: 'variable', name, fallback: match[2] ?? null }, end: variable.lastIndex };
}

function backslashesBefore(body: string, at: number, from: number): number {
  let first = at;
  while (first > from && body[first - 1] === '\\') first -= 1;
  return at - first;
}

/** One with a default is asked for, whatever its name. */
function isBuiltIn(
  part: Extract<PromptPart, { readonly kind: 'variable' }>,
): part is Extract<PromptPart, { readonly kind: 'variable' }> & { readonly name: BuiltInName } {
  return part.fallback === null && (builtInNames as readonly string[]).includes(part.name);
}

/** By the clock of this computer, in the order of ISO 8601. */
function builtIn(name: BuiltInName, now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  switch (name) {
    case 'date':
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    case 'time':
      return `${two(now.getHours())}:${two(now.getMinutes())}`;
  }
}
