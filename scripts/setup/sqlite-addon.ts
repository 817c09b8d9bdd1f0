import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lastLines, runCommand } from './command.ts';
import { readDefines } from './gypi.ts';
import { cachePath, modulePath } from './paths.ts';
import { SetupError } from './setup-error.ts';
import { requireCompiler } from './system-packages.ts';

const packageFolder = modulePath('better-sqlite3');
const compatibilityHeader = join(import.meta.dirname, 'node-api-8.h');

/** better-sqlite3 loads this file rather than its prebuilt one, when it is there. */
const builtAddon = join(packageFolder, 'build', 'Release', 'better_sqlite3.node');

/**
 * Builds better-sqlite3 for the development runtime: its prebuilt binary asks for Node-API 10 and crashes in
 * Electron 25. What is built here runs in Node 24 too, so unit tests use the same file.
 */
export async function buildSqliteAddon(): Promise<void> {
  const flags = await compilerFlags();
  const key = await fingerprint(flags);
  const cached = cachePath(`better-sqlite3-${key}.node`);
  if (!existsSync(cached)) {
    await requireCompiler();
    console.log('setup: building better-sqlite3 for the development runtime (once, about a minute)');
    await compile(flags, cached);
  }
  if (!(await isSameFile(cached, builtAddon))) {
    await mkdir(dirname(builtAddon), { recursive: true });
    // By way of a second name, so that a running program keeps the file it has mapped.
    await copyFile(cached, `${builtAddon}.new`);
    await rename(`${builtAddon}.new`, builtAddon);
    console.log('setup: better-sqlite3 is ready for the development runtime');
  }
}

/** With the official Electron the package's own prebuilt binary is right, and a leftover build would shadow it. */
export async function removeSqliteAddon(): Promise<void> {
  await rm(join(packageFolder, 'build'), { recursive: true, force: true });
}

type Flags = {
  readonly sqlite: readonly string[];
  readonly addon: readonly string[];
  readonly link: readonly string[];
};

/**
 * What node-gyp would pass for a release build on Linux, from better-sqlite3's binding.gyp and deps/*.gyp*, but
 * with hidden symbols for SQLite too: Node carries an SQLite of its own whose names must not be mixed up with these.
 */
async function compilerFlags(): Promise<Flags> {
  const sqliteDefines = readDefines(await readFile(join(packageFolder, 'deps', 'defines.gypi'), 'utf8'));
  const addonDefines = readDefines(await readFile(join(packageFolder, 'binding.gyp'), 'utf8'));
  const common = ['-O3', '-DNDEBUG', '-fPIC', '-pthread', '-fvisibility=hidden'];
  return {
    sqlite: [...common, '-std=c99', '-w', ...sqliteDefines.map((define) => `-D${define}`)],
    addon: [
      ...common,
      ...['-std=c++20', '-fno-rtti', '-fno-exceptions', '-fvisibility-inlines-hidden', '-flto'],
      '-DBUILDING_NODE_EXTENSION',
      ...addonDefines.map((define) => `-D${define.replace(/^NAPI_VERSION=.*/, 'NAPI_VERSION=8')}`),
    ],
    link: ['-shared', '-pthread', '-flto', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'],
  };
}

async function compile(flags: Flags, target: string): Promise<void> {
  const headers = [modulePath('node-api-headers', 'include'), modulePath('node-addon-api')];
  const sqliteFolder = join(packageFolder, 'deps', 'sqlite3');
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(`${target}.`);
  try {
    const sqliteObject = join(work, 'sqlite3.o');
    const addonObject = join(work, 'better_sqlite3.o');
    await Promise.all([
      run('gcc', [...flags.sqlite, '-c', join(sqliteFolder, 'sqlite3.c'), '-o', sqliteObject]),
      run('g++', [
        ...flags.addon,
        ...['-include', compatibilityHeader],
        ...[...headers, sqliteFolder].flatMap((folder) => ['-I', folder]),
        ...['-c', join(packageFolder, 'src', 'better_sqlite3.cpp'), '-o', addonObject],
      ]),
    ]);
    const addon = join(work, 'better_sqlite3.node');
    await run('g++', [...flags.link, addonObject, sqliteObject, '-ldl', '-o', addon]);
    await tryAddon(addon);
    await rename(addon, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function run(compiler: string, args: readonly string[]): Promise<void> {
  const result = await runCommand(compiler, args);
  if (result.code !== 0) {
    throw new SetupError(`better-sqlite3 could not be built: ${compiler} says\n${lastLines(result.output)}`);
  }
}

/** In a process of its own, because a wrong binary does not throw: it crashes. */
async function tryAddon(addon: string): Promise<void> {
  const program = `
    const Database = require(${JSON.stringify(packageFolder)});
    const database = new Database(':memory:', { nativeBinding: ${JSON.stringify(addon)} });
    database.exec("CREATE VIRTUAL TABLE words USING fts5(text); INSERT INTO words VALUES ('a parlor')");
    if (database.prepare("SELECT text FROM words WHERE words MATCH 'parlor'").get().text !== 'a parlor') process.exit(1);
  `;
  const result = await runCommand(process.execPath, ['-e', program]);
  if (result.code !== 0) {
    throw new SetupError(`better-sqlite3 was built, but does not work:\n${lastLines(result.output)}`);
  }
}

/** Tells apart everything that leads to another binary: package version, processor, headers, flags. */
async function fingerprint(flags: Flags): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const header = await readFile(compatibilityHeader, 'utf8');
  const hash = createHash('sha256')
    .update(JSON.stringify([process.arch, flags, header]))
    .digest('hex')
    .slice(0, 16);
  return `${version}-${hash}`;
}

async function isSameFile(first: string, second: string): Promise<boolean> {
  if (!existsSync(second)) {
    return false;
  }
  const [a, b] = await Promise.all([readFile(first), readFile(second)]);
  return a.equals(b);
}
