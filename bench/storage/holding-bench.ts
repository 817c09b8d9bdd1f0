import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildThreads } from '../../scripts/build/build-for-node.ts';
import { builtThread } from '../../scripts/build/threads.ts';
import { openDatabaseClient } from '../../src/main/db/thread/client.ts';
import { createEraser } from '../../src/main/library/eraser.ts';
import { createSearchService } from '../../src/main/search/search-service.ts';
import { probeEventLoop } from '../event-loop-probe.ts';
import { printCheck } from './measure.ts';

const forMs = 8_000;
const queries = ['a', 'th', 'tha', 'than', 'in:title pro', '"the way"', '的', 'has:code', 'wo -the'];

/**
 * How long this thread, which stands for Electron's main thread, is held up by its own work while an answer is
 * journalled, somebody searches, and sessions are copied and deleted for good, all in the threads of the database.
 */
export async function benchHolding(source: string): Promise<void> {
  await buildThreads();
  const folder = mkdtempSync(join(dirname(source), 'copy-'));
  const databasePath = join(folder, 'parlor.sqlite');
  copyFileSync(source, databasePath, constants.COPYFILE_FICLONE);
  const client = await openDatabaseClient({
    workerPath: builtThread('database-worker'),
    databasePath,
  });
  const { db } = client;
  const service = createSearchService({ db, now: Date.now, log: console.log });
  service.start();
  const eraser = createEraser({
    db,
    drainIndex: service.drain,
    isAnswering: () => true,
    onMarked: () => undefined,
    onProgress: () => undefined,
    pause,
  });
  const idOf = (number: number) => number.toString(16).padStart(10, '0');
  await service.run({ query: 'warm', order: 'newest', after: null });
  await pause(500);
  const stop = probeEventLoop();
  const end = performance.now() + forMs;
  let searched = 0;
  let erased = 0;
  let journalled = 0;

  async function search(): Promise<void> {
    while (performance.now() < end) {
      const query = queries[searched % queries.length] ?? '';
      await service.run({ query, order: searched % 5 === 0 ? 'best' : 'newest', after: null });
      searched += 1;
      await pause(60);
    }
  }

  async function erase(): Promise<void> {
    while (performance.now() < end) {
      const sessionIds = Array.from({ length: 5 }, (_, index) => idOf(900 - erased - index));
      await db.trashSessions({ sessionIds, at: Date.now() });
      await eraser.erase(sessionIds.map((sessionId) => ({ kind: 'session', sessionId })));
      erased += sessionIds.length;
      service.noticeChange();
      await pause(100);
    }
  }

  async function merge(): Promise<void> {
    for (let copy = 0; performance.now() < end; copy += 1) {
      const copyId = `ee${copy.toString(16).padStart(8, '0')}`;
      const sourceIds = [idOf(1 + copy * 2), idOf(2 + copy * 2)];
      const begun = await db.beginCopy({ copyId, sourceIds, title: 'Merged', at: Date.now() });
      const order = await db.listCopyOrder({ sourceIds });
      let firstSequence = 1;
      for (let from = 0; from < order.keys.length; from += 100) {
        const keys = order.keys.slice(from, from + 100);
        await db.appendCopies({
          copyId,
          sourceIds,
          keys: Array.from(keys),
          chain: { firstSequence, shifts: order.shifts },
        });
        firstSequence += keys.length;
      }
      await db.finishCopy({ copyId, sourceIds, ...begun, trashSources: true, at: Date.now() });
      service.noticeChange();
      await pause(200);
    }
  }

  async function stream(): Promise<void> {
    const sessionId = idOf(950);
    const replyId = 'reply-of-the-bench';
    await db.insertTurn({
      sessionId,
      parentId: null,
      userMessageId: 'question-of-the-bench',
      text: 'Go on',
      attachmentIds: [],
      remembers: false,
      replies: [{ replyId, model: 'm' }],
      at: Date.now(),
    });
    while (performance.now() < end) {
      await db.appendReplyText({
        replyId,
        content: 'Words of an answer, as they come. '.repeat(4),
        thinking: '',
      });
      journalled += 1;
      await pause(40);
    }
  }

  await Promise.all([search(), erase(), merge(), stream()]);
  const delay = stop();
  await service.close();
  await client.close();
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `\n${searched} searches, ${erased} sessions erased, ${journalled} pieces of an answer in ${forMs} ms`,
  );
  const work = delay.work ?? delay.interval;
  printCheck('main thread held by its own work: p99', work.p99.toFixed(2), work.p99 <= 16, '<= 16 ms');
  printCheck('main thread held by its own work: longest', work.max.toFixed(2), work.max <= 16, '<= 16 ms');
  console.log(
    `timer late, other processes included: p99 ${delay.interval.p99.toFixed(1)}, longest ${delay.interval.max.toFixed(1)} ms`,
  );
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
