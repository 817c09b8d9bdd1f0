import { findProgram, lastLines, runCommand } from './command.ts';
import {
  choosePackages,
  missingLibraries,
  neededFonts,
  readAptPolicy,
  readDpkgStatus,
  readLdconfig,
} from './package-names.ts';
import { SetupError } from './setup-error.ts';

/**
 * Linux: what Electron needs from the system, and Xvfb where there is no display. As root on Debian and its
 * relatives the missing packages are installed, else the user is told; the setup goes on either way.
 */
export async function ensureSystemPackages(): Promise<void> {
  if (process.platform !== 'linux') {
    return;
  }
  const wanted = (await findMissingLibraries()).map((missing) => missing.packages);
  if (!hasDisplay() && findProgram('Xvfb') === undefined) {
    wanted.push(['xvfb']);
  }
  if (findProgram('apt-get') === undefined) {
    await reportWithoutApt();
    return;
  }
  wanted.push(...(await missingFonts()));
  if (wanted.length === 0) {
    return;
  }
  if (!isRoot()) {
    console.warn(
      `setup: Electron needs system packages that are not installed. Please run:\n  ${await advice(wanted)}`,
    );
    return;
  }
  const failure = await install(wanted);
  if (failure !== undefined) {
    console.warn(`setup: going on without these system packages, although Parlor may not start.\n${failure}`);
  }
}

/** Throws SetupError when there is no C++ compiler and none can be installed. */
export async function requireCompiler(): Promise<void> {
  if (findProgram('g++') !== undefined && findProgram('gcc') !== undefined) {
    return;
  }
  const reason = 'A C++ compiler (g++) is needed to build better-sqlite3 for the development runtime.';
  if (findProgram('apt-get') === undefined) {
    throw new SetupError(`${reason} Install gcc and g++, then run: npm run setup`);
  }
  if (!isRoot()) {
    throw new SetupError(`${reason} Please run:\n  ${await advice([['g++']])}\n  npm run setup`);
  }
  const failure = await install([['g++']]);
  if (failure !== undefined) {
    throw new SetupError(`${reason}\n${failure}`);
  }
}

/** What to tell a user whose Electron did not find its libraries; undefined when all are there. */
export async function libraryAdvice(): Promise<string | undefined> {
  const missing = await findMissingLibraries();
  if (missing.length === 0) {
    return undefined;
  }
  const names = missing.map((one) => one.library).join(', ');
  const remedy =
    findProgram('apt-get') === undefined
      ? 'Install the packages of your system that contain them.'
      : `Please run:\n  ${await advice(missing.map((one) => one.packages))}`;
  return `These system libraries, which Electron needs, are missing: ${names}. ${remedy}`;
}

export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function findMissingLibraries(): Promise<ReturnType<typeof missingLibraries>> {
  const ldconfig = await runCommand(findProgram('ldconfig') ?? 'ldconfig', ['-p'], { env: inEnglish() });
  // Without a list (some systems have no ldconfig) nothing can be said; Electron itself will tell at start.
  return ldconfig.code === 0 ? missingLibraries(readLdconfig(ldconfig.stdout, process.arch)) : [];
}

async function missingFonts(): Promise<readonly (readonly string[])[]> {
  const status = await runCommand('dpkg-query', ['-s', ...neededFonts], { env: inEnglish() });
  const installed = readDpkgStatus(status.stdout);
  return neededFonts.filter((name) => !installed.has(name)).map((name) => [name]);
}

async function reportWithoutApt(): Promise<void> {
  const missing = await findMissingLibraries();
  if (missing.length > 0) {
    console.warn(
      `setup: Electron needs libraries that were not found: ${missing.map((one) => one.library).join(', ')}`,
    );
  }
  if (!hasDisplay() && findProgram('Xvfb') === undefined) {
    console.warn(
      'setup: there is no display, and no Xvfb to make a virtual one: install Xvfb to run Parlor here.',
    );
  }
}

async function packageNames(wanted: readonly (readonly string[])[]): Promise<readonly string[]> {
  const policy = await runCommand('apt-cache', ['policy', ...new Set(wanted.flat())], { env: inEnglish() });
  return choosePackages(wanted, readAptPolicy(policy.stdout));
}

async function advice(wanted: readonly (readonly string[])[]): Promise<string> {
  const names = await packageNames(wanted);
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/** Gives what went wrong, or undefined. */
async function install(wanted: readonly (readonly string[])[]): Promise<string | undefined> {
  const env = { ...inEnglish(), DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt may be at work, for example the unattended upgrades of a machine that has just been started.
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::http::Timeout=30'];
  // First the lists: images of Debian come without, and without them the names cannot be chosen either.
  const update = await runCommand('apt-get', [...options, 'update'], { env });
  const names = await packageNames(wanted);
  console.log(`setup: installing system packages: ${names.join(' ')}`);
  const result = await runCommand(
    'apt-get',
    [...options, 'install', '-y', '--no-install-recommends', ...names],
    { env },
  );
  if (result.code === 0) {
    return undefined;
  }
  const log = update.code === 0 ? result.output : `${lastLines(update.output, 5)}\n${result.output}`;
  return `apt-get could not install ${names.join(' ')}:\n${lastLines(log)}`;
}

function inEnglish(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C' };
}
