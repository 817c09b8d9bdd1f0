import type { Message } from '#shared/domain.ts';
import { describeError, text } from '#shared/text/index.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { findSession } from '../stores/library/session-groups.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { titleOf } from './sessions.ts';

/** Says how an answer ended, once, to those who do not see it. */
export function announceEnd(reply: Message): void {
  const sentence = endSentence(reply);
  if (sentence !== '') useNoticesStore.getState().announce(sentence);
}

function endSentence({ status, error, sessionId }: Message): string {
  switch (status) {
    case 'complete':
      return finishedSentence(sessionId);
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

function finishedSentence(sessionId: string): string {
  if (useChatStore.getState().openSessionId === sessionId) return text.chat.finishedAnnouncement;
  const session = findSession(useSessionsStore.getState().groups, sessionId);
  return session === undefined
    ? text.chat.finishedAnnouncement
    : text.chat.finishedElsewhere(titleOf(session));
}
