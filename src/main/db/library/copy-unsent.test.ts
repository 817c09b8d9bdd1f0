import { beforeEach, expect, it } from 'vitest';
import { attachmentCountLimit } from '#shared/contract/attachments.ts';
import { draftsAsideLimit } from '#shared/contract/sessions.ts';
import type { SessionId } from '#shared/domain.ts';
import type { Database } from '../interface.ts';
import { newAttachment } from '../testing/attachments.ts';
import { hexId, memoryDatabase, newSession } from '../testing/fixtures.ts';

let db: Database;
const [one, two, copyId] = [hexId(1), hexId(2), hexId(3)];

beforeEach(() => {
  ({ db } = memoryDatabase());
  db.createSession(newSession({ id: one }));
  db.createSession(newSession({ id: two }));
});

function merge(): void {
  const sourceIds = [one, two];
  const begun = db.beginCopy({ copyId, sourceIds, title: 'Both', at: 5 });
  db.finishCopy({ copyId, sourceIds, ...begun, trashSources: true, at: 6 });
}

const open = (sessionId: SessionId) => db.openSession({ sessionId, limit: 50 });

function attach(sessionId: SessionId, id: string): void {
  db.addDraftAttachment(newAttachment(id, { sessionId }));
}

function wait(sessionId: SessionId, id: string, attachmentIds: readonly string[] = []): void {
  const replies = [{ model: `model of ${id}`, parameters: { seed: 7 } }];
  db.addQueued({ sessionId, id, text: `Text of ${id}`, attachmentIds, replies, at: 2 });
}

it('takes messages that wait to the merged session, with their files and the answers they want', () => {
  wait(two, 'c');
  attach(one, 'f1');
  wait(one, 'a', ['f1']);
  wait(one, 'gone');
  wait(one, 'b');
  db.removeQueued({ sessionId: one, id: 'gone', at: 3 });
  merge();
  const { queue } = open(copyId);
  expect(queue.map(({ text }) => text)).toEqual(['Text of a', 'Text of b', 'Text of c']);
  expect(queue[0]).toMatchObject({
    sessionId: copyId,
    replies: [{ model: 'model of a', parameters: { seed: 7 } }],
    attachments: [{ name: 'f1.txt' }],
  });
  const replies = [{ replyId: 'r', model: 'm' }];
  const userMessageId = queue[0]?.id ?? '';
  const sent = db.sendQueued({ sessionId: copyId, userMessageId, replies, remembers: false, at: 7 });
  expect(sent?.user.attachments).toMatchObject([{ name: 'f1.txt' }]);
});

it('leaves the originals theirs, for the way back', () => {
  attach(one, 'f1');
  wait(one, 'a', ['f1']);
  db.saveDraft({ sessionId: one, text: 'Half', at: 2 });
  merge();
  db.restoreSessions({ sessionIds: [one, two] });
  expect(open(one)).toMatchObject({
    queue: [{ id: 'a', attachments: [{ id: 'f1' }] }],
    draft: { text: 'Half' },
  });
});

it('makes one draft of both', () => {
  db.saveDraft({ sessionId: one, text: 'Half a thought', at: 2 });
  db.saveDraft({ sessionId: two, text: 'and another', at: 2 });
  attach(one, 'f1');
  attach(two, 'f2');
  attach(two, 'f3');
  merge();
  const { draft } = open(copyId);
  expect(draft.text).toBe('Half a thought\n\nand another');
  expect(draft.attachments.map(({ name }) => name)).toEqual(['f1.txt', 'f2.txt', 'f3.txt']);
});

it('takes drafts that were set aside, also beside an empty one, as many as may wait', () => {
  const aside = Array.from({ length: draftsAsideLimit - 1 }, (_, index) => `Aside ${index}`);
  db.saveDraft({ sessionId: one, text: '', setAside: aside, at: 2 });
  db.saveDraft({ sessionId: two, text: 'Half', setAside: ['Older', 'Oldest'], at: 2 });
  merge();
  expect(open(copyId).draft).toMatchObject({ text: 'Half', setAside: [...aside, 'Older'] });
});

it('keeps a draft to the number of files that one message may carry', () => {
  for (let number = 0; number < attachmentCountLimit; number += 1) {
    attach(one, `a${number}`);
    attach(two, `b${number}`);
  }
  merge();
  expect(open(copyId).draft.attachments).toHaveLength(attachmentCountLimit);
});

it('leaves a plain copy without them', () => {
  wait(one, 'a');
  db.saveDraft({ sessionId: one, text: 'Half', at: 2 });
  const begun = db.beginCopy({ copyId, sourceIds: [one], title: 'Copy', at: 5 });
  db.finishCopy({ copyId, sourceIds: [one], ...begun, trashSources: false, at: 6 });
  expect(open(copyId)).toMatchObject({ queue: [], draft: { text: '' } });
});
