import * as v from 'valibot';
import { type ModelParameters, type ParameterChanges, parameterChangesSchema } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatCount } from '../../format/numbers.ts';

export const parameterNames = [
  'temperature',
  'topP',
  'topK',
  'repeatPenalty',
  'seed',
  'numPredict',
  'numCtx',
  'keepAlive',
  'stop',
] as const satisfies readonly (keyof ModelParameters)[];

/** The parameters that are typed in; thinking is chosen (think-field.tsx). */
export type ParameterName = (typeof parameterNames)[number];

export type Entry =
  | { readonly isValid: true; readonly changes: ParameterChanges }
  | { readonly isValid: false; readonly problem: string };

/** A parameter as its field shows it; empty = the model's default. */
export function shownValue(parameters: ModelParameters, name: ParameterName): string {
  const value = parameters[name];
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join('\n') : String(value);
}

/** The change that `entered` as the value of `name` means, or what is wrong with it. */
export function enterParameter(name: ParameterName, entered: string): Entry {
  const value = parseEntered(name, entered);
  if (Number.isNaN(value)) return { isValid: false, problem: text.parameters.problems.number };
  const parsed = v.safeParse(parameterChangesSchema, { [name]: value });
  return parsed.success
    ? { isValid: true, changes: parsed.output }
    : { isValid: false, problem: problemOf(name, parsed.issues[0]) };
}

/** Every parameter back to the model's default. */
export const allToDefault: ParameterChanges = {
  ...Object.fromEntries(parameterNames.map((name) => [name, null])),
  think: null,
};

function parseEntered(name: ParameterName, entered: string): number | string | readonly string[] | null {
  if (name === 'stop') {
    const lines = entered.split('\n').filter((line) => line !== '');
    return lines.length === 0 ? null : lines;
  }
  const trimmed = entered.trim();
  if (trimmed === '') return null;
  // A decimal comma is what many people type.
  return name === 'keepAlive' ? trimmed : Number(trimmed.replace(',', '.'));
}

function problemOf(name: ParameterName, issue: v.BaseIssue<unknown>): string {
  const { problems } = text.parameters;
  if (name === 'stop') return problems.stop;
  if (name === 'keepAlive') return problems.keepAlive;
  if (issue.type === 'integer') return problems.integer;
  if (issue.type === 'min_value') return problems.atLeast(limitOf(issue));
  if (issue.type === 'max_value') return problems.atMost(limitOf(issue));
  return problems.number;
}

function limitOf(issue: v.BaseIssue<unknown>): string {
  return formatCount(Number(issue.requirement));
}
