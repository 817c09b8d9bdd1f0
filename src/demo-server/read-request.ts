import type { IncomingMessage } from 'node:http';
import type { OpenRequest } from './request-log.ts';

/** Receives a request completely. Whatever the body is, it is logged, never a failure. */
export async function readRequest(incoming: IncomingMessage): Promise<OpenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const body = parse(Buffer.concat(chunks).toString('utf8'));
  return {
    method: incoming.method ?? '',
    path: (incoming.url ?? '/').split('?')[0] ?? '/',
    headers: incoming.headers,
    body,
    model: textField(body, 'model'),
    prompt: lastUserText(body),
    isAnswered: false,
    isClosedByClient: false,
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of a JSON object; undefined when there is no such object or field. */
export function field(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

/** The messages of a chat request; empty when there are none. */
export function messagesOf(body: unknown): readonly unknown[] {
  const messages = field(body, 'messages');
  return Array.isArray(messages) ? messages : [];
}

export function textField(value: unknown, name: string): string {
  const found = field(value, name);
  return typeof found === 'string' ? found : '';
}

function lastUserText(body: unknown): string {
  const asked = messagesOf(body).filter((message) => field(message, 'role') === 'user');
  return textField(asked.at(-1), 'content');
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
