import type { OpenedSession } from '#shared/contract/sessions.ts';
import type { Message, MessagePage } from '#shared/domain.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import type { BusySessions } from './busy-sessions.ts';

export interface LiveText {
  /** Puts what was received but not yet journalled into a message, or the messages of a session, just read. */
  withLiveMessage(message: Message): Promise<Message>;
  withLivePage(page: MessagePage): Promise<MessagePage>;
  withLiveText(opened: OpenedSession): Promise<OpenedSession>;
}

export function createLiveText(db: AsyncDatabase, busy: BusySessions): LiveText {
  async function withLiveMessage(message: Message): Promise<Message> {
    if (message.status !== 'streaming') return message;
    const turn = busy.turns().find((each) => each.replyId === message.id);
    if (turn !== undefined) return { ...message, ...turn.text() };
    // It ended between the reading of the row and now: the row knows more.
    return db.getMessage({ sessionId: message.sessionId, messageId: message.id });
  }

  async function withLivePage(page: MessagePage): Promise<MessagePage> {
    return { ...page, messages: await Promise.all(page.messages.map(withLiveMessage)) };
  }

  return {
    withLiveMessage,
    withLivePage,
    async withLiveText(opened) {
      return { ...opened, page: await withLivePage(opened.page) };
    },
  };
}
