import * as v from 'valibot';
import type { ChatStatistics } from './interface.ts';

/**
 * What Ollama sends, parsed at the edge. Unknown fields are ignored; a field that is missing, null or of another type
 * counts as not told (servers of many versions and things that only look like Ollama are out there). Only what makes
 * an answer useless when it is missing is required.
 */
const told = <Wanted>(schema: v.GenericSchema<unknown, Wanted>) => v.fallback(v.nullable(schema), null);

const text = told(v.string());
const count = told(v.pipe(v.number(), v.minValue(0)));
/** Nanoseconds on the wire, milliseconds here. */
const duration = told(
  v.pipe(
    v.number(),
    v.minValue(0),
    v.transform((nanoseconds) => nanoseconds / 1e6),
  ),
);
const names = told(v.array(v.string()));

export const versionAnswer = v.looseObject({ version: v.string() });

const tagsEntry = v.looseObject({
  name: v.string(),
  size: count,
  digest: text,
  details: told(
    v.looseObject({ family: text, parameter_size: text, quantization_level: text, context_length: count }),
  ),
  capabilities: names,
  remote_host: text,
});
export const tagsAnswer = v.looseObject({ models: v.nullable(v.array(tagsEntry)) });
export type TagsEntry = v.InferOutput<typeof tagsEntry>;

export const showAnswer = v.looseObject({
  capabilities: names,
  model_info: told(v.record(v.string(), v.unknown())),
  remote_host: text,
});
export type ShowAnswer = v.InferOutput<typeof showAnswer>;

const psEntry = v.looseObject({
  name: v.string(),
  size: count,
  size_vram: count,
  context_length: count,
  expires_at: text,
});
export const psAnswer = v.looseObject({ models: v.nullable(v.array(psEntry)) });
export type PsEntry = v.InferOutput<typeof psEntry>;

/** A line `{"error": ...}`; the error can be a text, a text that holds JSON, or an object. */
const errorLine = v.looseObject({
  error: v.pipe(
    v.unknown(),
    v.check((error) => error !== null && error !== ''),
  ),
});

const answerLine = v.pipe(
  v.looseObject({
    message: told(v.looseObject({ content: text, thinking: text })),
    done: told(v.boolean()),
    done_reason: text,
    load_duration: duration,
    prompt_eval_count: count,
    prompt_eval_duration: duration,
    eval_count: count,
    eval_duration: duration,
  }),
  v.check((line) => line.message !== null || line.done !== null),
);
type AnswerLine = v.InferOutput<typeof answerLine>;

export type ChatLine =
  | { readonly kind: 'error'; readonly error: unknown }
  | {
      readonly kind: 'answer';
      readonly thinking: string;
      readonly content: string;
      /** Set on the last line, which may carry text as well. */
      readonly statistics: ChatStatistics | null;
    };

/** One line of /api/chat; null when it is JSON but nothing Ollama would say there. */
export function readChatLine(value: unknown): ChatLine | null {
  const failed = v.safeParse(errorLine, value);
  if (failed.success) return { kind: 'error', error: failed.output.error };
  const line = v.safeParse(answerLine, value);
  if (!line.success) return null;
  return {
    kind: 'answer',
    thinking: line.output.message?.thinking ?? '',
    content: line.output.message?.content ?? '',
    statistics: line.output.done === true ? statisticsOf(line.output) : null,
  };
}

function statisticsOf(line: AnswerLine): ChatStatistics {
  return {
    doneReason: line.done_reason,
    promptTokens: line.prompt_eval_count,
    replyTokens: line.eval_count,
    loadMs: line.load_duration,
    promptEvalMs: line.prompt_eval_duration,
    evalMs: line.eval_duration,
  };
}
