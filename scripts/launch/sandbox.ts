import { statSync } from 'node:fs';
import { findProgram, runCommand } from '../setup/command.ts';
import { modulePath } from '../setup/paths.ts';
import { isRoot } from '../setup/system-packages.ts';

/**
 * True when Chromium's sandbox cannot work here, and Electron would refuse to start with it: for root, and where
 * ordinary users may not make user namespaces (Ubuntu 24.04, many containers). Says so in one line.
 * This is for running from source; an installed Parlor brings its own sandbox helper.
 */
export async function mustRunWithoutSandbox(): Promise<boolean> {
  if (process.platform !== 'linux') {
    return false;
  }
  if (isRoot()) {
    console.warn(
      "Running as root: Chromium's sandbox is off (--no-sandbox). Better use an ordinary account.",
    );
    return true;
  }
  if (hasSetuidHelper() || (await canMakeUserNamespace())) {
    return false;
  }
  console.warn("This system does not allow Chromium's sandbox to ordinary users: it is off (--no-sandbox).");
  return true;
}

function hasSetuidHelper(): boolean {
  const about = statSync(modulePath('electron', 'dist', 'chrome-sandbox'), { throwIfNoEntry: false });
  return about !== undefined && about.uid === 0 && (about.mode & 0o4000) !== 0;
}

async function canMakeUserNamespace(): Promise<boolean> {
  // Without the program (util-linux) nothing is known; Electron then decides.
  return findProgram('unshare') === undefined || (await runCommand('unshare', ['-Ur', 'true'])).code === 0;
}
