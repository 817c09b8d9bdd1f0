import type { ChatDelta, RunningReply } from '#shared/contract/chat.ts';
import type { Message } from '#shared/domain.ts';
import type { ErrorReport } from '#shared/errors.ts';
import { addPiece, catchUp, emptyLiveText, hasGap, type LiveText } from './live-text.ts';

/** An answer being written, as far as this window knows it. Times by the window's clock. */
export interface LiveReply extends RunningReply {
  readonly content: LiveText;
  readonly thinking: LiveText;
  readonly thinkingSince: number | null;
  readonly contentSince: number | null;
  /** Set while the text cannot be written to disk. */
  readonly journalError: ErrorReport | null;
}

export function newLiveReply({ sessionId, replyId }: RunningReply): LiveReply {
  return {
    sessionId,
    replyId,
    content: emptyLiveText,
    thinking: emptyLiveText,
    thinkingSince: null,
    contentSince: null,
    journalError: null,
  };
}

/** Late, repeated, overlapping and foreign pieces change nothing or only add what is new. */
export function applyDelta(reply: LiveReply, delta: ChatDelta, now: number): LiveReply {
  if (delta.replyId !== reply.replyId) return reply;
  const before = reply[delta.kind];
  const after = addPiece(before, delta);
  return after === before ? reply : withTimes({ ...reply, [delta.kind]: after }, now);
}

/** Lays the row as main knows it under the live text. */
export function catchUpWith(reply: LiveReply, message: Message, now: number): LiveReply {
  const content = catchUp(reply.content, message.content);
  const thinking = catchUp(reply.thinking, message.thinking);
  if (content === reply.content && thinking === reply.thinking) return reply;
  return withTimes({ ...reply, content, thinking }, now);
}

/** True when text is missing that only main can give. */
export function isMissingText(reply: LiveReply): boolean {
  return hasGap(reply.content) || hasGap(reply.thinking);
}

function withTimes(reply: LiveReply, now: number): LiveReply {
  return {
    ...reply,
    thinkingSince: reply.thinkingSince ?? (reply.thinking.known === '' ? null : now),
    contentSince: reply.contentSince ?? (reply.content.known === '' ? null : now),
  };
}
