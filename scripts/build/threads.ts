import { join } from 'node:path';

/** The threads of Parlor's main process: what each is built to, and from which file of this project. */
export const mainThreads = {
  'database-worker': 'src/main/db/thread/worker.ts',
  'inspection-worker': 'src/main/attachments/inspection-worker.ts',
  'transfer-worker': 'src/main/transfer/thread/transfer-worker.ts',
  'spelling-worker': 'src/main/spelling/spelling-worker.ts',
};

/** Threads that stand for one of Parlor's in a test, and die or hang as they are told. */
export const testThreads = {
  'dying-worker': 'src/main/db/thread/testing/dying-worker.ts',
  'dying-reader': 'src/main/db/thread/testing/dying-reader.ts',
  'misbehaving-worker': 'src/main/attachments/testing/misbehaving-worker.ts',
};

/** Where the threads for unit tests and benchmarks are built to, in this project. */
export const threadsFolder = 'out/threads';

/**
 * The built file of a thread, for unit tests and benchmarks. Never the source file: Node strips its types with
 * WebAssembly, and V8 frees code that several threads of one process share too early now and then, which ends the
 * process with SIGSEGV or SIGTRAP (in Runtime_TierUpWasmToJSWrapper; seen with Node 24.21 about once in ten runs of
 * the tests of one folder on two busy cores).
 */
export function builtThread(name: keyof typeof mainThreads | keyof typeof testThreads): string {
  return join(import.meta.dirname, '../..', threadsFolder, `${name}.cjs`);
}
