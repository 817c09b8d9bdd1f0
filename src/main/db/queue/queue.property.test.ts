import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { hexId, memoryDatabase, newSession } from '../testing/fixtures.ts';

const sessionId = hexId(1);

const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), number: fc.nat(7) }),
  fc.record({ kind: fc.constant('change' as const), number: fc.nat(7) }),
  fc.record({ kind: fc.constant('remove' as const), number: fc.nat(7) }),
  fc.record({ kind: fc.constant('restore' as const), number: fc.nat(7) }),
  // A used answer id makes the turn fail in the middle of its transaction.
  fc.record({ kind: fc.constant('send' as const), number: fc.nat(7) }),
  fc.record({ kind: fc.constant('restart' as const), number: fc.constant(0) }),
);

it('has every message in exactly one place, whatever is done, refused or sent', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { db, connection } = memoryDatabase();
      db.createSession(newSession());
      const waiting: string[] = [];
      const removed = new Map<string, number>();
      const order: string[] = [];
      const sent: string[] = [];

      const run = (call: () => unknown): boolean => {
        try {
          return call() !== null;
        } catch (thrown) {
          if (thrown instanceof AppError) return false;
          throw thrown;
        }
      };
      for (const { kind, number } of steps) {
        const id = `m${number}`;
        switch (kind) {
          case 'add':
            if (run(() => db.addQueued({ sessionId, id, text: id, attachmentIds: [], replies: [], at: 1 }))) {
              waiting.push(id);
              order.push(id);
            }
            break;
          case 'change':
            run(() => db.changeQueued({ sessionId, id, text: `${id} changed` }));
            break;
          case 'remove':
            if (run(() => db.removeQueued({ sessionId, id, at: 1 }))) {
              waiting.splice(waiting.indexOf(id), 1);
              removed.set(id, 1);
            }
            break;
          case 'restore':
            if (run(() => db.restoreQueued({ sessionId, id })) && removed.delete(id)) {
              waiting.push(id);
              waiting.sort((one, other) => order.lastIndexOf(one) - order.lastIndexOf(other));
            }
            break;
          case 'send': {
            const replies = [{ replyId: `r${number}`, model: 'm' }];
            const userMessageId = waiting[0] ?? 'nobody';
            if (run(() => db.sendQueued({ sessionId, userMessageId, replies, remembers: false, at: 1 }))) {
              sent.push(waiting.shift() ?? 'nothing');
            }
            break;
          }
          case 'restart':
            db.forgetRemovedQueued();
            removed.clear();
        }
        expect(db.listQueued({ sessionId }).map((message) => message.id)).toEqual(waiting);
        const questions = connection
          .prepare("SELECT public_id FROM messages WHERE role = 'user' ORDER BY sequence")
          .pluck()
          .all();
        expect(questions).toEqual(sent);
        const rows = connection.prepare('SELECT COUNT(*) FROM queued_messages').pluck().get();
        expect(rows).toBe(waiting.length + removed.size);
      }
      connection.close();
    }),
    { numRuns: 60 },
  );
});
