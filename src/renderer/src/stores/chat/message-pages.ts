import type { OpenedSession } from '#shared/contract/sessions.ts';
import type { SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import { api } from '../../api.ts';
import { appendPage, type Conversation, prependPage } from './conversation.ts';
import { forgetPlace, placeOf } from './places.ts';

/** Characters of a page read while scrolling: about what can be drawn within one frame. */
const pageLength = 8_000;
/**
 * Messages of a session loaded and drawn at once: many screens. What is farther away is dropped, so that memory and the
 * cost of a frame stay the same wherever one is in a session of any length.
 */
const windowLimit = 120;
/** The same while nothing may be dropped, because the view is tall or holds a selection. */
const widestWindow = 1_000;

export type ConversationChange = (present: Conversation) => Conversation;

/** Reads the page above what is loaded; null when there is none. */
export async function readOlder(
  conversation: Conversation,
  mayDrop: boolean,
): Promise<ConversationChange | null> {
  const beforeId = conversation.messages[0]?.id;
  if (beforeId === undefined || !conversation.hasOlder) return null;
  const { id: sessionId } = conversation.session;
  const page = await api.request('sessions:older', { sessionId, beforeId, limit: pageSizeFor(conversation) });
  return (present) => prependPage(present, beforeId, page, mayDrop ? windowLimit : widestWindow);
}

/** Reads the page below what is loaded; null when there is none. */
export async function readNewer(
  conversation: Conversation,
  mayDrop: boolean,
): Promise<ConversationChange | null> {
  const afterId = conversation.messages.at(-1)?.id;
  if (afterId === undefined || !conversation.hasNewer) return null;
  const { id: sessionId } = conversation.session;
  const page = await api.request('sessions:newer', { sessionId, afterId, limit: pageSizeFor(conversation) });
  return (present) => appendPage(present, afterId, page, mayDrop ? windowLimit : widestWindow);
}

/** Where the session was left, or at its end. A message that is gone or on another branch is no place to come back to. */
export async function openWhereLeft(sessionId: SessionId): Promise<OpenedSession> {
  const place = placeOf(sessionId);
  if (place === undefined) return api.request('sessions:open', { sessionId });
  try {
    return await api.request('sessions:open-at', {
      sessionId,
      messageId: place.messageId,
      keepsBranch: true,
    });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.report.code !== 'not-found') throw thrown;
    forgetPlace(sessionId);
    return api.request('sessions:open', { sessionId });
  }
}

/** Few long messages or many short ones. */
function pageSizeFor({ messages }: Conversation): number {
  const length = messages.reduce((sum, { content, thinking }) => sum + content.length + thinking.length, 0);
  return Math.min(40, Math.max(6, Math.round((pageLength * messages.length) / Math.max(1, length))));
}
