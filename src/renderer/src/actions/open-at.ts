import type { Message, MessageId, SessionId } from '#shared/domain.ts';
import { folded, foldedTerm } from '#shared/fold/find-folded.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useDraftsStore } from '../stores/chat/drafts-store.ts';
import { useEditsStore } from '../stores/chat/edits-store.ts';
import { useMarksStore } from '../stores/chat/marks-store.ts';
import { useQueueStore } from '../stores/chat/queue-store.ts';
import { remember } from '../stores/window/remembered.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { closeFind } from './find.ts';
import { loadDraft } from './load-draft.ts';
import { wishForSession } from './sessions.ts';

/**
 * Shows a message of any session and branch: the branch becomes the active one, every term is marked, the first one in
 * the message is in view and the message has the keyboard. The marks go with Escape or with the next message sent.
 * Throws when the message is not there any more.
 */
export async function openAt(
  sessionId: SessionId,
  messageId: MessageId,
  terms: readonly string[],
): Promise<void> {
  const isWished = wishForSession();
  useDraftsStore.getState().flush();
  const { page, draft, queue, edits } = await useChatStore.getState().readAt(sessionId, messageId);
  loadDraft(sessionId, draft);
  useQueueStore.getState().loaded(sessionId, queue);
  useEditsStore.getState().loaded(sessionId, edits);
  // Who has gone to another session meanwhile stays there.
  if (!isWished()) return;
  useChatStore.getState().show(sessionId);
  closeFind();
  useViewStore.getState().show('conversation');
  remember('open-session', sessionId);
  const message = page.messages.find(({ id }) => id === messageId);
  const part = message === undefined ? 'content' : partWith(message, terms);
  useMarksStore
    .getState()
    .mark(sessionId, terms, 'joined', { messageId, occurrence: 0, part, takesFocus: true });
}

function partWith({ content, thinking }: Message, terms: readonly string[]): 'content' | 'thinking' {
  if (thinking === '') return 'content';
  const said = folded(content, 'joined');
  return terms.some((term) => said.includes(foldedTerm(term, 'joined'))) ? 'content' : 'thinking';
}
