import { isCommandLine } from './command-line.ts';
import {
  definitionOf,
  isSlashName,
  optionStart,
  type SlashDefinition,
  type SlashName,
  type SlashSource,
} from './table.ts';
import { quoted, wordsOf } from './words.ts';

/** What is being written where the caret is, and the place it has in the draft. */
export type Completion = { readonly from: number; readonly to: number; readonly written: string } & (
  | { readonly kind: 'command' }
  | {
      readonly kind: 'argument';
      readonly command: SlashName;
      readonly source: SlashSource;
      /** A minus stands before it: what is there is taken away. */
      readonly isRemoval: boolean;
    }
  | { readonly kind: 'option'; readonly command: SlashName; readonly options: readonly string[] }
  | {
      readonly kind: 'value';
      readonly command: SlashName;
      readonly option: string;
      readonly values: readonly string[];
    }
);

/** A longer line is no command being written. */
const longestLine = 2_000;

/** What can be completed at the caret; null when nothing can. */
export function completionAt(draft: string, caret: number): Completion | null {
  if (draft.length > longestLine || (draft !== '/' && !isCommandLine(draft))) return null;
  const nameEnd = /^\/\S*/u.exec(draft)?.[0].length ?? 1;
  if (caret === 0) return null;
  if (caret <= nameEnd) {
    const written = draft.slice(1, nameEnd);
    return /^[a-z]*$/i.test(written) ? { kind: 'command', from: 1, to: nameEnd, written } : null;
  }
  const name = draft.slice(1, nameEnd).toLowerCase();
  return isSlashName(name) ? argumentAt(name, definitionOf(name), draft, nameEnd, caret) : null;
}

function argumentAt(
  command: SlashName,
  { argument, source, options }: SlashDefinition,
  draft: string,
  from: number,
  caret: number,
): Completion | null {
  if (argument === 'name' && source !== undefined) {
    const begins = from + (/^\s*/u.exec(draft.slice(from))?.[0].length ?? 0);
    const written = draft.slice(begins).replace(/"/g, '').trim();
    return { kind: 'argument', command, source, from: begins, to: draft.length, written, isRemoval: false };
  }
  const word = wordsOf(draft, from).find((each) => each.from < caret && caret <= each.to) ?? {
    text: '',
    from: caret,
    to: caret,
  };
  const place = { from: word.from, to: word.to, command };
  if (source !== undefined) {
    const isRemoval = draft[word.from] === '-';
    const from = isRemoval ? word.from + 1 : word.from;
    const written = isRemoval ? word.text.slice(1) : word.text;
    return { kind: 'argument', source, written, isRemoval, ...place, from };
  }
  return options === undefined ? null : optionAt(options, word.text, place);
}

function optionAt(
  options: NonNullable<SlashDefinition['options']>,
  written: string,
  place: { readonly from: number; readonly to: number; readonly command: SlashName },
): Completion | null {
  const [key = '', value] = written.replace(/^--?/, '').split('=', 2);
  if (value === undefined) {
    return { kind: 'option', written: key, options: Object.keys(options), ...place };
  }
  const values = options[key];
  return values ? { kind: 'value', option: key, values, written: value, ...place } : null;
}

export interface EditedDraft {
  readonly text: string;
  readonly caret: number;
}

/** The draft with what was chosen in the place of what was being written. */
export function withChoice(draft: string, completion: Completion, value: string): EditedDraft {
  const before = draft.slice(0, completion.from);
  const after = draft.slice(completion.to).trimStart();
  const put = `${insertedFor(completion, value)}`;
  return { text: before + put + after, caret: before.length + put.length };
}

function insertedFor(completion: Completion, value: string): string {
  switch (completion.kind) {
    case 'command':
      return isSlashName(value) && takesSomething(definitionOf(value)) ? `${value} ` : value;
    case 'argument':
      // A single name is the rest of the line and needs no quotes; several are parted by spaces.
      return definitionOf(completion.command).argument === 'names' ? `${quoted(value)} ` : asRest(value);
    case 'option':
      return optionStart(definitionOf(completion.command), value);
    case 'value':
      return `--${completion.option}=${quoted(value)} `;
  }
}

/** The rest of a line that begins with a quote is read as quoted, so such a name has to be. */
function asRest(value: string): string {
  return value.startsWith('"') || value !== value.trim() ? quoted(value) : value;
}

function takesSomething({ argument, options }: SlashDefinition): boolean {
  return argument !== 'none' || options !== undefined;
}
