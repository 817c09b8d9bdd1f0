import { create } from 'zustand';
import type { Tag, TagId } from '#shared/domain.ts';
import { api } from '../../api.ts';

interface TagsStore {
  /** By name. */
  readonly tags: readonly Tag[];
  load(): Promise<void>;
  create(name: string): Promise<Tag>;
  update(tagId: TagId, changes: { readonly name?: string; readonly colour?: number }): Promise<void>;
}

export const useTagsStore = create<TagsStore>()((set, get) => ({
  tags: [],

  async load() {
    set({ tags: await api.request('tags:list') });
  },

  async create(name) {
    const tag = await api.request('tags:create', { name });
    await get().load();
    return tag;
  },

  async update(tagId, changes) {
    await api.request('tags:update', { tagId, changes });
    await get().load();
  },
}));

/** The tags of a session, by name; those in the trash are not among them. */
export function tagsOf(tags: readonly Tag[], tagIds: readonly TagId[]): readonly Tag[] {
  return tagIds.length === 0 ? [] : tags.filter(({ id }) => tagIds.includes(id));
}
