import type { SessionId, Tag, TagId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { changeSessions, knownOf } from '../../actions/session-changes.ts';
import { tagsOf, useTagsStore } from '../../stores/library/tags-store.ts';
import type { TagWords } from './tag-words.ts';

/**
 * Tags a session and takes tags off, as one step. A tag is the same whatever its case; one that is not there yet is
 * made. Gives why not, before anything is changed, when a tag to be taken off is not on the session.
 */
export async function changeTags(sessionId: SessionId, { add, remove }: TagWords): Promise<string | null> {
  const [session] = knownOf([sessionId]);
  const present = tagsOf(useTagsStore.getState().tags, session?.tagIds ?? []);
  const missing = remove.find((name) => named(present, name) === undefined);
  if (missing !== undefined) return text.slash.problems.noSuchTag(missing);

  const removed = remove.flatMap((name) => named(present, name)?.id ?? []);
  const added: TagId[] = [];
  for (const name of add) {
    const { tags, create } = useTagsStore.getState();
    const { id } = named(tags, name) ?? (await create(name));
    if (!added.includes(id)) added.push(id);
  }
  await changeSessions([sessionId], {
    kind: 'tag',
    add: added.filter((id) => !removed.includes(id)),
    remove: removed,
  });
  return null;
}

function named(tags: readonly Tag[], name: string): Tag | undefined {
  return tags.find((tag) => tag.name.toLowerCase() === name.toLowerCase());
}
