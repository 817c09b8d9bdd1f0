import type { MessageId } from '#shared/domain.ts';

/** More than can be answered at the same time. */
const limit = 100;

const ids = new Set<MessageId>();

/** Answers nobody asked for just now: the view does not jump to them. */
export function noteSentByMain(replyIds: readonly MessageId[]): void {
  for (const id of replyIds) ids.add(id);
  for (const id of ids) {
    if (ids.size <= limit) return;
    ids.delete(id);
  }
}

export function wasSentByMain(replyId: MessageId): boolean {
  return ids.has(replyId);
}
