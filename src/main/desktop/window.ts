import { BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import type { SettingsStore, WindowState } from '../settings/settings-store.ts';

const defaultSize = { width: 1280, height: 800 };
const smallestSize = { minWidth: 640, minHeight: 480 };
const saveDelayMs = 400;
const crashPauseMs = 5_000;

export interface MainWindowOptions {
  readonly preloadPath: string;
  /** Shown by desktops that do not take it from the installed program. */
  readonly iconPath: string;
  readonly page: string;
  readonly settings: SettingsStore;
  /** Asked once when the window is to close; it goes when the promise has settled. */
  readonly beforeClose: () => Promise<void>;
}

/** Opens the window where it was last time, and remembers where it goes. */
export function openMainWindow({
  preloadPath,
  iconPath,
  page,
  settings,
  beforeClose,
}: MainWindowOptions): BrowserWindow {
  const state = settings.windowState();
  const window = new BrowserWindow({
    ...placeOf(state),
    ...smallestSize,
    show: false,
    title: 'Parlor',
    icon: iconPath,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1b19' : '#fbfaf7',
    webPreferences: {
      preload: preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      // Dictionaries would be fetched from the internet.
      spellcheck: false,
    },
  });
  if (state?.isMaximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.webContents.on('did-finish-load', () =>
    window.webContents.setZoomLevel(settings.windowState()?.zoomLevel ?? 0),
  );
  rememberPlace(window, settings);
  askBeforeClosing(window, beforeClose);
  reloadWhenGone(window);
  void window.loadURL(page);
  return window;
}

/** Where the window was, or the default size where the system likes it when that place is gone. */
function placeOf(state: WindowState | undefined): Partial<Rectangle> {
  if (state === undefined || !isOnScreen(state)) return defaultSize;
  const { x, y, width, height } = state;
  return { x, y, width, height };
}

/** False when the display the window was on is gone. */
function isOnScreen(place: Rectangle): boolean {
  const area = screen.getDisplayMatching(place).workArea;
  const overlapX = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  const overlapY = Math.min(place.y + place.height, area.y + area.height) - Math.max(place.y, area.y);
  return overlapX > 100 && overlapY > 60;
}

/** Keeps size, place and zoom in the settings file. */
function rememberPlace(window: BrowserWindow, settings: SettingsStore): void {
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    saveWindowState(window, settings);
  };
  const saveSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(save, saveDelayMs);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('maximize', saveSoon);
  window.on('unmaximize', saveSoon);
  window.on('close', save);
}

export function saveWindowState(window: BrowserWindow, settings: SettingsStore): void {
  if (window.isDestroyed()) return;
  settings.setWindowState({
    ...window.getNormalBounds(),
    isMaximized: window.isMaximized(),
    zoomLevel: window.webContents.getZoomLevel(),
  });
}

function askBeforeClosing(window: BrowserWindow, beforeClose: () => Promise<void>): void {
  let isAsked = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (isAsked) return;
    isAsked = true;
    void beforeClose().finally(() => window.destroy());
  });
}

/** A crashed page is loaded again, as everything it showed is in the database; not when it crashes at once again. */
function reloadWhenGone(window: BrowserWindow): void {
  let reloadedAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const isAtOnce = Date.now() - reloadedAt < crashPauseMs;
    if (reason === 'clean-exit' || isAtOnce || window.isDestroyed()) return;
    reloadedAt = Date.now();
    window.webContents.reload();
  });
}
