import type * as v from 'valibot';

/** One request: the parser of its input, and (as a type only) what it answers. */
export interface RequestDefinition<Input, Output> {
  readonly input: v.GenericSchema<unknown, Input>;
  /** Never set: it carries the type of the answer. */
  readonly output?: Output;
}

/** One event from main to the window. */
export interface EventDefinition<Payload> {
  /** Never set: it carries the type of the payload. */
  readonly payload?: Payload;
}

/** `takes(schema).returns<Answer>()` defines a request. */
export function takes<Input>(input: v.GenericSchema<unknown, Input>) {
  return { returns: <Output>(): RequestDefinition<Input, Output> => ({ input }) };
}

/** `carries<Payload>()` defines an event. */
export function carries<Payload>(): EventDefinition<Payload> {
  return {};
}
