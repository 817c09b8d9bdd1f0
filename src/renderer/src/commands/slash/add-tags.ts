import type { SessionId, TagId } from '#shared/domain.ts';
import { changeSessions } from '../../actions/session-changes.ts';
import { useTagsStore } from '../../stores/library/tags-store.ts';

/** Tags a session. A tag is the same whatever its case; one that is not there yet is made. */
export async function addTags(sessionId: SessionId, names: readonly string[]): Promise<void> {
  const add: TagId[] = [];
  for (const name of names) {
    const { tags, create } = useTagsStore.getState();
    const known = tags.find((tag) => tag.name.toLowerCase() === name.toLowerCase());
    const { id } = known ?? (await create(name));
    if (!add.includes(id)) add.push(id);
  }
  await changeSessions([sessionId], { kind: 'tag', add, remove: [] });
}
