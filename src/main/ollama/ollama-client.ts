import * as v from 'valibot';
import { AppError } from '#shared/errors.ts';
import { askOllama, type Connection } from './ask-ollama.ts';
import type { OllamaClient } from './interface.ts';
import { limitedMap } from './limited-map.ts';
import { canChat, toInstalledModel, toLoadedModel } from './models.ts';
import { streamChat } from './stream-chat.ts';
import { separateThinking } from './think-tags.ts';
import { psAnswer, type ShowAnswer, showAnswer, type TagsEntry, tagsAnswer, versionAnswer } from './wire.ts';

export interface OllamaClientOptions {
  /** As `resolveAddress` gives it. */
  readonly address: string;
  /** Until the connection stands; 5 s when absent. */
  readonly connectTimeoutMs?: number;
  /** For everything but the chat, from the request to the last byte; 15 s when absent. */
  readonly metadataTimeoutMs?: number;
}

const showsAtOnce = 4;

/** See `OllamaClient`. Holds no connection between calls; keeps in mind what /api/show told. */
export function createOllamaClient(options: OllamaClientOptions): OllamaClient {
  const connection: Connection = {
    address: options.address.replace(/\/+$/, ''),
    connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
    metadataTimeoutMs: options.metadataTimeoutMs ?? 15_000,
  };
  const { address } = connection;
  /** By digest, so a model pulled anew under the same name is asked about again. */
  const shownByDigest = new Map<string, ShowAnswer>();

  async function askShow(model: string, signal: AbortSignal | undefined): Promise<unknown> {
    return askOllama(connection, { path: '/api/show', body: { model }, model }, signal);
  }

  /** Null when there is no need to ask or no answer: the list of models must not fail for a detail of one. */
  async function detailsOf(entry: TagsEntry, signal: AbortSignal | undefined): Promise<ShowAnswer | null> {
    if (entry.capabilities !== null) return null;
    const known = entry.digest === null ? undefined : shownByDigest.get(entry.digest);
    if (known !== undefined) return known;
    try {
      const shown = v.parse(showAnswer, await askShow(entry.name, signal));
      if (entry.digest !== null) shownByDigest.set(entry.digest, shown);
      return shown;
    } catch {
      if (signal?.aborted === true) throw signal.reason;
      return null;
    }
  }

  return {
    address,
    async getVersion(signal) {
      const answer = v.safeParse(
        versionAnswer,
        await askOllama(connection, { path: '/api/version' }, signal),
      );
      if (answer.success) return answer.output.version;
      throw notOllama(address, 'no version in the answer');
    },
    async listModels(signal) {
      const answer = expect(tagsAnswer, await askOllama(connection, { path: '/api/tags' }, signal));
      const models = await limitedMap(answer.models ?? [], showsAtOnce, async (entry) =>
        toInstalledModel(entry, await detailsOf(entry, signal)),
      );
      return models.filter(canChat);
    },
    async listLoadedModels(signal) {
      const answer = expect(psAnswer, await askOllama(connection, { path: '/api/ps' }, signal));
      const now = Date.now();
      return (answer.models ?? []).map((entry) => toLoadedModel(entry, now));
    },
    async checkModel(model, signal) {
      await askShow(model, signal);
    },
    streamChat: (request, signal) => separateThinking(streamChat(connection, request, signal)),
  };
}

function expect<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const detail = `not what Ollama answers: ${JSON.stringify(value).slice(0, 120)}`;
  throw new AppError(
    { code: 'bad-response', details: { detail } },
    { cause: new v.ValiError(parsed.issues) },
  );
}

function notOllama(address: string, detail: string): AppError {
  return new AppError({ code: 'not-ollama', details: { address, detail } });
}
