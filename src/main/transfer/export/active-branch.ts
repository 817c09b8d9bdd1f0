import type { MessageRecord, SessionRecord } from '../../db/interface.ts';

/**
 * The messages from the root down to the active leaf, oldest first: what the window shows. Without a usable active leaf
 * the newest message stands in for it, so that a session with messages is never written as an empty file.
 */
export function activeBranch(record: SessionRecord): readonly MessageRecord[] {
  const byId = new Map(record.messages.map((message) => [message.id, message]));
  const branch: MessageRecord[] = [];
  let next = byId.get(record.session.activeLeafId ?? '') ?? record.messages.at(-1);
  while (next !== undefined) {
    branch.push(next);
    // Each message is taken once: a circle of parents, which only a damaged file can hold, ends here.
    byId.delete(next.id);
    next = byId.get(next.parentId ?? '');
  }
  return branch.reverse();
}
