import * as v from 'valibot';

const longestText = 500;
/** How deep `{"error": "{\"error\": ...}"}` is unwrapped; the model runner nests twice. */
const deepestNesting = 5;

const errorObject = v.looseObject({
  error: v.optional(v.unknown()),
  message: v.optional(v.unknown()),
});

/**
 * The sentence inside an error as Ollama sends it: a string, an object with `error` or `message`, or a string that
 * holds such JSON again (errors of the model runner do). The innermost message wins.
 * @returns at most 500 characters; null when there is no text in it
 */
export function errorText(error: unknown, depth = 0): string | null {
  if (depth > deepestNesting) return null;
  if (typeof error === 'string') {
    const inner = error.trimStart().startsWith('{') ? parsed(error) : undefined;
    return (inner === undefined ? null : errorText(inner, depth + 1)) ?? shortened(error);
  }
  const object = v.safeParse(errorObject, error);
  if (!object.success || Array.isArray(error)) return null;
  return errorText(object.output.message, depth + 1) ?? errorText(object.output.error, depth + 1);
}

function shortened(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return trimmed.length > longestText ? `${trimmed.slice(0, longestText)}…` : trimmed;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
