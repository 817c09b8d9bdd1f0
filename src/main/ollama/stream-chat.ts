import { AppError } from '#shared/errors.ts';
import { type Connection, openAnswer } from './ask-ollama.ts';
import { chatBody } from './chat-body.ts';
import { errorText } from './error-text.ts';
import type { ChatPiece, ChatRequest } from './interface.ts';
import { parseNdjson } from './ndjson.ts';
import { readChatLine } from './wire.ts';

/**
 * One answer, piece by piece; see `OllamaClient.streamChat`. The request is sent when the iteration begins. Leaving
 * the iteration closes the connection; while a piece is awaited only the signal can do that.
 * @throws AppError answer-failed, connection-cut, bad-response after all text before it; failures before the stream
 *   as `openAnswer`; the signal's reason
 */
export async function* streamChat(
  connection: Connection,
  request: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<ChatPiece, void, undefined> {
  const question = { path: '/api/chat', body: chatBody(request), model: request.model };
  const response = await openAnswer(connection, question, signal);
  for await (const value of parseNdjson(response.chunks)) {
    // One chunk can hold many lines: the rest of them is not wanted any more either.
    if (signal.aborted) throw signal.reason;
    const line = readChatLine(value);
    if (line === null) throw unexpectedLine(value);
    if (line.kind === 'error') throw answerFailed(line.error);
    if (line.thinking !== '') yield { kind: 'thinking', text: line.thinking };
    if (line.content !== '') yield { kind: 'content', text: line.content };
    if (line.statistics !== null) {
      yield { kind: 'done', statistics: line.statistics };
      return;
    }
  }
  throw new AppError({
    code: 'connection-cut',
    details: { detail: 'the answer ended without its last line' },
  });
}

function answerFailed(error: unknown): AppError {
  const detail = errorText(error) ?? excerpt(error);
  return new AppError({ code: 'answer-failed', details: { detail } });
}

function unexpectedLine(value: unknown): AppError {
  return new AppError({
    code: 'bad-response',
    details: { detail: `not a line of an answer: ${excerpt(value)}` },
  });
}

const excerpt = (value: unknown) => JSON.stringify(value).slice(0, 120);
