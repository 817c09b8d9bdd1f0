import { AppError, type ErrorReport } from '#shared/errors.ts';
import { errorText } from './error-text.ts';

export interface FailedResponse {
  readonly status: number;
  readonly statusText: string;
  readonly contentType: string;
  readonly location: string;
  readonly body: string;
}

/** What was asked, as far as the text of a failure needs it. */
export interface Asked {
  readonly address: string;
  /** The model asked for, if any. */
  readonly model: string | null;
}

/**
 * What an HTTP answer that is no success means. Classified by status first and by text second, because Ollama's texts
 * change between versions; the original text goes along.
 */
export function responseFailure(response: FailedResponse, asked: Asked): AppError {
  return new AppError(report(response, asked));
}

/** True for a page made for people: no answer of Ollama's API is one. */
export function isHtml(contentType: string, body: string): boolean {
  return /\bhtml\b/i.test(contentType) || /^\s*<(!doctype|html)\b/i.test(body);
}

function report(response: FailedResponse, { address, model }: Asked): ErrorReport {
  const { status, body } = response;
  const isPage = isHtml(response.contentType, body);
  const statusLine = `HTTP ${status} ${response.statusText}`.trim();
  const detail = (isPage ? null : errorText(body)) ?? statusLine;
  const notOllamaReport: ErrorReport = { code: 'not-ollama', details: { address, detail } };

  if (status < 300) {
    const what = isPage ? 'a web page' : statusLine;
    return { code: 'not-ollama', details: { address, detail: what } };
  }
  if (status < 400) {
    const target = response.location === '' ? '' : `, to ${response.location.slice(0, 200)}`;
    return { code: 'not-ollama', details: { address, detail: statusLine + target } };
  }
  if (status === 401 || status === 403) return { code: 'ollama-refused', details: { address, detail } };
  if (status >= 500) {
    if (status === 503 && !isPage) return { code: 'ollama-busy', details: { detail } };
    return { code: 'ollama-failed', details: { status, detail } };
  }
  if (isPage || status === 405) return notOllamaReport;
  if (status === 429) return { code: 'ollama-busy', details: { detail } };
  if (status === 404) {
    // An unknown path answers in plain text; only Ollama's own JSON can speak of a model.
    if (!body.trimStart().startsWith('{')) return notOllamaReport;
    if (model !== null && /not found|does not exist/i.test(detail)) {
      return { code: 'model-missing', details: { model } };
    }
    return { code: 'ollama-failed', details: { status, detail } };
  }
  if (status === 400) return { code: 'not-supported', details: { detail } };
  return { code: 'ollama-failed', details: { status, detail } };
}
