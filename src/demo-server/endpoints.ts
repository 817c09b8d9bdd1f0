import type { ServerResponse } from 'node:http';
import { answerTo, demoThinking } from './answers.ts';
import { type Behaviour, concerns } from './behaviours.ts';
import { capabilitiesOf, type DemoModel, findModel, showAnswer, tagsEntry } from './catalogue.ts';
import {
  type ChatAnswer,
  lastFields,
  piecesOf,
  type StreamingBehaviour,
  streamChatAnswer,
} from './chat-answer.ts';
import type { Gates } from './gates.ts';
import type { LoadedModels } from './loaded-models.ts';
import { noVision, pictureAnswer, picturesOf } from './pictures.ts';
import { field, isRecord, messagesOf, textField } from './read-request.ts';
import type { DemoRequest } from './request-log.ts';

export interface Circumstances {
  readonly behaviour: Behaviour;
  readonly models: readonly DemoModel[];
  readonly version: string;
  readonly isOldServer: boolean;
  readonly tokensPerSecond: number;
  readonly loaded: LoadedModels;
  readonly gates: Gates;
  /** Aborts when the client closes the connection. */
  readonly signal: AbortSignal;
  /** To be called when nothing more will be sent. */
  readonly onSent: () => void;
}

const methods: Readonly<Record<string, string>> = {
  '/': 'GET',
  '/api/version': 'GET',
  '/api/tags': 'GET',
  '/api/ps': 'GET',
  '/api/show': 'POST',
  '/api/chat': 'POST',
};

/** Answers one request completely. Rejects when the client leaves. */
export async function answerRequest(
  response: ServerResponse,
  request: DemoRequest,
  circumstances: Circumstances,
): Promise<void> {
  const { models } = circumstances;
  const behaviour: Behaviour = concerns(circumstances.behaviour, request.path)
    ? circumstances.behaviour
    : { kind: 'answer' };
  const json = (status: number, value: unknown) => {
    circumstances.onSent();
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (!response.hasHeader('content-type')) {
      response.setHeader('content-type', typeof value === 'string' ? 'text/plain' : 'application/json');
    }
    response.writeHead(status).end(text);
  };

  if (behaviour.kind === 'http') {
    if (behaviour.contentType !== undefined) response.setHeader('content-type', behaviour.contentType);
    for (const [name, value] of Object.entries(behaviour.headers ?? {})) response.setHeader(name, value);
    return json(behaviour.status, behaviour.body ?? '');
  }
  // A held chat waits later, when it is known that it will be answered.
  if (behaviour.kind === 'hold' && request.path !== '/api/chat') {
    await circumstances.gates.pass(behaviour.gate ?? 'default', circumstances.signal);
  }

  const method = methods[request.path];
  if (method === undefined) return json(404, '404 page not found');
  if (request.method !== method && !(request.method === 'HEAD' && method === 'GET')) {
    return json(405, '405 method not allowed');
  }
  switch (request.path) {
    case '/api/version':
      return json(200, { version: circumstances.version });
    case '/api/tags':
      return json(200, { models: models.map((model) => tagsEntry(model, circumstances.isOldServer)) });
    case '/api/ps':
      return json(200, { models: circumstances.loaded.entries() });
    case '/api/show': {
      const model = findModel(models, request.model);
      return model === undefined ? json(404, missing(request.model)) : json(200, showAnswer(model));
    }
    case '/api/chat':
      return answerChat(response, request, behaviour, circumstances, json);
    default:
      return json(200, 'Ollama is running');
  }
}

async function answerChat(
  response: ServerResponse,
  request: DemoRequest,
  behaviour: StreamingBehaviour,
  circumstances: Circumstances,
  json: (status: number, value: unknown) => void,
): Promise<void> {
  const { loaded } = circumstances;
  const { body } = request;
  if (!isRecord(body)) return json(400, { error: 'missing request body' });
  if (request.model === '') return json(400, { error: 'model is required' });
  const model = findModel(circumstances.models, request.model);
  if (model === undefined) return json(404, missing(request.model));
  const capabilities = capabilitiesOf(model) ?? ['completion'];
  if (!capabilities.includes('completion')) {
    return json(400, { error: `"${request.model}" does not support chat` });
  }
  const think = field(body, 'think') ?? null;
  const isThinker = capabilities.includes('thinking');
  if (think !== null && think !== false && !isThinker) {
    return json(400, { error: `"${request.model}" does not support thinking` });
  }

  const pictures = picturesOf(messagesOf(body));
  if (pictures.length > 0 && !capabilities.includes('vision')) return json(500, noVision);

  const options = field(body, 'options');
  const keepAlive = field(body, 'keep_alive');
  const numCtx = field(options, 'num_ctx');
  loaded.use(model, keepAlive, typeof numCtx === 'number' ? numCtx : null);
  const messages = messagesOf(body);
  if (messages.length === 0) {
    const done_reason = keepAlive === 0 ? 'unload' : 'load';
    return json(200, {
      model: request.model,
      message: { role: 'assistant', content: '' },
      done: true,
      done_reason,
    });
  }

  const numPredict = field(options, 'num_predict');
  const begun = begunAnswer(messages);
  const prepared = pictures.length > 0 ? pictureAnswer(pictures, messages) : answerTo(request.prompt);
  const thinks = isThinker && think !== false && begun === '';
  const answer: ChatAnswer = {
    model: request.model,
    content: behaviour.answer ?? (prepared.startsWith(begun) ? prepared.slice(begun.length) : prepared),
    thinking: behaviour.thinking ?? (thinks ? demoThinking : ''),
    promptTokens: estimateTokens(messages),
    maxPieces: typeof numPredict === 'number' && numPredict > 0 ? numPredict : Number.POSITIVE_INFINITY,
    tokensPerSecond: behaviour.tokensPerSecond ?? circumstances.tokensPerSecond,
  };
  if (field(body, 'stream') === false) return json(200, wholeAnswer(answer));
  return streamChatAnswer(
    response,
    answer,
    behaviour,
    circumstances.gates,
    circumstances.signal,
    circumstances.onSent,
  );
}

/** What `stream: false` gets: everything in one object, at once. */
function wholeAnswer(answer: ChatAnswer): Record<string, unknown> {
  const pieces = piecesOf(answer);
  const joined = (kind: string) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .map((piece) => piece.text)
      .join('');
  const now = performance.now();
  return {
    model: answer.model,
    created_at: new Date().toISOString(),
    message: { role: 'assistant', content: joined('content'), thinking: joined('thinking') },
    ...lastFields({}, 'stop', answer.promptTokens, pieces.length, {
      startedAt: now,
      firstAt: now,
      endedAt: now,
    }),
  };
}

/** The answer a client wants to be continued: its own last message. */
function begunAnswer(messages: readonly unknown[]): string {
  const last = messages.at(-1);
  return field(last, 'role') === 'assistant' ? textField(last, 'content') : '';
}

/** About four characters each, and a few for the frame of every message. */
function estimateTokens(messages: readonly unknown[]): number {
  return messages.reduce<number>(
    (sum, message) => sum + 4 + Math.ceil(textField(message, 'content').length / 4),
    0,
  );
}

const missing = (model: string) => ({ error: `model '${model}' not found` });
