import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { lastLines, runCommand } from './command.ts';
import { modulePath } from './paths.ts';
import { SetupError } from './setup-error.ts';

const answerTimeoutMs = 10_000;

/** Electron's download place (or the mirror that was set) cannot be reached or does not give the file. */
export class ElectronUnreachable extends Error {
  override readonly name = 'ElectronUnreachable';
}

/** The pinned version, such as "45.4.1". */
export async function officialVersion(): Promise<string> {
  const about = JSON.parse(await readFile(modulePath('electron', 'package.json'), 'utf8')) as {
    version: string;
  };
  return about.version;
}

export async function isOfficialInstalled(): Promise<boolean> {
  try {
    await readFile(modulePath('electron', 'path.txt'));
    const installed = await readFile(modulePath('electron', 'dist', 'version'), 'utf8');
    return installed.trim().replace(/^v/, '') === (await officialVersion());
  } catch {
    return false;
  }
}

/** Throws ElectronUnreachable when the download fails, SetupError when anything else does. */
export async function installOfficialElectron(): Promise<void> {
  await downloadIntoElectronsCache();
  const result = await runCommand(process.execPath, [modulePath('electron', 'install.js')]);
  if (result.code !== 0) {
    throw new SetupError(`Electron's own installer failed:\n${lastLines(result.output)}`);
  }
}

/**
 * Does the download part of Electron's install.js, which then finds the file in its cache. It is done here because
 * install.js has no time limit, and its failure is a printed stack, not a reason.
 */
async function downloadIntoElectronsCache(): Promise<void> {
  const require = createRequire(modulePath('electron', 'package.json'));
  const { downloadArtifact } = require('@electron/get') as ElectronGet;
  const { ELECTRON_INSTALL_PLATFORM, ELECTRON_INSTALL_ARCH, npm_config_platform, npm_config_arch } =
    process.env;
  const { electron_config_cache } = process.env;
  await downloadArtifact({
    version: await officialVersion(),
    artifactName: 'electron',
    platform: ELECTRON_INSTALL_PLATFORM || npm_config_platform || process.platform,
    arch: ELECTRON_INSTALL_ARCH || npm_config_arch || process.arch,
    cacheRoot: electron_config_cache,
    checksums: require('./checksums.json') as Readonly<Record<string, string>>,
    downloader: { download },
  }).catch((error: Error) => {
    if (error.message.includes('did not match expected checksum')) {
      throw new SetupError(
        `The download of Electron is not the file it should be. Nothing was unpacked. ${error.message}`,
      );
    }
    throw error;
  });
}

type ElectronGet = {
  /** Verifies the checksum; calls the downloader only when its cache does not have the file. */
  readonly downloadArtifact: (details: {
    readonly version: string;
    readonly artifactName: string;
    readonly platform: string;
    readonly arch: string;
    readonly cacheRoot: string | undefined;
    readonly checksums: Readonly<Record<string, string>>;
    readonly downloader: { readonly download: typeof download };
  }) => Promise<string>;
};

async function download(url: string, target: string): Promise<void> {
  // The limit holds only until the server answers: a slow download may take its time.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(new Error('no answer within 10 seconds')), answerTimeoutMs);
  try {
    const response = await fetch(url, { signal: patience.signal });
    clearTimeout(timer);
    if (!response.ok || response.body === null) {
      throw new Error(`the server answered ${response.status} ${response.statusText}`);
    }
    console.log(`setup: downloading Electron from ${new URL(url).host} (about 110 MB)`);
    await pipeline(Readable.fromWeb(response.body), createWriteStream(target));
  } catch (error) {
    if (isDiskError(error)) {
      throw error;
    }
    throw new ElectronUnreachable(`${url}: ${reasonOf(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function isDiskError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return ['ENOSPC', 'EACCES', 'EROFS', 'EDQUOT', 'EIO'].includes(code);
}

/** fetch says "fetch failed" and hides the reason in the cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
