import { brokenJsonLine, type Chunking } from './lines.ts';

/**
 * How the demo server answers: the demo itself uses the first kind, tests use all of them. What a test has to
 * release goes through a gate (`server.release(count, gate)`), so nothing ever depends on time.
 */
export type Behaviour =
  /** A good answer, as fast as `tokensPerSecond` says. */
  | ({ readonly kind: 'answer' } & AnswerOptions)
  /** A good answer of which every piece, and at last the done line, costs one release. */
  | ({ readonly kind: 'gated'; readonly gate?: string } & AnswerOptions)
  /** Total silence, not even headers, until one release; then a good answer. */
  | ({ readonly kind: 'hold'; readonly gate?: string } & AnswerOptions & Where)
  /** `after` pieces (0 = headers only), then silence until one release; then the rest. */
  | ({ readonly kind: 'stall'; readonly after: number; readonly gate?: string } & AnswerOptions)
  /** The body ends properly after `after` pieces, but no line said `done`. */
  | ({ readonly kind: 'cut'; readonly after: number } & AnswerOptions)
  /** After `after` pieces half a line, then the connection breaks. */
  | ({ readonly kind: 'reset'; readonly after: number } & AnswerOptions)
  /** After `after` pieces a line that is no JSON (or `line`), then a proper end. */
  | ({ readonly kind: 'garbage'; readonly after: number; readonly line?: string } & AnswerOptions)
  /** After `after` pieces a line `{"error": error}`, then a proper end. */
  | ({ readonly kind: 'error-line'; readonly after: number; readonly error: unknown } & AnswerOptions)
  /** A plain HTTP answer instead of Ollama's own. A body that is no string is sent as JSON. */
  | ({ readonly kind: 'http'; readonly status: number; readonly body?: unknown } & HttpOptions & Where);

/** Which paths it happens at; `/api/chat` alone when absent. */
interface Where {
  readonly at?: 'everywhere' | readonly string[];
}

interface HttpOptions {
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AnswerOptions {
  /** A text, cut into pieces of four characters, or the pieces themselves. Absent: one of the canned answers. */
  readonly answer?: string | readonly string[];
  /** The same for the thinking before it. Absent: some for a thinking model, none for others. */
  readonly thinking?: string | readonly string[];
  /** Absent: the server's own; Infinity: no waiting at all. */
  readonly tokensPerSecond?: number;
  /** Silence before the headers, in milliseconds. For the demo; tests use `hold`. */
  readonly delayMs?: number;
  readonly chunking?: Chunking;
  readonly lineEnding?: '\n' | '\r\n';
  /** False: the last line ends without a line break. */
  readonly finalNewline?: boolean;
  /** The last piece of text travels on the done line. */
  readonly isTextOnDoneLine?: boolean;
  /** Null: the done line has no reason. */
  readonly doneReason?: string | null;
  /** False: the done line has no counts and no times. */
  readonly statistics?: boolean;
  /** Added to every line, as a future version of Ollama might. */
  readonly extraFields?: Readonly<Record<string, unknown>>;
}

/** True when the behaviour concerns this path. Streaming kinds concern `/api/chat` only. */
export function concerns(behaviour: Behaviour, path: string): boolean {
  const at = behaviour.kind === 'http' || behaviour.kind === 'hold' ? behaviour.at : undefined;
  if (at === 'everywhere') return true;
  return at === undefined ? path === '/api/chat' : at.includes(path);
}

const html = (title: string) =>
  `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;

/** Failures as Ollama, proxies and strangers word them; texts from the error table of the API reference. */
export const failures = {
  notSupported: (model: string): Behaviour => ({
    kind: 'http',
    status: 400,
    body: { error: `"${model}" does not support chat` },
  }),
  unauthorized: (): Behaviour => ({
    kind: 'http',
    status: 401,
    body: { error: 'unauthorized', signin_url: 'https://ollama.invalid/connect' },
  }),
  /** What Ollama says to a Host or Origin header it does not like. */
  forbidden: (): Behaviour => ({ kind: 'http', status: 403, body: '', at: 'everywhere' }),
  modelMissing: (model: string): Behaviour => ({
    kind: 'http',
    status: 404,
    body: { error: `model '${model}' not found` },
  }),
  failed: (text = 'model runner has unexpectedly stopped'): Behaviour => ({
    kind: 'http',
    status: 500,
    body: { error: text },
  }),
  busy: (): Behaviour => ({
    kind: 'http',
    status: 503,
    body: { error: 'server busy, please try again.  maximum pending requests exceeded' },
  }),
  rateLimited: (): Behaviour => ({ kind: 'http', status: 429, body: { error: 'too many requests' } }),
  proxyPage: (): Behaviour => ({
    kind: 'http',
    status: 502,
    body: html('502 Bad Gateway'),
    contentType: 'text/html',
    at: 'everywhere',
  }),
  otherService: (): Behaviour => ({
    kind: 'http',
    status: 200,
    body: html('Welcome to some other service'),
    contentType: 'text/html; charset=utf-8',
    at: 'everywhere',
  }),
  wrongShape: (): Behaviour => ({ kind: 'http', status: 200, body: { hello: 'world' }, at: 'everywhere' }),
  errorLine: (after: number, text = 'an error was encountered while running the model'): Behaviour => ({
    kind: 'error-line',
    after,
    error: text,
  }),
  /** The error is a string that holds JSON, as the model runner's own errors arrive. */
  nestedErrorLine: (after: number, text: string): Behaviour => ({
    kind: 'error-line',
    after,
    error: JSON.stringify({ error: { code: 500, message: text, type: 'server_error' } }),
  }),
  garbage: (after: number): Behaviour => ({ kind: 'garbage', after, line: brokenJsonLine }),
} as const;
