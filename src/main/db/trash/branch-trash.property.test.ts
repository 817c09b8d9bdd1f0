import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import {
  finishedReply,
  hexId,
  memoryDatabase,
  newReplies,
  newSession,
  newTurn,
} from '../testing/fixtures.ts';

const sessionId = hexId(1);

/** The plainest form: which message began below which, which are taken out, and which begin a branch in the trash. */
class Model {
  readonly parents = new Map<string, string | null>();
  readonly trashed = new Set<string>();
  /** One message each, which what follows it passes over. */
  readonly removed = new Set<string>();

  parentOf(id: string): string | null {
    const parent = this.parents.get(id) ?? null;
    return parent !== null && this.removed.has(parent) ? this.parentOf(parent) : parent;
  }

  isShown(id: string): boolean {
    const parent = this.parentOf(id);
    return !this.trashed.has(id) && !this.removed.has(id) && (parent === null || this.isShown(parent));
  }

  shown(): readonly string[] {
    return [...this.parents.keys()].filter((id) => this.isShown(id));
  }

  restore(id: string): void {
    this.trashed.delete(id);
    this.removed.delete(id);
    const parent = this.parentOf(id);
    if (parent !== null) this.restore(parent);
  }
}

/** Those the bits of `at` choose, in an order that is not that of the session. */
const some = (ids: readonly string[], at: number) =>
  ids.filter((_, index) => ((at >> (index % 30)) & 1) === 1).reverse();

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('retry' as const), at: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('trash' as const), at: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('trash-one' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('trash-some' as const), at: fc.nat() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('restore' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore-some' as const), at: fc.nat() }) },
);

it('keeps counts, sums, siblings and the shown branch right, whatever goes to the trash and comes back', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
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
          db.insertReplies(newReplies(userMessageId, `r${index}`));
          db.finishReply(finishedReply(`r${index}`));
          model.parents.set(`r${index}`, userMessageId);
        } else if (kind === 'trash-some') {
          const messageIds = some(shown, at);
          if (messageIds.length === 0) return;
          db.trashMessages({ sessionId, messageIds, at: index + 1 });
          for (const id of messageIds) model.removed.add(id);
        } else if (kind === 'restore-some') {
          const messageIds = some([...model.trashed, ...model.removed], at);
          if (messageIds.length === 0) return;
          db.restoreBranches({ sessionId, messageIds });
          for (const id of messageIds) model.restore(id);
        } else {
          const messageId = pick([...model.parents.keys()], at);
          if (messageId === undefined) return;
          if (kind === 'restore') {
            db.restoreBranches({ sessionId, messageIds: [messageId] });
            model.restore(messageId);
          } else if (kind === 'trash-one') {
            if (model.isShown(messageId)) {
              db.trashMessages({ sessionId, messageIds: [messageId], at: index + 1 });
              model.removed.add(messageId);
            } else {
              expect(() => db.trashMessages({ sessionId, messageIds: [messageId], at: 1 })).toThrow(AppError);
            }
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
        // An end: nothing follows it.
        expect(now.map((id) => model.parentOf(id))).not.toContain(session.activeLeafId ?? '');
        const { messages } = db.openSession({ sessionId, limit: 100 }).page;
        for (const { id, siblingIds, parentId } of messages) {
          expect(now).toContain(id);
          expect(siblingIds).toEqual(now.filter((each) => model.parentOf(each) === parentId));
        }
        expect(db.listTrash({ after: null, limit: 100 }).total).toBe(model.trashed.size + model.removed.size);
        const lines = db.readOutline({ sessionId }).messages.map(({ id, parentId }) => [id, parentId]);
        expect(lines).toEqual(now.map((id) => [id, model.parentOf(id)]));
        const middle = messages[Math.floor(messages.length / 2)];
        if (middle !== undefined) {
          const page = db.openSessionAt({ sessionId, messageId: middle.id, above: 100, below: 100 }).page;
          expect(page.messages.map(({ id }) => id)).toEqual(messages.map(({ id }) => id));
        }
      });
      connection.close();
    }),
    { numRuns: 100 },
  );
}, 60_000);
