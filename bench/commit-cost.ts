import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConnection } from '../src/main/db/database.ts';
import { createDatabase } from '../src/main/db/repository.ts';
import { distributionHeader, distributionOf, formatDistribution } from './statistics.ts';

// What a commit costs under each safety setting: the reason for `synchronous` and `secure_delete` in database.ts.
// Usage: node bench/commit-cost.ts [folder on the disk to be measured]

const rounds = 5;
const turnsPerRound = 200;
const question = 'A question of a usual length, in words. '.repeat(6);
const piece = 'Words of an answer, as they come in forty milliseconds. '.repeat(4);

const settings = [
  { synchronous: 'FULL', secureDelete: 'ON' },
  { synchronous: 'FULL', secureDelete: 'FAST' },
  { synchronous: 'NORMAL', secureDelete: 'ON' },
  { synchronous: 'NORMAL', secureDelete: 'FAST' },
];

const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), 'parlor-commit-'));
try {
  const floor: number[] = [];
  const candidates = settings.map((setting, index) => ({
    name: `synchronous ${setting.synchronous}, secure_delete ${setting.secureDelete}`,
    run: candidate(join(folder, `${index}.sqlite`), setting),
    turns: [] as number[],
    appends: [] as number[],
  }));
  // Interleaved, so that a change in the machine's mood meets all of them.
  for (let round = 0; round < rounds; round += 1) {
    floor.push(...timeFlushes(join(folder, 'floor')));
    for (const { run, turns, appends } of candidates) run(round, turns, appends);
  }
  console.log(`milliseconds${' '.repeat(35)}${distributionHeader}`);
  print('4 KB write + fdatasync (floor)', floor);
  for (const { name, turns, appends } of candidates) {
    print(`insertTurn, ${name}`, turns);
    print(`append,     ${name}`, appends);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function print(name: string, samples: readonly number[]): void {
  console.log(`${name.padEnd(47)}${formatDistribution(distributionOf(samples))}`);
}

function timeFlushes(path: string): readonly number[] {
  const file = openSync(path, 'w');
  const page = Buffer.alloc(4_096, 1);
  const samples = Array.from({ length: turnsPerRound }, () =>
    timed(() => {
      writeSync(file, page);
      fdatasyncSync(file);
    }),
  );
  closeSync(file);
  return samples;
}

function candidate(path: string, setting: { readonly synchronous: string; readonly secureDelete: string }) {
  const connection = openConnection(path);
  connection.pragma(`synchronous = ${setting.synchronous}`);
  connection.pragma(`secure_delete = ${setting.secureDelete}`);
  const database = createDatabase(connection);
  const session = {
    projectId: null,
    model: 'm',
    isModelChecked: true,
    systemPrompt: '',
    parameters: {},
    at: 1,
  };
  return (round: number, turns: number[], appends: number[]): void => {
    const sessionId = String(round).padStart(10, '0');
    database.createSession({ ...session, id: sessionId });
    let parentId: string | null = null;
    for (let turn = 0; turn < turnsPerRound; turn += 1) {
      const replyId = `r-${round}-${turn}`;
      const input = {
        sessionId,
        parentId,
        userMessageId: `u-${round}-${turn}`,
        text: question,
        attachmentIds: [],
        remembers: false,
        replies: [{ replyId, model: 'm' }],
      };
      turns.push(timed(() => database.insertTurn({ ...input, at: turn })));
      // Ten pieces make an answer of about 2 KB, as a median answer has.
      for (let count = 0; count < 10; count += 1) {
        appends.push(timed(() => database.appendReplyText({ replyId, content: piece, thinking: '' })));
      }
      parentId = replyId;
    }
  };
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
