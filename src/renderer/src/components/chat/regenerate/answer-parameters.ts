import type { ParameterChanges, ThinkChoice } from '#shared/domain.ts';
import { enterParameter, type ParameterName } from '../../parameters/parameter-fields.ts';

/** Those that make sense for one answer; the others belong to a session. */
export const answerParameterNames = [
  'temperature',
  'seed',
  'topP',
  'topK',
  'repeatPenalty',
  'numPredict',
  'numCtx',
] as const satisfies readonly ParameterName[];

export type EnteredParameters = Readonly<Partial<Record<ParameterName, string>>>;

/** What is wrong, by field. */
export function problemsOf(entered: EnteredParameters): Readonly<Partial<Record<ParameterName, string>>> {
  return Object.fromEntries(
    filled(entered).flatMap(([name, value]) => {
      const entry = enterParameter(name, value);
      return entry.isValid ? [] : [[name, entry.problem]];
    }),
  );
}

/** The changes to the parameters of the session; an empty field changes nothing. */
export function parametersOf(entered: EnteredParameters, think: ThinkChoice | null): ParameterChanges {
  const changes = filled(entered).map(([name, value]) => {
    const entry = enterParameter(name, value);
    return entry.isValid ? entry.changes : {};
  });
  return Object.assign({}, ...changes, think === null ? {} : { think });
}

function filled(entered: EnteredParameters): readonly (readonly [ParameterName, string])[] {
  return answerParameterNames.flatMap((name) => {
    const value = entered[name]?.trim() ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
}
