import { create } from 'zustand';
import type { CommandId } from '#shared/commands.ts';
import type { PromptId } from '#shared/contract/prompts.ts';
import type { FoundTitle } from '#shared/contract/search.ts';
import type { Project, SessionId, Tag } from '#shared/domain.ts';
import { api } from '../../api.ts';

const recentShown = 7;
const mostFound = 20;

interface PaletteStore {
  readonly text: string;
  /** Sessions for the last text that was answered. */
  readonly found: { readonly text: string; readonly titles: readonly FoundTitle[] };
  /** Begins anew, with the most recent sessions. */
  begin(): void;
  setText(text: string): void;
}

const nothing = { text: '', titles: [] };

/** What is written in the palette, and the sessions whose titles fit. */
export const usePaletteStore = create<PaletteStore>()((set) => ({
  text: '',
  found: nothing,

  begin() {
    set({ text: '', found: nothing });
    void findTitles('');
  },

  setText(text) {
    set({ text });
    if (paletteMode(text).kind === 'all') void findTitles(text);
  },
}));

/** What Enter does. */
export type PaletteTarget =
  | { readonly kind: 'session'; readonly sessionId: SessionId }
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'project'; readonly project: Project }
  | { readonly kind: 'new-in-project'; readonly project: Project }
  | { readonly kind: 'model'; readonly name: string }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'prompt'; readonly promptId: PromptId }
  | { readonly kind: 'tag'; readonly tag: Tag };

export type PaletteMode =
  | { readonly kind: 'all'; readonly needle: string }
  | { readonly kind: 'commands' | 'projects' | 'models' | 'tags'; readonly needle: string };

/** A sign at the beginning leaves only one kind of entries. */
export function paletteMode(text: string): PaletteMode {
  const kinds = { '>': 'commands', '/': 'projects', '@': 'models', '#': 'tags' } as const;
  const sign = text[0];
  if (sign === '>' || sign === '/' || sign === '@' || sign === '#') {
    return { kind: kinds[sign], needle: text.slice(1).trim() };
  }
  return { kind: 'all', needle: text.trim() };
}

async function findTitles(text: string): Promise<void> {
  const limit = text.trim() === '' ? recentShown : mostFound;
  // Without its sessions the palette still has everything else.
  const titles = await api.request('search:titles', { text, limit }).catch(() => []);
  if (usePaletteStore.getState().text === text) usePaletteStore.setState({ found: { text, titles } });
}
