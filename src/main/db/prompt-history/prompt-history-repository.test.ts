import { beforeEach, describe, expect, it } from 'vitest';
import { rememberedPromptLimit, rememberedPrompts } from '#shared/contract/prompt-history.ts';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { hexId, memoryDatabase, newSession, newTurn } from '../testing/fixtures.ts';

let db: Database;
let connection: Connection;
let turns: number;

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
  turns = 0;
  db.createSession(newSession());
  db.createSession(newSession({ id: hexId(2) }));
});

function send(text: string, sessionId = hexId(1), remembers = true): void {
  turns += 1;
  db.insertTurn(newTurn(String(turns), { text, sessionId, remembers }));
}

function list(containing = '', before: number | null = null, limit = 50) {
  return db.listPromptHistory({ before, containing, limit });
}

const texts = (containing = '') => list(containing).prompts.map(({ text }) => text);

function fill(count: number): void {
  connection
    .prepare(
      `INSERT INTO prompt_history (id, used_at, text)
       WITH RECURSIVE numbers (number) AS (
         SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < ?
       )
       SELECT number, number, 'Prompt ' || number || '.' FROM numbers`,
    )
    .run(count);
}

describe('what is remembered', () => {
  it('is what was sent from any session, newest first', () => {
    send('one');
    send('two', hexId(2));
    send('three');
    expect(texts()).toEqual(['three', 'two', 'one']);
  });

  it('is not the same text twice in a row', () => {
    send('one');
    send('one', hexId(2));
    send('two');
    send('one');
    expect(texts()).toEqual(['one', 'two', 'one']);
  });

  it('is nothing while that is not wanted', () => {
    send('one', hexId(1), false);
    expect(texts()).toEqual([]);
  });

  it('is no text that shows nothing, and none that is a whole document', () => {
    send(' \n');
    send('x'.repeat(rememberedPromptLimit + 1));
    expect(texts()).toEqual([]);
  });

  it('loses its oldest when it is full', () => {
    fill(rememberedPrompts);
    send('newest');
    expect(texts()[0]).toBe('newest');
    expect(texts('prompt 1.')).toEqual([]);
    expect(connection.prepare('SELECT COUNT(*) FROM prompt_history').pluck().get()).toBe(rememberedPrompts);
  });

  it('is gone when it was cleared, and the messages stay', () => {
    send('one');
    db.clearPromptHistory();
    expect(texts()).toEqual([]);
    expect(db.openSession({ sessionId: hexId(1), limit: 10 }).page.messages[0]?.content).toBe('one');
  });
});

describe('pages', () => {
  it('go on where the one before ended', () => {
    fill(5);
    const first = list('', null, 2);
    const second = list('', first.next, 2);
    const third = list('', second.next, 2);
    const all = [first, second, third].flatMap((page) => page.prompts.map(({ id }) => id));
    expect(all).toEqual([5, 4, 3, 2, 1]);
    expect(third.next).toBeNull();
  });

  it('have texts that contain what is looked for, whatever its case and accents', () => {
    send('Green tea');
    send('Café au lait');
    send('100 %_');
    expect([texts('TEA'), texts('cafe'), texts('%_'), texts('coffee')]).toEqual([
      ['Green tea'],
      ['Café au lait'],
      ['100 %_'],
      [],
    ]);
  });

  it('look through so many at once, and the oldest of 100,000 is found', () => {
    fill(rememberedPrompts);
    let page = list('prompt 1.');
    let calls = 1;
    while (page.prompts.length === 0 && page.next !== null) {
      page = list('prompt 1.', page.next);
      calls += 1;
    }
    expect(page.prompts).toEqual([{ id: 1, text: 'Prompt 1.' }]);
    expect(calls).toBe(20);
  });
});
