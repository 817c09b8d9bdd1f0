import type { SessionPart } from '#shared/contract/messages.ts';
import type { Message, MessageId, SessionId } from '#shared/domain.ts';
import { api } from '../api.ts';
import { copyText } from '../clipboard.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useMessageSelection } from '../stores/chat/message-selection-store.ts';
import { takeOut } from '../stores/chat/taken-out.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { openSession, wishForSession } from './sessions.ts';
import { undoably } from './undo.ts';

/** Messages main gives at once. */
const messagesPerRequest = 200;

/** A new session with a part of the shown branch, which is opened. */
export async function copyPart(sessionId: SessionId, part: SessionPart): Promise<void> {
  const isWished = wishForSession();
  const session = await api.request('messages:copy-part', { sessionId, part });
  endChoosing(sessionId);
  if (isWished()) await openSession(session.id);
}

/** Not in another session, where somebody may have begun to choose meanwhile. */
function endChoosing(sessionId: SessionId): void {
  const { sessionId: chosenIn, end } = useMessageSelection.getState();
  if (chosenIn === sessionId) end();
}

/** Single messages, as one step that can be undone; what follows them stays. */
export async function deleteMessages(sessionId: SessionId, messageIds: readonly MessageId[]): Promise<void> {
  await undoably(async () => {
    await takeOut(sessionId, messageIds);
    endChoosing(sessionId);
    return { kind: 'messages-deleted', sessionId, messageIds };
  });
}

/** The texts of the messages, with an empty line between them. False when the clipboard refused. */
export async function copyMessages(sessionId: SessionId, messageIds: readonly MessageId[]): Promise<boolean> {
  const messages = await readSome(sessionId, await inOrder(sessionId, messageIds));
  return copyText(messages.map(({ content }) => content).join('\n\n'));
}

/** Begins to choose messages, with this one. */
export function chooseMessages(sessionId: SessionId, messageId: MessageId): void {
  useViewStore.getState().show('conversation');
  useMessageSelection.getState().begin(sessionId, messageId, true);
}

/** Begins where the keyboard is, or at the last message; none is chosen yet. A second time ends it. */
export function toggleChoosing(sessionId: SessionId): void {
  const { sessionId: choosing, begin, end } = useMessageSelection.getState();
  if (choosing === sessionId) {
    end();
    return;
  }
  const row = document.activeElement?.closest<HTMLElement>('[data-message]');
  const last = useChatStore.getState().conversations[sessionId]?.messages.at(-1)?.id;
  const messageId = row?.dataset['message'] ?? last;
  if (messageId === undefined) return;
  useViewStore.getState().show('conversation');
  begin(sessionId, messageId, false);
}

export function compareVersions(message: Message): void {
  const { sessionId, id: messageId, siblingIds } = message;
  useViewStore.getState().openAbout({ name: 'compare', sessionId, messageId, siblingIds });
}

/** Shift: from where choosing began to this message, however far that is. */
export async function chooseUpTo(sessionId: SessionId, messageId: MessageId): Promise<void> {
  const { selection, extendTo } = useMessageSelection.getState();
  const loaded = loadedIds(sessionId);
  const isNear = selection.anchor === null || loaded.includes(selection.anchor);
  const order = isNear ? loaded : await api.request('messages:branch-ids', { sessionId });
  // Choosing may have ended meanwhile.
  if (useMessageSelection.getState().sessionId === sessionId) extendTo(messageId, order);
}

/** Every message of the shown branch, loaded or not. */
export async function chooseWholeBranch(sessionId: SessionId): Promise<void> {
  const messageIds = await api.request('messages:branch-ids', { sessionId });
  const { sessionId: choosing, chooseAll } = useMessageSelection.getState();
  if (choosing === sessionId) chooseAll(sessionId, messageIds);
}

function loadedIds(sessionId: SessionId): readonly MessageId[] {
  return (useChatStore.getState().conversations[sessionId]?.messages ?? []).map(({ id }) => id);
}

/** As they stand in the branch. */
async function inOrder(
  sessionId: SessionId,
  messageIds: readonly MessageId[],
): Promise<readonly MessageId[]> {
  if (messageIds.length < 2) return messageIds;
  const wanted = new Set(messageIds);
  const known = loadedIds(sessionId).filter((id) => wanted.has(id));
  if (known.length === wanted.size) return known;
  const order = await api.request('messages:branch-ids', { sessionId });
  return order.filter((id) => wanted.has(id));
}

/** All versions of a message, oldest first. */
export async function readVersions(
  sessionId: SessionId,
  siblingIds: readonly MessageId[],
): Promise<readonly Message[]> {
  return readSome(sessionId, siblingIds);
}

async function readSome(sessionId: SessionId, messageIds: readonly MessageId[]): Promise<readonly Message[]> {
  const messages: Message[] = [];
  for (let first = 0; first < messageIds.length; first += messagesPerRequest) {
    const chunk = messageIds.slice(first, first + messagesPerRequest);
    messages.push(...(await api.request('messages:get-some', { sessionId, messageIds: chunk })));
  }
  return messages;
}
