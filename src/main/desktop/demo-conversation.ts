import { randomUUID } from 'node:crypto';
import { text } from '#shared/text/index.ts';
import type { ChatService } from '../chat/chat-service.ts';
import type { SessionsService } from '../library/sessions-service.ts';
import type { OllamaConnection } from '../models/ollama-connection.ts';

/** What `npm run demo` begins with: the demo server, and one question to it, so that there is something to look at. */
export async function startDemoConversation(services: {
  readonly ollama: OllamaConnection;
  readonly sessions: SessionsService;
  readonly chat: ChatService;
}): Promise<void> {
  await services.ollama.startDemo();
  const { id } = await services.sessions.create({ projectId: null, model: null });
  await services.chat.send({
    sessionId: id,
    parentId: null,
    userMessageId: randomUUID(),
    text: text.demo.firstQuestion,
    attachmentIds: [],
    replies: [{ replyId: randomUUID(), model: null, parameters: {} }],
  });
}
