import type { Emit, RequestInput } from '#shared/contract/index.ts';
import type { Tag } from '#shared/domain.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import { chunkSize } from './chunks.ts';

export interface TagsServiceOptions {
  readonly db: AsyncDatabase;
  readonly emit: Emit;
  readonly now: () => number;
}

export interface TagsService {
  create(input: RequestInput<'tags:create'>): Promise<Tag>;
  update(input: RequestInput<'tags:update'>): Promise<Tag>;
  trash(input: RequestInput<'tags:trash'>): Promise<void>;
  restore(input: RequestInput<'tags:restore'>): Promise<Tag>;
  /** At start: finishes what a change of a tag means for its sessions, if the last run could not. */
  finishRefreshing(): Promise<void>;
}

export function createTagsService({ db, emit, now }: TagsServiceOptions): TagsService {
  async function refreshSessions(): Promise<void> {
    for (;;) {
      const { changed, isDone } = await db.refreshTaggedSessions({ limit: chunkSize });
      if (changed.length > 0) emit('sessions:changed', changed);
      if (isDone) return;
    }
  }

  /** The list of tags is told first, so that whoever hears of a session knows its tags. */
  async function told<Value>(change: Promise<Value>): Promise<Value> {
    const value = await change;
    emit('tags:changed', null);
    await refreshSessions();
    return value;
  }

  async function throughTrash<Value>(change: Promise<Value>): Promise<Value> {
    const value = await told(change);
    emit('trash:changed', null);
    return value;
  }

  return {
    create: ({ name }) => throughTrash(db.createTag({ name })),
    update: (input) => told(db.updateTag(input)),
    trash: ({ tagId }) => throughTrash(db.trashTag({ tagId, at: now() })),
    restore: ({ tagId }) => throughTrash(db.restoreTag({ tagId })),
    finishRefreshing: refreshSessions,
  };
}
