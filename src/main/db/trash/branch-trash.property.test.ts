import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { finishedReply, hexId, memoryDatabase, newSession, newTurn } from '../testing/fixtures.ts';

const sessionId = hexId(1);

/** The plainest form: which messages there are, and which begin a branch in the trash. */
class Model {
  readonly parents = new Map<string, string | null>();
  readonly trashed = new Set<string>();

  isShown(id: string): boolean {
    const parent = this.parents.get(id) ?? null;
    return !this.trashed.has(id) && (parent === null || this.isShown(parent));
  }

  shown(): readonly string[] {
    return [...this.parents.keys()].filter((id) => this.isShown(id));
  }

  restore(id: string): void {
    this.trashed.delete(id);
    const parent = this.parents.get(id) ?? null;
    if (parent !== null) this.restore(parent);
  }
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('retry' as const), at: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('trash' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore' as const), at: fc.nat() }) },
);

it('keeps counts, sums, siblings and the shown branch right, whatever goes to the trash and comes back', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { connection, db } = memoryDatabase();
      db.createSession(newSession());
      const model = new Model();
      const pick = (ids: readonly string[], at: number) => ids[at % ids.length];
      steps.forEach(({ kind, at }, index) => {
        const shown = model.shown();
        if (kind === 'ask') {
          const parentId = pick([...shown.filter((id) => id.startsWith('r')), null as never], at) ?? null;
          db.insertTurn(newTurn(String(index), { parentId }));
          db.finishReply(finishedReply(`r${index}`));
          model.parents.set(`u${index}`, parentId).set(`r${index}`, `u${index}`);
        } else if (kind === 'retry') {
          const userMessageId = pick(
            shown.filter((id) => id.startsWith('u')),
            at,
          );
          if (userMessageId === undefined) return;
          db.insertReply({ sessionId, userMessageId, replyId: `r${index}`, model: 'm', at: 1 });
          db.finishReply(finishedReply(`r${index}`));
          model.parents.set(`r${index}`, userMessageId);
        } else {
          const messageId = pick([...model.parents.keys()], at);
          if (messageId === undefined) return;
          if (kind === 'restore') {
            db.restoreBranch({ sessionId, messageId });
            model.restore(messageId);
          } else if (model.isShown(messageId)) {
            db.trashBranch({ sessionId, messageId, at: index + 1 });
            model.trashed.add(messageId);
          } else {
            expect(() => db.trashBranch({ sessionId, messageId, at: 1 })).toThrow(AppError);
          }
        }
        const session = db.getSession({ sessionId });
        const now = model.shown();
        const answers = now.filter((id) => id.startsWith('r')).length;
        expect(session).toMatchObject({
          messageCount: now.length,
          promptTokens: answers * 10,
          replyTokens: answers * 5,
        });
        expect(session.activeLeafId === null).toBe(now.length === 0);
        const { messages } = db.openSession({ sessionId, limit: 100 }).page;
        for (const { id, siblingIds, parentId } of messages) {
          expect(now).toContain(id);
          expect(siblingIds).toEqual(now.filter((each) => (model.parents.get(each) ?? null) === parentId));
        }
        expect(db.listTrash({ after: null, limit: 100 }).total).toBe(model.trashed.size);
      });
      connection.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);
