import type { OpenedSession } from '#shared/contract/sessions.ts';
import type { Message, MessageId, MessagePage, Session, SessionSummary } from '#shared/domain.ts';

/** One unbroken run of a session's active branch, oldest first: all that is loaded and shown of it. */
export interface Conversation {
  readonly session: Session;
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  /** False when the run ends with the leaf. */
  readonly hasNewer: boolean;
}

/**
 * What main answered, laid over what this window has: what is loaded above the page stays when it meets it, what is
 * loaded below only while the branch is the same. Finished answers stay finished.
 */
export function mergeOpened(previous: Conversation | undefined, opened: OpenedSession): Conversation {
  const { session, page } = opened;
  const first = page.messages[0];
  const last = page.messages.at(-1);
  if (previous === undefined || first === undefined || last === undefined) return { session, ...page };
  const known = new Map(previous.messages.map((message) => [message.id, message]));
  const messages = page.messages.map((message) => newerOf(known.get(message.id), message));
  const above = previous.messages.slice(0, Math.max(0, indexOf(previous, first.id)));
  const isSameBranch = previous.session.activeLeafId === session.activeLeafId;
  const end = page.hasNewer && isSameBranch ? indexOf(previous, last.id) : -1;
  return {
    session,
    messages: [...above, ...messages, ...(end < 0 ? [] : previous.messages.slice(end + 1))],
    hasOlder: above.length > 0 ? previous.hasOlder : page.hasOlder,
    hasNewer: end < 0 ? page.hasNewer : previous.hasNewer,
  };
}

/** Adds a page above; what is then too much is dropped from the end, where it is farthest away. */
export function prependPage(
  conversation: Conversation,
  beforeId: MessageId,
  page: MessagePage,
  limit: number,
): Conversation {
  if (conversation.messages[0]?.id !== beforeId) return conversation;
  const messages = [...page.messages, ...conversation.messages];
  return {
    ...conversation,
    messages: messages.slice(0, limit),
    hasOlder: page.hasOlder,
    hasNewer: conversation.hasNewer || messages.length > limit,
  };
}

/** Adds a page below; what is then too much is dropped from the beginning. */
export function appendPage(
  conversation: Conversation,
  afterId: MessageId,
  page: MessagePage,
  limit: number,
): Conversation {
  if (conversation.messages.at(-1)?.id !== afterId || !conversation.hasNewer) return conversation;
  const messages = [...conversation.messages, ...page.messages];
  return {
    ...conversation,
    messages: messages.slice(-limit),
    hasOlder: conversation.hasOlder || messages.length > limit,
    hasNewer: page.hasNewer,
  };
}

/** Shows `added` below `parentId` (null: from the root on); what followed before is another branch now. */
export function branchOff(
  conversation: Conversation,
  parentId: MessageId | null,
  added: readonly Message[],
): Conversation {
  const index = conversation.messages.findIndex((message) => message.parentId === parentId);
  const end = index < 0 ? indexOf(conversation, parentId ?? '') + 1 : index;
  const isLoaded = index >= 0 || end > 0 || (parentId === null && conversation.messages.length === 0);
  if (!isLoaded) return conversation;
  const messages = [...conversation.messages.slice(0, end), ...added];
  return { ...conversation, messages, hasNewer: false };
}

/** Puts a message in its place whatever was there, an end included. */
export function putMessage(conversation: Conversation, message: Message): Conversation {
  const index = indexOf(conversation, message.id);
  if (index < 0) return conversation;
  return { ...conversation, messages: conversation.messages.with(index, message) };
}

/** Puts a newer state of a message in its place; a message that is not shown changes nothing. */
export function replaceMessage(conversation: Conversation, message: Message): Conversation {
  const index = indexOf(conversation, message.id);
  const present = conversation.messages[index];
  if (present === undefined) return conversation;
  return { ...conversation, messages: conversation.messages.with(index, newerOf(present, message)) };
}

/** What was shown before, where what came instead was refused. */
export function withMessagesOf(conversation: Conversation, before: Conversation): Conversation {
  const { messages, hasOlder, hasNewer } = before;
  return { ...conversation, messages, hasOlder, hasNewer };
}

export function withSummary(conversation: Conversation, summary: SessionSummary): Conversation {
  return { ...conversation, session: { ...conversation.session, ...summary } };
}

export function withActiveLeaf(conversation: Conversation, activeLeafId: MessageId): Conversation {
  return { ...conversation, session: { ...conversation.session, activeLeafId } };
}

function indexOf({ messages }: Conversation, id: MessageId): number {
  return messages.findIndex((message) => message.id === id);
}

/** An answer never goes back from its end to streaming: events and answers may cross on their way. */
function newerOf(present: Message | undefined, incoming: Message): Message {
  const isLate = present !== undefined && present.status !== 'streaming' && incoming.status === 'streaming';
  return isLate ? present : incoming;
}
