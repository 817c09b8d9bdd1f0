import type { RetentionPreview, TrashItem } from '#shared/contract/trash.ts';
import type { Retention } from '#shared/settings.ts';
import { text } from '#shared/text/index.ts';
import { api } from '../api.ts';
import { focusOn } from '../focus.ts';
import { useTrashStore } from '../stores/library/trash-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { attempt } from './attempt.ts';

/** Leads what main says about the trash to its store. Returns the function that ends that. */
export function followTrash(): () => void {
  const subscriptions = [
    api.on('trash:changed', () => {
      if (useViewStore.getState().mainView === 'trash') attempt(useTrashStore.getState().load);
    }),
    api.on('trash:erasing', useTrashStore.getState().erasingChanged),
  ];
  return () => {
    for (const unsubscribe of subscriptions) unsubscribe();
  };
}

export async function restoreItems(items: readonly TrashItem[]): Promise<void> {
  const [first] = items;
  if (first === undefined) return;
  await useTrashStore.getState().restore(items.map(({ thing }) => thing));
  useNoticesStore.getState().announce(text.trash.restored(titleOfItem(first), items.length));
}

export async function eraseItems(items: readonly TrashItem[]): Promise<void> {
  if (items.length === 0) return;
  await useTrashStore.getState().erase(items.map(({ thing }) => thing));
  useNoticesStore.getState().announce(text.trash.erased);
}

export async function emptyTrash(): Promise<void> {
  await useTrashStore.getState().empty();
  useNoticesStore.getState().announce(text.trash.erased);
}

/** What a policy would do now. */
export function previewRetention(retention: Retention): Promise<RetentionPreview> {
  return api.request('retention:preview', retention);
}

export function leaveTrash(): void {
  useViewStore.getState().show('conversation');
  focusOn('composer');
}

export function titleOfItem({ title }: Pick<TrashItem, 'title'>): string {
  return title.trimStart().split('\n', 1)[0] || text.trash.untitled;
}
