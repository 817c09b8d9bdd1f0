import { chmodSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import * as v from 'valibot';
import { AppError, messageOf } from '#shared/errors.ts';
import { defaultSettings, type Settings, type SettingsChanges, settingsSchema } from '#shared/settings.ts';

const windowStateSchema = v.object({
  x: v.number(),
  y: v.number(),
  width: v.pipe(v.number(), v.minValue(100)),
  height: v.pipe(v.number(), v.minValue(100)),
  isMaximized: v.boolean(),
  zoomLevel: v.optional(v.pipe(v.number(), v.minValue(-5), v.maxValue(8)), 0),
});
/** Place and size in screen pixels of the window when it is not maximised. */
export type WindowState = Readonly<v.InferOutput<typeof windowStateSchema>>;

const fileSchema = v.object({
  settings: v.optional(settingsSchema, defaultSettings),
  window: v.optional(windowStateSchema),
});
type SettingsFile = v.InferOutput<typeof fileSchema>;

export interface SettingsStore {
  readonly settings: () => Settings;
  /** Lays the changes over the settings and writes the file before it returns. Errors: disk-full, write-failed. */
  readonly update: (changes: SettingsChanges) => Settings;
  readonly windowState: () => WindowState | undefined;
  readonly setWindowState: (state: WindowState) => void;
  /** Where a damaged file was put and what was wrong with it; null when the file was fine. */
  readonly setAside: { readonly path: string; readonly problem: string } | null;
}

/** Opens `settings.json` in the folder. A damaged file is set aside under another name, never overwritten. */
export function openSettings(folder: string): SettingsStore {
  const setAside = setAsideIfDamaged(join(folder, 'settings.json'));
  const store = new ElectronStore<SettingsFile>({
    cwd: folder,
    name: 'settings',
    configFileMode: 0o600,
    clearInvalidConfig: false,
  });
  // What an older or newer Parlor left out is filled in; what was wrong is no longer there.
  let file: SettingsFile = v.parse(fileSchema, {
    settings: store.get('settings'),
    window: store.get('window'),
  });

  function write(changed: Partial<SettingsFile>): void {
    try {
      store.set(changed);
    } catch (thrown) {
      throw toWriteError(store.path, thrown);
    }
    file = { ...file, ...changed };
  }

  return {
    settings: () => file.settings,
    update(changes) {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      write({ settings: v.parse(settingsSchema, { ...file.settings, ...given }) });
      return file.settings;
    },
    windowState: () => file.window,
    setWindowState(state) {
      try {
        write({ window: state });
      } catch {
        // Where a window stood is not worth an error; the next move tries again.
      }
    },
    setAside,
  };
}

function toWriteError(path: string, thrown: unknown): AppError {
  const isFull = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC';
  return new AppError(
    isFull
      ? { code: 'disk-full', details: { path } }
      : { code: 'write-failed', details: { path, detail: messageOf(thrown) } },
    { cause: thrown },
  );
}

function setAsideIfDamaged(path: string): SettingsStore['setAside'] {
  if (!existsSync(path)) return null;
  const problem = problemOf(readFileSync(path, 'utf8'));
  if (problem === null) return null;
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const asidePath = `${path}.damaged-${stamp}`;
  renameSync(path, asidePath);
  chmodSync(asidePath, 0o600);
  return { path: asidePath, problem };
}

function problemOf(content: string): string | null {
  try {
    const parsed = v.safeParse(fileSchema, JSON.parse(content));
    if (parsed.success) return null;
    const [issue] = parsed.issues;
    return `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`;
  } catch (thrown) {
    return messageOf(thrown);
  }
}
