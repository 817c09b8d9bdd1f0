import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openConnection } from './database.ts';
import { createDatabase } from './repository.ts';
import { hexId, temporaryFolder } from './testing/fixtures.ts';

const runs = 8;
let folder: ReturnType<typeof temporaryFolder>;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'parlor.sqlite');
});
afterEach(() => folder.remove());

/** Lets a process write until it has printed `lineCount` lines, kills it, and returns all it printed. */
function writeAndKill(run: number, lineCount: number): Promise<readonly string[]> {
  const script = join(import.meta.dirname, 'testing/writing-child.ts');
  const child = spawn(process.execPath, [script, path, String(run)], {
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
    const lines = await writeAndKill(run, run * 37);
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
