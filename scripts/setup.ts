import { existsSync } from 'node:fs';
import { isDevelopmentRuntime } from './setup/development-runtime.ts';
import { ensureElectron } from './setup/electron-runtime.ts';
import { modulePath } from './setup/paths.ts';
import { buildSqliteAddon, removeSqliteAddon } from './setup/sqlite-addon.ts';
import { ensureSystemPackages } from './setup/system-packages.ts';

/**
 * `npm run setup`, and after every `npm ci`: what npm alone does not bring. Every step looks first whether it is
 * done already, and then says nothing. Throws SetupError.
 */
export async function main(): Promise<number> {
  if (!existsSync(modulePath('electron'))) {
    console.log('setup: without the development dependencies there is nothing to set up');
    return 0;
  }
  await ensureSystemPackages();
  await ensureElectron();
  await (isDevelopmentRuntime() ? buildSqliteAddon() : removeSqliteAddon());
  return 0;
}
