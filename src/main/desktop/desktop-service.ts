import { app, type BrowserWindow, nativeTheme, session, shell } from 'electron';
import type { CommandId } from '#shared/commands.ts';
import type { AppInfo, StartNotice } from '#shared/contract/app.ts';
import type { Emit, RequestInput } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors.ts';
import type { Settings, SettingsChanges } from '#shared/settings.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { AppMenu } from './menu.ts';
import { printWindow } from './print-window.ts';
import { saveWindowState } from './window.ts';

const zoomLimits = { min: -4, max: 6 };

export interface DesktopServiceOptions {
  readonly settings: SettingsStore;
  readonly menu: AppMenu;
  readonly dataFolder: string;
  readonly notices: readonly StartNotice[];
  readonly emit: Emit;
  readonly window: () => BrowserWindow | null;
  readonly onAddressChanged: () => void;
  readonly onPageMayClose: () => void;
}

/** What the window asks of the program around it. */
export interface DesktopService {
  /** What there is to tell about this start is told once. */
  info(): AppInfo;
  settings(): Settings;
  updateSettings(changes: SettingsChanges): Settings;
  /** Error: open-failed when the system cannot show the folder. */
  openDataFolder(): Promise<void>;
  /** Settles when the system's dialog is closed. Error: print-failed. */
  print(): Promise<void>;
  zoom(to: RequestInput<'window:zoom'>['to']): void;
  /** What the page keeps in its own storage is otherwise written some seconds later. */
  keepRemembered(): void;
  pageMayClose(): void;
  quit(): void;
  enableCommands(ids: readonly CommandId[]): void;
}

export function createDesktopService(options: DesktopServiceOptions): DesktopService {
  let untold = options.notices;

  return {
    info() {
      const notices = untold;
      untold = [];
      return { version: app.getVersion(), platform: platformName(), dataFolder: options.dataFolder, notices };
    },
    settings: () => options.settings.settings(),
    updateSettings(changes) {
      const before = options.settings.settings();
      const settings = options.settings.update(changes);
      nativeTheme.themeSource = settings.theme;
      options.emit('settings:changed', settings);
      if (settings.ollamaAddress !== before.ollamaAddress) options.onAddressChanged();
      return settings;
    },
    async openDataFolder() {
      const detail = await shell.openPath(options.dataFolder);
      if (detail !== '')
        throw new AppError({ code: 'open-failed', details: { path: options.dataFolder, detail } });
    },
    print() {
      const window = options.window();
      return window === null ? Promise.resolve() : printWindow(window);
    },
    zoom(to) {
      const window = options.window();
      if (window === null) return;
      const level = window.webContents.getZoomLevel();
      const wanted = to === 'reset' ? 0 : level + (to === 'in' ? 0.5 : -0.5);
      window.webContents.setZoomLevel(Math.min(zoomLimits.max, Math.max(zoomLimits.min, wanted)));
      saveWindowState(window, options.settings);
    },
    keepRemembered: () => session.defaultSession.flushStorageData(),
    pageMayClose: () => options.onPageMayClose(),
    quit: () => app.quit(),
    enableCommands: (ids) => options.menu.enable(ids),
  };
}

function platformName(): AppInfo['platform'] {
  if (process.platform === 'darwin') return 'mac';
  return process.platform === 'win32' ? 'windows' : 'linux';
}
