import { api } from '../api.ts';
import { focusOn } from '../focus.ts';
import { useStatisticsStore } from '../stores/library/statistics-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { useViewStore } from '../stores/window/view-store.ts';

/** Leads what changes the sums to their store, while somebody sees them. Returns the function that ends that. */
export function followStatistics(): () => void {
  const noteChange = () => {
    if (useViewStore.getState().mainView === 'statistics') useStatisticsStore.getState().noteChange();
  };
  const subscriptions = [api.on('trash:changed', noteChange), api.on('sessions:removed', noteChange)];
  return () => {
    for (const unsubscribe of subscriptions) unsubscribe();
  };
}

export async function saveTable(name: string, text: string): Promise<void> {
  const { path } = await api.request('statistics:save', { kind: 'csv', name, text });
  if (path !== null) useNoticesStore.getState().show({ kind: 'exported', path });
}

export async function savePicture(name: string, bytes: Uint8Array): Promise<void> {
  const { path } = await api.request('statistics:save', { kind: 'png', name, bytes });
  if (path !== null) useNoticesStore.getState().show({ kind: 'exported', path });
}

export function leaveStatistics(): void {
  useViewStore.getState().show('conversation');
  focusOn('composer');
}
