import type { BulkChange } from '#shared/contract/sessions.ts';
import type { SessionSummary } from '#shared/domain.ts';
import type { InverseChange } from './undo-store.ts';

/** The changes that bring sessions back to what they were `before`; those the change left alone are not in them. */
export function inverseOf(change: BulkChange, before: readonly SessionSummary[]): readonly InverseChange[] {
  const changes = new Map<string, { sessionIds: string[]; change: BulkChange }>();
  for (const session of before) {
    const inverse = inverseFor(change, session);
    if (inverse === null) continue;
    const key = JSON.stringify(inverse);
    const known = changes.get(key);
    if (known === undefined) changes.set(key, { sessionIds: [session.id], change: inverse });
    else known.sessionIds.push(session.id);
  }
  return [...changes.values()];
}

/** Null when the change changes nothing of this session. */
function inverseFor(change: BulkChange, session: SessionSummary): BulkChange | null {
  switch (change.kind) {
    case 'move':
      return change.projectId === session.projectId ? null : { kind: 'move', projectId: session.projectId };
    case 'pin':
      return change.isPinned === session.isPinned ? null : { kind: 'pin', isPinned: session.isPinned };
    case 'archive':
      return change.isArchived === session.isArchived
        ? null
        : { kind: 'archive', isArchived: session.isArchived };
    case 'mark':
      return change.isUnread === session.isUnread ? null : { kind: 'mark', isUnread: session.isUnread };
    case 'tag': {
      const remove = change.add.filter((id) => !session.tagIds.includes(id));
      const add = change.remove.filter((id) => session.tagIds.includes(id));
      return add.length + remove.length === 0 ? null : { kind: 'tag', add, remove };
    }
  }
}
