import { api } from '../api.ts';
import { focusOn } from '../focus.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { useViewStore } from '../stores/window/view-store.ts';

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
