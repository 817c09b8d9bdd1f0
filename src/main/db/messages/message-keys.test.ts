import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryDatabase } from '../testing/fixtures.ts';
import { firstKeyAt, keyDisorder, nextMessageKey } from './message-keys.ts';

const hourMs = 3_600_000;
const newYear = Date.UTC(2026, 0, 1);

function library() {
  const { connection } = memoryDatabase();
  connection.exec("INSERT INTO sessions (id, public_id, created_at, updated_at) VALUES (1, 's', 1, 1)");
  let sequence = 0;
  const insert = (at: number): number => {
    sequence += 1;
    const key = nextMessageKey(connection, at);
    connection
      .prepare(
        `INSERT INTO messages (id, public_id, session_id, sequence, role, status, created_at)
         VALUES (?, ?, 1, ?, 'user', 'complete', ?)`,
      )
      .run(key, `m${sequence}`, sequence, at);
    return key;
  };
  return { connection, insert };
}

describe('keys of messages', () => {
  it('keep how far an hour has flowed over, also when the message that made it flow was taken back', () => {
    const { connection, insert } = library();
    for (let count = 0; count < 128; count += 1) insert(newYear);
    const takenBack = connection.transaction(() => {
      insert(newYear);
      throw new Error('taken back');
    });
    expect(takenBack).toThrow('taken back');
    let last = 0;
    for (let count = 0; count < 122; count += 1) last = insert(newYear);
    expect(keyDisorder(connection).widestOverflow).toBeGreaterThanOrEqual(last - firstKeyAt(newYear));
  });

  it('are never taken twice, never before their hour, and follow time while an hour has room', () => {
    const steps = fc.array(
      fc.oneof(
        {
          weight: 8,
          arbitrary: fc.record({
            hour: fc.integer({ min: 0, max: 5 }),
            count: fc.integer({ min: 1, max: 20 }),
          }),
        },
        { weight: 1, arbitrary: fc.constant('erase' as const) },
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        const { connection, insert } = library();
        const hours = new Map<number, number>();
        for (const step of all) {
          if (step === 'erase') {
            connection.exec('DELETE FROM messages WHERE id % 3 = 0');
            continue;
          }
          for (let count = 0; count < step.count; count += 1) {
            const at = newYear + step.hour * hourMs + count;
            const key = insert(at);
            expect(key).toBeGreaterThanOrEqual(firstKeyAt(at));
            hours.set(key, step.hour);
          }
        }
        const keys = [...hours].sort(([left], [right]) => left - right);
        // 6 hours of at most 128 messages never flow over into each other here.
        if (keys.length <= 128) expect(keys.map(([, hour]) => hour)).toEqual([...hours.values()].sort());
        connection.close();
      }),
      { numRuns: 30 },
    );
  });

  it('go on into the next hour when theirs is full, and the width of that is known', () => {
    const { connection, insert } = library();
    const keys = Array.from({ length: 300 }, () => insert(newYear));
    expect(keys).toEqual(Array.from({ length: 300 }, (_, index) => firstKeyAt(newYear) + index));
    expect(insert(newYear + hourMs)).toBe(firstKeyAt(newYear) + 300);
    expect(keyDisorder(connection).widestOverflow).toBeGreaterThanOrEqual(299);
  });

  it('stay small and valid for times nobody can mean', () => {
    const { insert } = library();
    for (const at of [-1e15, 0, 1e15, Number.MAX_SAFE_INTEGER]) {
      const key = insert(at);
      expect(key).toBeGreaterThan(0);
      expect(key).toBeLessThan(2 ** 31);
    }
  });

  it('survive a transaction that is rolled back', () => {
    const { connection, insert } = library();
    const first = insert(newYear);
    connection.exec('BEGIN');
    insert(newYear);
    connection.exec('ROLLBACK');
    expect(insert(newYear)).toBeGreaterThan(first);
  });
});
