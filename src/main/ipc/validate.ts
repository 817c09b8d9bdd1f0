import * as v from 'valibot';
import { type RequestInput, type RequestName, requestDefinitions } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors.ts';

/** The input of a request, parsed by the contract. Error: invalid-input, naming the field. */
export function parseInput<Name extends RequestName>(name: Name, input: unknown): RequestInput<Name> {
  const parsed = v.safeParse(requestDefinitions[name].input, input);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const problem = `${v.getDotPath(issue) ?? 'input'}: ${issue.message}`;
  throw new AppError({ code: 'invalid-input', details: { request: name, problem } });
}
