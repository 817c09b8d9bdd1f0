import { create } from 'zustand';
import type { AppInfo } from '#shared/contract/app.ts';
import { defaultSettings, type Settings, type SettingsChanges } from '#shared/settings.ts';
import { api } from '../api.ts';

interface SettingsStore {
  readonly settings: Settings;
  /** Null until main has answered. */
  readonly info: AppInfo | null;
  load(): Promise<AppInfo>;
  /** Shown at once; taken back when main refuses, which is thrown. */
  update(changes: SettingsChanges): Promise<void>;
  changed(settings: Settings): void;
  openDataFolder(): Promise<void>;
}

/** Settings of this computer, and what this program knows about itself. */
export const useSettingsStore = create<SettingsStore>()((set, get) => ({
  settings: defaultSettings,
  info: null,

  async load() {
    const [settings, info] = await Promise.all([api.request('settings:get'), api.request('app:info')]);
    set({ settings, info });
    return info;
  },

  async update(changes) {
    const before = get().settings;
    set({ settings: { ...before, ...changes } });
    try {
      set({ settings: await api.request('settings:update', changes) });
    } catch (thrown) {
      set({ settings: before });
      throw thrown;
    }
  },

  changed: (settings) => set({ settings }),

  openDataFolder: () => api.request('app:open-data-folder'),
}));

/** Before main has answered, the browser's word is good enough. */
export function isMac({ info }: Pick<SettingsStore, 'info'>): boolean {
  return info === null ? navigator.userAgent.includes('Mac OS') : info.platform === 'mac';
}
