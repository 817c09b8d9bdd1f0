import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The threads of Parlor's main process: what each is built to, and from which file. */
export const mainThreads = {
  'database-worker': join(root, 'src/main/db/thread/worker.ts'),
  'inspection-worker': join(root, 'src/main/attachments/inspection-worker.ts'),
  'transfer-worker': join(root, 'src/main/transfer/thread/transfer-worker.ts'),
  'spelling-worker': join(root, 'src/main/spelling/spelling-worker.ts'),
};

/** Threads that stand for one of Parlor's in a test, and die or hang as they are told. */
export const testThreads = {
  'dying-worker': join(root, 'src/main/db/thread/testing/dying-worker.ts'),
  'dying-reader': join(root, 'src/main/db/thread/testing/dying-reader.ts'),
  'misbehaving-worker': join(root, 'src/main/attachments/testing/misbehaving-worker.ts'),
};

/** Where `buildThreads` puts them. */
export const builtThreads = join(root, 'out/threads');

/**
 * The built file of a thread, for unit tests and benchmarks. Never the source file: Node strips its types with
 * WebAssembly, and V8 frees code that several threads of one process share too early now and then, which ends the
 * process with SIGSEGV or SIGTRAP (in Runtime_TierUpWasmToJSWrapper; seen with Node 24.21 about once in ten runs of
 * the tests of one folder on two busy cores).
 */
export function builtThread(name: keyof typeof mainThreads | keyof typeof testThreads): string {
  return join(builtThreads, `${name}.cjs`);
}
