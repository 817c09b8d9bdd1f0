import { create } from 'zustand';
import type { AppInfo } from '#shared/contract/app.ts';
import { defaultSettings, type Settings, type SettingsChanges } from '#shared/settings.ts';
import { api } from '../../api.ts';

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

/** Changes on their way to main. */
let underWay = 0;

/** Settings of this computer, and what this program knows about itself. */
export const useSettingsStore = create<SettingsStore>()((set) => ({
  settings: defaultSettings,
  info: null,

  async load() {
    const [settings, info] = await Promise.all([api.request('settings:get'), api.request('app:info')]);
    set({ settings, info });
    return info;
  },

  async update(changes) {
    set(({ settings }) => ({ settings: { ...settings, ...changes } }));
    underWay += 1;
    try {
      const settings = await api.request('settings:update', changes);
      if (underWay === 1) set({ settings });
    } catch (thrown) {
      set({ settings: await api.request('settings:get') });
      throw thrown;
    } finally {
      underWay -= 1;
    }
  },

  // While a slider is drawn, what main says is older than what is shown.
  changed: (settings) => underWay === 0 && set({ settings }),

  openDataFolder: () => api.request('app:open-data-folder'),
}));

/** Before main has answered, the browser's word is good enough. */
export function isMac({ info }: Pick<SettingsStore, 'info'>): boolean {
  return info === null ? navigator.userAgent.includes('Mac OS') : info.platform === 'mac';
}
