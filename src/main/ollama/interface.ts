import type { InstalledModel, LoadedModel, MessageRole, ModelParameters } from '#shared/domain.ts';

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatRequestMessage[];
  /** Only what is set is sent; `think` only to a model that can. */
  readonly parameters: ModelParameters;
}

export interface ChatRequestMessage {
  readonly role: MessageRole;
  readonly content: string;
  /** Of an earlier answer, where the model shall see it again. */
  readonly thinking?: string;
  /** Base64, only to a model that sees. */
  readonly images?: readonly string[];
}

/** What arrives while Ollama answers. `done` is the last one, exactly once, in an answer that ended as it should. */
export type ChatPiece =
  | { readonly kind: 'content' | 'thinking'; readonly text: string }
  | { readonly kind: 'done'; readonly statistics: ChatStatistics };

/** Null = not reported. Times in milliseconds (Ollama reports nanoseconds). */
export interface ChatStatistics {
  readonly doneReason: string | null;
  readonly promptTokens: number | null;
  readonly replyTokens: number | null;
  readonly loadMs: number | null;
  readonly promptEvalMs: number | null;
  readonly evalMs: number | null;
}

/**
 * Ollama over HTTP. Every failure is an AppError: ollama-unreachable, address-invalid, host-unknown, tls-failed, ollama-refused, not-ollama,
 * ollama-busy, ollama-failed, not-supported, model-missing, answer-failed, connection-cut, bad-response.
 * An aborted signal closes the connection at once and makes the call throw the signal's reason.
 */
export interface OllamaClient {
  /** Normalised: scheme, host and port, no slash at the end. */
  readonly address: string;
  getVersion(signal?: AbortSignal): Promise<string>;
  /** Models that can chat, as /api/tags orders them (newest first); asks /api/show where an old server leaves things out. */
  listModels(signal?: AbortSignal): Promise<readonly InstalledModel[]>;
  listLoadedModels(signal?: AbortSignal): Promise<readonly LoadedModel[]>;
  /** Resolves when Ollama has the model, else model-missing. */
  checkModel(model: string, signal?: AbortSignal): Promise<void>;
  /** No time limit while a model loads. Errors before and inside the stream are thrown from the iteration. */
  streamChat(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatPiece>;
}
