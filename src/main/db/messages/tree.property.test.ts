import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Message } from '#shared/domain.ts';
import type { Database } from '../interface.ts';
import { finishedReply, hexId, memoryDatabase, newSession, newTurn } from '../testing/fixtures.ts';
import { TreeModel } from '../testing/tree-model.ts';

const sessionId = hexId(1);

/** `at` picks one of the messages that are there, or the place above them all. */
const operation = fc.oneof(
  fc.record({ kind: fc.constant('turn' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('continue' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('retry' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('finish' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('select' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('take-out' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('put-back' as const), at: fc.nat() }),
);
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

function apply({ kind, at }: Operation, number: number, db: Database, model: TreeModel): void {
  const places = [null, ...model.messages.map((message) => message.id)];
  const place = places[at % places.length] ?? null;
  const message = model.messages.find(({ id }) => id === place);
  switch (kind) {
    case 'turn':
    case 'continue': {
      const parentId = kind === 'continue' ? model.leafId : place;
      db.insertTurn(newTurn(`${number}`, { parentId, at: number }));
      model.insertTurn(parentId, `u${number}`, `r${number}`);
      break;
    }
    case 'retry':
      if (message === undefined || message.isReply) break;
      db.insertReplies({
        sessionId,
        userMessageId: message.id,
        replies: [{ replyId: `r${number}`, model: 'm' }],
        at: number,
      });
      model.insertReply(message.id, `r${number}`);
      break;
    case 'finish': {
      if (message === undefined || !message.isReply) break;
      const usage = { ...finishedReply('').usage, promptTokens: number, replyTokens: null };
      db.finishReply(finishedReply(message.id, { usage }));
      model.finish(finishedReply(message.id, { usage }));
      break;
    }
    case 'take-out': {
      if (place === null) break;
      if (model.isStreaming) {
        expect(() => db.trashMessages({ sessionId, messageIds: [place], at: number + 1 })).toThrow('busy');
        break;
      }
      const { activeLeafId } = db.trashMessages({ sessionId, messageIds: [place], at: number + 1 });
      model.takeOut(place);
      expectEnd(activeLeafId, model);
      break;
    }
    case 'put-back': {
      const gone = model.takenOut[at % Math.max(1, model.takenOut.length)];
      if (gone === undefined) break;
      const { activeLeafId } = db.restoreBranches({ sessionId, messageIds: [gone] });
      model.putBack(gone);
      expectEnd(activeLeafId, model);
      break;
    }
    case 'select':
      if (place === null) break;
      db.selectBranch({ sessionId, messageId: place });
      model.selectBranch(place);
      break;
  }
}

/** Which end of a branch it is may be chosen freely, but it has to be one. */
function expectEnd(leafId: string | null, model: TreeModel): void {
  expect(leafId === null).toBe(model.messages.length === 0);
  if (leafId !== null) expect(model.ends()).toContain(leafId);
  model.leafId = leafId;
}

/** The active branch as a window reads it: the last page, then older ones. */
function readByPages(db: Database, limit: number): readonly Message[] {
  let { messages, hasOlder } = db.openSession({ sessionId, limit }).page;
  while (hasOlder) {
    const [first] = messages;
    if (first === undefined) break;
    const older = db.listOlderMessages({ sessionId, beforeId: first.id, limit });
    messages = [...older.messages, ...messages];
    hasOlder = older.hasOlder;
  }
  return messages;
}

it('keeps the tree of messages as a plain model of it does, whatever is done in whatever order', () => {
  fc.assert(
    fc.property(
      fc.array(operation, { maxLength: 40, size: 'max' }),
      fc.integer({ min: 1, max: 7 }),
      (operations, pageSize) => {
        const { db } = memoryDatabase();
        db.createSession(newSession());
        const model = new TreeModel();
        operations.forEach((each, index) => {
          apply(each, index, db, model);
        });

        expect(db.getSession({ sessionId })).toMatchObject({
          messageCount: model.messages.length,
          promptTokens: model.promptTokens,
          replyTokens: model.replyTokens,
          activeLeafId: model.leafId,
        });
        expect(readByPages(db, pageSize).map(({ id, siblingIds }) => [id, siblingIds])).toEqual(
          model.branch(model.leafId).map((id) => [id, model.siblings(id)]),
        );
        expect(db.exportSession({ sessionId }).messages.map(({ id, parentId }) => [id, parentId])).toEqual(
          model.messages.map(({ id }) => [id, model.parentOf(id)]),
        );
        for (const { id } of model.messages) {
          expect(
            db.listBranch({ sessionId, messageId: id, withThinking: false }).map((each) => each.id),
          ).toEqual(model.branch(id));
        }
        db.close();
      },
    ),
    { numRuns: 150 },
  );
});
