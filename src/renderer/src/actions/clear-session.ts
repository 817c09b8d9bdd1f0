import type { MessageId, SessionId } from '#shared/domain.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { readOutline } from '../stores/chat/read-outline.ts';
import { undoably } from './undo.ts';

/**
 * Sends every message of a session to the trash, as one step that can be undone, also when it was cut off in the
 * middle. False when there was none. Error: busy while the session answers.
 */
export async function clearSession(sessionId: SessionId): Promise<boolean> {
  const rootIds: MessageId[] = [];
  let failure: unknown = null;
  await undoably(async () => {
    try {
      await trashRoots(sessionId, rootIds);
    } catch (thrown) {
      failure = thrown;
    }
    return rootIds.length === 0 ? null : { kind: 'session-cleared', sessionId, rootIds };
  });
  if (failure !== null) throw failure;
  return rootIds.length > 0;
}

/** The outline of a very large tree leaves branches out, so it is read until nothing is left. */
async function trashRoots(sessionId: SessionId, gone: MessageId[]): Promise<void> {
  for (;;) {
    const { messages, activeLeafId } = await readOutline(sessionId);
    const parents = new Map(messages.map(({ id, parentId }) => [id, parentId]));
    const active = activeLeafId === null ? null : rootOf(activeLeafId, parents);
    // Undoing shows the first one again.
    const roots = messages.filter(({ parentId }) => parentId === null).map(({ id }) => id);
    if (roots.length === 0) return;
    const ordered = [...roots.filter((id) => id === active), ...roots.filter((id) => id !== active)];
    for (const id of ordered) {
      await useChatStore.getState().trashBranch(sessionId, id);
      gone.push(id);
    }
  }
}

function rootOf(leaf: MessageId, parents: ReadonlyMap<MessageId, MessageId | null>): MessageId {
  let at = leaf;
  for (let above = parents.get(at); above; above = parents.get(at)) at = above;
  return at;
}
