import { isCommandLine } from './command-line.ts';
import { definitionOf, isSlashName, type SlashDefinition, type SlashName, slashNames } from './table.ts';
import { quoted, wordsOf } from './words.ts';

export interface SlashCommand {
  readonly name: SlashName;
  /** Everything behind the name, without white space around it. */
  readonly rest: string;
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string>>;
}

export type SlashProblem =
  | { readonly kind: 'unknown-command'; readonly name: string; readonly nearest: string | null }
  | {
      readonly kind: 'unknown-option';
      readonly name: SlashName;
      readonly option: string;
      readonly nearest: string | null;
    }
  | { readonly kind: 'no-value'; readonly option: string; readonly values: readonly string[] | null }
  | { readonly kind: 'needs-no-value'; readonly option: string }
  | { readonly kind: 'wrong-value'; readonly option: string; readonly values: readonly string[] }
  | { readonly kind: 'takes-nothing'; readonly name: SlashName; readonly found: string }
  | { readonly kind: 'needs-argument'; readonly name: SlashName }
  | { readonly kind: 'open-quote' };

export type ParsedDraft =
  /** A message as any other. */
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'command'; readonly command: SlashCommand }
  | { readonly kind: 'problem'; readonly problem: SlashProblem };

/** What a draft says when it is sent. */
export function parseDraft(draft: string): ParsedDraft {
  if (!isCommandLine(draft))
    return { kind: 'message', text: draft.startsWith('//') ? draft.slice(1) : draft };
  const written = /^\/\S+/u.exec(draft)?.[0].slice(1) ?? '';
  const name = written.toLowerCase();
  if (!isSlashName(name)) {
    return problem({ kind: 'unknown-command', name: written, nearest: nearestTo(name, slashNames) });
  }
  const definition = definitionOf(name);
  const from = written.length + 1;
  const rest = draft.slice(from).trim();
  if (rest === '' && definition.isRequired === true) return problem({ kind: 'needs-argument', name });
  if (definition.argument === 'text') return command({ name, rest, words: [], options: {} });
  if (definition.argument === 'name') return command({ name, rest: unquoted(rest), words: [], options: {} });
  return parseWords(name, definition, draft, from);
}

function parseWords(name: SlashName, definition: SlashDefinition, draft: string, from: number): ParsedDraft {
  const words: string[] = [];
  const options: Record<string, string> = {};
  for (const word of wordsOf(draft, from)) {
    if (word.isOpen) return problem({ kind: 'open-quote' });
    const option = /^--([^=]*)(=?)(.*)$/su.exec(word.text);
    if (option === null || definition.options === undefined) {
      words.push(word.text);
      continue;
    }
    const [, key = '', sign = '', value = ''] = option;
    const wrong = optionProblem(name, definition.options, key, sign === '' ? null : value);
    if (wrong !== null) return problem(wrong);
    options[key] = value;
  }
  const [found] = words;
  if (definition.argument === 'none' && found !== undefined)
    return problem({ kind: 'takes-nothing', name, found });
  return command({ name, rest: draft.slice(from).trim(), words, options });
}

function optionProblem(
  name: SlashName,
  known: NonNullable<SlashDefinition['options']>,
  option: string,
  value: string | null,
): SlashProblem | null {
  const values = known[option];
  if (!Object.hasOwn(known, option) || values === undefined) {
    return { kind: 'unknown-option', name, option, nearest: nearestTo(option, Object.keys(known)) };
  }
  if (values?.length === 0) return value === null ? null : { kind: 'needs-no-value', option };
  if (value === null || value === '') return { kind: 'no-value', option, values };
  if (values !== null && !values.includes(value)) return { kind: 'wrong-value', option, values };
  return null;
}

/** A name in quotes and one without are the same. */
function unquoted(rest: string): string {
  const [word, ...more] = rest.startsWith('"') ? wordsOf(rest, 0) : [];
  return word === undefined || more.length > 0 || word.isOpen ? rest : word.text;
}

/** The one that may have been meant: it begins so, or two typing errors make it out of what was written. */
export function nearestTo(written: string, names: readonly string[]): string | null {
  const beginning = names.filter((name) => written !== '' && name.startsWith(written));
  if (beginning.length === 1) return beginning[0] ?? null;
  const furthest = written.length <= 3 ? 1 : 2;
  let nearest: string | null = null;
  let least = furthest + 1;
  for (const name of names) {
    const distance = editDistance(written.slice(0, 30), name);
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
}

/** Letters to put in, take out, change or swap with their neighbour (optimal string alignment). */
function editDistance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min(
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) cost = Math.min(cost, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] ?? 0;
}

/** A command line that says the same again. */
export function commandLine(
  name: SlashName,
  words: readonly string[],
  options: Readonly<Record<string, string>>,
): string {
  const named = Object.entries(options).map(([option, value]) =>
    value === '' ? `--${option}` : `--${option}=${quoted(value)}`,
  );
  return [`/${name}`, ...named, ...words.map(quoted)].join(' ');
}

function problem(found: SlashProblem): ParsedDraft {
  return { kind: 'problem', problem: found };
}

function command(found: SlashCommand): ParsedDraft {
  return { kind: 'command', command: found };
}
