import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeConnection, openConnection } from './database.ts';
import { userVersion } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { createDatabase } from './repository.ts';
import { hexId, newSession, temporaryFolder } from './testing/fixtures.ts';

const runs = 8;
let folder: ReturnType<typeof temporaryFolder>;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'parlor.sqlite');
});
afterEach(() => folder.remove());

/** Lets a process run until it has printed `lineCount` lines, kills it, and returns all it printed. */
function runAndKill(script: string, run: number, lineCount: number): Promise<readonly string[]> {
  const scriptPath = join(import.meta.dirname, 'testing', script);
  const child = spawn(process.execPath, [scriptPath, path, String(run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (printed.split('\n').length > lineCount) child.kill('SIGKILL');
    });
    child.on('close', () => resolve(printed.split('\n').slice(0, -1)));
  });
}

it('keeps everything that was committed when the program is killed, again and again', async () => {
  for (let run = 1; run <= runs; run += 1) {
    const lines = await runAndKill('writing-child.ts', run, run * 37);
    expect(lines.length).toBeGreaterThanOrEqual(run * 37);

    const connection = openConnection(path);
    const db = createDatabase(connection);
    expect(connection.pragma('quick_check', { simple: true })).toBe('ok');
    expect(db.interruptStreamingReplies({ at: 1 })).toBeGreaterThanOrEqual(1);
    const sessionId = hexId(run);
    const { messages } = db.exportSession({ sessionId });
    const contents = new Map(messages.map((message) => [message.id, message.content]));
    const lost = lines.filter((line) => {
      const [turn, piece] = line.split(' ');
      return !contents.get(`r-${run}-${turn}`)?.includes(`[${piece}].`);
    });
    expect(lost).toEqual([]);
    expect(db.getSession({ sessionId }).messageCount).toBe(messages.length);
    db.close();
  }
}, 60_000);

it('leaves the old version and its rows when the program is killed in a migration', async () => {
  const before = openConnection(path);
  createDatabase(before).createSession(newSession());
  closeConnection(before);

  expect(await runAndKill('migrating-child.ts', 1, 1)).toEqual(['half way']);

  const after = openConnection(path);
  expect(userVersion(after)).toBe(migrations.length);
  expect(after.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(createDatabase(after).getSession({ sessionId: hexId(1) }).title).toBe('');
  closeConnection(after);
});
