/**
 * What can go wrong, once. A code is for the program, its details fill the sentence for a person
 * (`text.errors` in the catalogue), the cause is for the log.
 */
export interface ErrorDetails {
  /** Input that does not fit the contract: a bug of ours, or somebody else's message. */
  'invalid-input': { readonly request: string; readonly problem: string };
  'untrusted-sender': { readonly request: string };
  'not-found': {
    readonly what:
      | 'project'
      | 'session'
      | 'message'
      | 'tag'
      | 'attachment'
      | 'queued-message'
      | 'prompt'
      | 'provenance';
    readonly id: string;
  };
  /** Another tag is called that. */
  'name-taken': { readonly name: string };
  /** The session is answering already. */
  busy: { readonly sessionId: string };
  'model-not-chosen': Record<never, never>;
  'model-missing': { readonly model: string };
  /** HTTP 400: the model or the server cannot do what was asked (chat, thinking, images, an option). */
  'not-supported': { readonly detail: string };
  /** Nothing listens at the address. */
  'ollama-unreachable': { readonly address: string };
  /** What was written is not an address. */
  'address-invalid': { readonly address: string; readonly detail: string };
  /** No computer of that name is known. */
  'host-unknown': { readonly address: string };
  /** https was asked for, and either nothing there speaks it or nobody vouches for the certificate. */
  'tls-failed': { readonly address: string; readonly problem: 'no-tls' | 'untrusted' };
  /** HTTP 401 or 403: something answers but does not let us in. */
  'ollama-refused': { readonly address: string; readonly detail: string };
  /** Something answers that does not speak Ollama's API. */
  'not-ollama': { readonly address: string; readonly detail: string };
  /** HTTP 503: the queue is full. */
  'ollama-busy': { readonly detail: string };
  /** HTTP 500 and other failures Ollama reports before the first piece. */
  'ollama-failed': { readonly status: number; readonly detail: string };
  /** A line `{"error": ...}` in the middle of an answer. */
  'answer-failed': { readonly detail: string };
  /** The answer ended without Ollama saying that it was done. */
  'connection-cut': { readonly detail: string };
  'bad-response': { readonly detail: string };
  'disk-full': { readonly path: string };
  'data-read-only': { readonly path: string; readonly detail: string };
  'database-newer': {
    readonly path: string;
    readonly foundVersion: number;
    readonly supportedVersion: number;
  };
  'database-damaged': { readonly path: string; readonly detail: string };
  'database-failed': { readonly detail: string };
  /** The database thread is gone; nothing more can be saved until the next start. */
  'database-stopped': { readonly detail: string };
  'attachment-too-large': { readonly name: string; readonly sizeBytes: number; readonly limitBytes: number };
  'attachment-too-many': { readonly name: string; readonly limit: number };
  'attachment-unreadable': {
    readonly name: string;
    /** too-many-pixels: a picture whose sides, in `detail`, would need too much memory. */
    readonly reason: 'unknown-kind' | 'damaged' | 'encrypted' | 'empty' | 'gone' | 'too-many-pixels';
    readonly detail: string;
  };
  /** Nothing of the file was imported. */
  'import-unreadable': { readonly name: string; readonly problem: string };
  /** Nothing of the file was imported. */
  'prompts-unreadable': { readonly name: string; readonly problem: string };
  /** So many messages wait in the session already. */
  'queue-full': { readonly limit: number };
  /** Messages an answer was made from were deleted since, so it cannot be made from the same ones. */
  'provenance-incomplete': { readonly missing: number };
  'write-failed': { readonly path: string; readonly detail: string };
  /** The system could not show a file or folder. */
  'print-failed': { readonly detail: string };
  'open-failed': { readonly path: string; readonly detail: string };
  internal: { readonly detail: string };
}

export type ErrorCode = keyof ErrorDetails;

/** An error as plain data: what crosses process and thread borders and what a failed message keeps. */
export type ErrorReport<Codes extends ErrorCode = ErrorCode> = {
  readonly [Code in Codes]: { readonly code: Code; readonly details: ErrorDetails[Code] };
}[Codes];

/** The one error class of Parlor. `message` is for the log; people read `text.errors[code](details)`. */
export class AppError extends Error {
  readonly report: ErrorReport;

  constructor(report: ErrorReport, options?: ErrorOptions) {
    super(`${report.code} ${JSON.stringify(report.details)}`, options);
    this.name = 'AppError';
    this.report = report;
  }

  get code(): ErrorCode {
    return this.report.code;
  }
}

/** Any thrown value as a report; what is not an AppError becomes `internal` with its message. */
export function toErrorReport(thrown: unknown): ErrorReport {
  if (thrown instanceof AppError) return thrown.report;
  return { code: 'internal', details: { detail: messageOf(thrown) } };
}

/** The message of any thrown value. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The envelope of every answer over IPC: Electron itself would pass on nothing but a message. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ErrorReport };
