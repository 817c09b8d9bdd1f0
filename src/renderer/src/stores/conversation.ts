import type { OpenedSession } from '#shared/contract/library.ts';
import type { Message, MessageId, MessagePage, Session, SessionSummary } from '#shared/domain.ts';

/** The loaded end of a session's active branch, oldest first. */
export interface Conversation {
  readonly session: Session;
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
}

/** What main answered, laid over what this window has: older pages already read stay, finished answers stay finished. */
export function mergeOpened(previous: Conversation | undefined, opened: OpenedSession): Conversation {
  const { messages, hasOlder } = opened.page;
  const fresh: Conversation = { session: opened.session, messages, hasOlder };
  const firstId = messages[0]?.id;
  if (previous === undefined || firstId === undefined) return fresh;
  const known = new Map(previous.messages.map((message) => [message.id, message]));
  const merged = messages.map((message) => newerOf(known.get(message.id), message));
  const overlap = previous.messages.findIndex((message) => message.id === firstId);
  if (overlap <= 0) return { ...fresh, messages: merged };
  return {
    session: opened.session,
    messages: [...previous.messages.slice(0, overlap), ...merged],
    hasOlder: previous.hasOlder,
  };
}

export function prependPage(
  conversation: Conversation,
  beforeId: MessageId,
  page: MessagePage,
): Conversation {
  if (conversation.messages[0]?.id !== beforeId) return conversation;
  return {
    ...conversation,
    messages: [...page.messages, ...conversation.messages],
    hasOlder: page.hasOlder,
  };
}

/** Adds messages at the end. */
export function appendMessages(conversation: Conversation, added: readonly Message[]): Conversation {
  return { ...conversation, messages: [...conversation.messages, ...added] };
}

/** Shows `reply` as the answer to `userMessageId`; what followed before is another branch now. */
export function branchOff(
  conversation: Conversation,
  userMessageId: MessageId,
  reply: Message,
): Conversation {
  const index = conversation.messages.findIndex((message) => message.id === userMessageId);
  if (index < 0) return conversation;
  return { ...conversation, messages: [...conversation.messages.slice(0, index + 1), reply] };
}

/** Puts a newer state of a message in its place; a message that is not shown changes nothing. */
export function replaceMessage(conversation: Conversation, message: Message): Conversation {
  const index = conversation.messages.findIndex((each) => each.id === message.id);
  const present = conversation.messages[index];
  if (present === undefined) return conversation;
  return { ...conversation, messages: conversation.messages.with(index, newerOf(present, message)) };
}

export function withoutMessages(conversation: Conversation, ids: readonly MessageId[]): Conversation {
  return { ...conversation, messages: conversation.messages.filter(({ id }) => !ids.includes(id)) };
}

/** Forgets all but the newest messages, so that a session read far back becomes light again. */
export function keepNewest(conversation: Conversation, count: number): Conversation {
  if (conversation.messages.length <= count) return conversation;
  return { ...conversation, messages: conversation.messages.slice(-count), hasOlder: true };
}

export function withSummary(conversation: Conversation, summary: SessionSummary): Conversation {
  return { ...conversation, session: { ...conversation.session, ...summary } };
}

/** An answer never goes back from its end to streaming: events and answers may cross on their way. */
function newerOf(present: Message | undefined, incoming: Message): Message {
  const isLate = present !== undefined && present.status !== 'streaming' && incoming.status === 'streaming';
  return isLate ? present : incoming;
}
