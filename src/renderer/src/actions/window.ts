import { api } from '../api.ts';

export async function quit(): Promise<void> {
  await api.request('window:quit');
}

export async function zoom(to: 'in' | 'out' | 'reset'): Promise<void> {
  await api.request('window:zoom', { to });
}
