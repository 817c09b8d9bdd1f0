import * as v from 'valibot';
import { type CommandId, commandIds } from '../commands.ts';
import type { ErrorReport } from '../errors.ts';
import { type Settings, settingsChangesSchema } from '../settings.ts';
import { carries, takes } from './define.ts';

/** Something the user has to know about this start. */
export type StartNotice =
  | { readonly kind: 'settings-set-aside'; readonly path: string; readonly problem: string }
  | { readonly kind: 'answers-interrupted'; readonly count: number };

export interface AppInfo {
  readonly version: string;
  readonly platform: 'mac' | 'windows' | 'linux';
  readonly dataFolder: string;
  readonly notices: readonly StartNotice[];
}

export const appRequests = {
  'app:info': takes(v.undefined()).returns<AppInfo>(),
  'app:open-data-folder': takes(v.undefined()).returns<void>(),
  'window:zoom': takes(v.strictObject({ to: v.picklist(['in', 'out', 'reset']) })).returns<void>(),
  /** What the page shows when printed, through the system's dialog. Error: print-failed. */
  'window:print': takes(v.undefined()).returns<void>(),
  /** Writes what the page keeps in its own storage to disk now. */
  'window:keep-remembered': takes(v.undefined()).returns<void>(),
  /** The answer to `window:closing`: everything typed is saved. */
  'window:may-close': takes(v.undefined()).returns<void>(),
  'window:quit': takes(v.undefined()).returns<void>(),
  'settings:get': takes(v.undefined()).returns<Settings>(),
  'settings:update': takes(settingsChangesSchema).returns<Settings>(),
  /** Tells main which commands can run now, so that the menu shows the rest greyed out. */
  'menu:enable': takes(v.strictObject({ commands: v.array(v.picklist(commandIds)) })).returns<void>(),
};

export const appEvents = {
  'settings:changed': carries<Settings>(),
  /** The window is about to go; it waits a moment for `window:may-close`. */
  'window:closing': carries<null>(),
  /** A command was chosen in the menu. */
  'command:chosen': carries<{ readonly id: CommandId }>(),
  /** Something went wrong outside any request. */
  'app:problem': carries<ErrorReport>(),
};
