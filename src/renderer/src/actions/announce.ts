import type { Message } from '#shared/domain.ts';
import { describeError, text } from '#shared/text/index.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { findSession } from '../stores/library/session-groups.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { completeSentence, restOf } from './announce-answer.ts';
import { titleOf } from './sessions.ts';

/** Says the rest of an answer and how it ended, once, to those who do not see it. */
export function announceEnd(reply: Message): void {
  const sentence = [restOf(reply), endSentence(reply)].filter((part) => part !== '').join(' ');
  if (sentence !== '') useNoticesStore.getState().announce(sentence);
}

function endSentence(reply: Message): string {
  const { status, error } = reply;
  switch (status) {
    case 'complete':
      return finishedSentence(reply);
    case 'stopped':
      return text.chat.stoppedAnnouncement;
    case 'interrupted':
      return text.chat.interruptedAnnouncement;
    case 'failed':
      return text.chat.failedAnnouncement(error === null ? '' : describeError(error).what);
    case 'streaming':
      return '';
  }
}

function finishedSentence(reply: Message): string {
  const { sessionId } = reply;
  if (useChatStore.getState().openSessionId === sessionId) return completeSentence(reply);
  const session = findSession(useSessionsStore.getState().groups, sessionId);
  return session === undefined
    ? text.chat.finishedAnnouncement
    : text.chat.finishedElsewhere(titleOf(session));
}
