import type { ErrorCode } from '#shared/errors.ts';

/** What a button beside an error can do about it. */
export type Remedy = 'retry' | 'choose-model' | 'open-settings' | 'try-demo';

/** The buttons that mend an error of an answer, the likeliest first. */
export function remediesFor(code: ErrorCode): readonly Remedy[] {
  switch (code) {
    case 'model-missing':
    case 'model-not-chosen':
    case 'not-supported':
      return ['choose-model', 'retry'];
    case 'ollama-unreachable':
      return ['retry', 'open-settings', 'try-demo'];
    case 'address-invalid':
    case 'host-unknown':
    case 'tls-failed':
    case 'ollama-refused':
    case 'not-ollama':
      return ['open-settings', 'retry'];
    case 'not-found':
    case 'busy':
    case 'database-stopped':
      return [];
    default:
      return ['retry'];
  }
}
