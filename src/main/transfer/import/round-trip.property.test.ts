import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isVisible } from '#shared/domain.ts';
import type { AttachmentRecord, Database, MessageRecord, SessionRecord } from '../../db/interface.ts';
import { storable } from '../../db/storable-text.ts';
import { newAttachment, newPicture } from '../../db/testing/attachments.ts';
import {
  finishedReply,
  hexId,
  memoryDatabase,
  newReplies,
  newSession,
  newTurn,
} from '../../db/testing/fixtures.ts';
import { renderParlorJson } from '../export/parlor-json.ts';
import { anyRecord } from '../testing/session-records.ts';
import { parseFile } from './importers.ts';
import { parseLargeJson } from './large-json.ts';

const sessionId = hexId(1);

const rendered = (record: SessionRecord) =>
  [...renderParlorJson(record, (attachment) => attachment)].join('');
const exported = (db: Database, id = sessionId) =>
  rendered(db.exportSession({ sessionId: id, withFiles: true }));

function parsed(text: string) {
  const bytes = Buffer.from(text);
  return parseFile({ name: 'x.json', bytes, json: () => parseLargeJson(bytes) })[0];
}

/** Gives the id it has in that library. */
function imported(db: Database, text: string, isCopy = false): string {
  const found = parsed(text);
  if (found === undefined) throw new Error('nothing in the file');
  const { source, sourceId, record } = found;
  const fresh = { freshId: hexId(500), freshProjectId: hexId(501) };
  return db.importSession({ source, sourceId, record, isCopy, at: 77, ...fresh }).session.id;
}

test('what was made here is the same after a journey through another library', () => {
  const { db } = memoryDatabase();
  db.createProject({ id: hexId(9), name: 'Work', at: 1 });
  db.createSession(newSession({ projectId: hexId(9), parameters: { seed: 7, stop: ['x'] } }));
  const { id: tagId } = db.createTag({ name: 'To read' });
  const at = 5;
  db.changeSessions({ sessionIds: [sessionId], change: { kind: 'tag', add: [tagId], remove: [] }, at });
  db.changeSessions({ sessionIds: [sessionId], change: { kind: 'pin', isPinned: true }, at });
  db.updateSession({ sessionId, changes: { title: 'Tea', description: 'On tea', metadata: { a: 'b' } } });
  db.addDraftAttachment(newAttachment('note'));
  db.addDraftAttachment(newPicture('picture'));
  db.insertTurn(newTurn('1', { attachmentIds: ['note', 'picture'], text: '😀 *hm*\n```\n' }));
  db.finishReply(finishedReply('r1', { thinking: 'Hm.' }));
  db.insertReplies(newReplies('u1', 'r2'));
  const error = { code: 'answer-failed', details: { detail: 'undefined: [object]' } } as const;
  db.finishReply(finishedReply('r2', { status: 'failed', error }));
  db.insertTurn(newTurn('2', { parentId: 'r1', replyId: 'r4' }));
  db.finishReply(finishedReply('r4'));
  db.insertTurn(newTurn('3', { parentId: 'r1' }));
  db.finishReply(finishedReply('r3', { status: 'stopped' }));
  db.saveProvenance({
    replyId: 'r3',
    provenance: {
      model: 'm',
      digest: null,
      ollamaAddress: 'http://127.0.0.1:11434',
      options: { temperature: 0.5 },
      systemPrompt: '',
      messageIds: ['u1', 'r1', 'u3'],
      remark: null,
    },
  });
  db.trashBranch({ sessionId, messageId: 'u2', at: 9 });
  db.saveDraft({ sessionId, text: 'And', setAside: ['Other'], at: 9 });
  db.addDraftAttachment(newAttachment('waiting'));

  const there = memoryDatabase().db;
  expect(imported(there, exported(db))).toBe(sessionId);
  expect(exported(there)).toBe(exported(db));
  const copyId = imported(there, exported(db), true);
  expect(copyId).not.toBe(sessionId);
  expect(shape(parsed(exported(there, copyId))?.record)).toEqual(shape(parsed(exported(db))?.record));
});

test('any session that is a tree is the same after a journey', () => {
  fc.assert(
    fc.property(anyRecord, (any) => {
      const text = rendered(asTree(any));
      const first = memoryDatabase().db;
      imported(first, text);
      const once = exported(first, any.session.id);
      const second = memoryDatabase().db;
      imported(second, once);
      expect(exported(second, any.session.id)).toBe(once);
      expect(told(parsed(once)?.record)).toEqual(told(parsed(text)?.record));
    }),
    { numRuns: 40 },
  );
});

/** Everything but the ids. */
function shape(record: SessionRecord | undefined): unknown {
  const ids = new Map(record?.messages.map(({ id }, index) => [id, index]));
  const withoutId = ({ id, ...rest }: AttachmentRecord) => rest;
  return {
    ...record,
    session: { ...record?.session, id: '', activeLeafId: ids.get(record?.session.activeLeafId ?? '') },
    draft: record?.draft && { ...record.draft, attachments: record.draft.attachments.map(withoutId) },
    messages: record?.messages.map((message) => ({
      ...message,
      id: '',
      parentId: ids.get(message.parentId ?? ''),
      attachments: message.attachments.map(withoutId),
      provenance: message.provenance && {
        ...message.provenance,
        messageIds: (message.provenance as { messageIds: string[] }).messageIds.map((id) => ids.get(id)),
      },
    })),
  };
}

/** Everything but what is made of something else. */
function told(record: SessionRecord | undefined): unknown {
  const { preview, messageCount, promptTokens, replyTokens, activeLeafId, ...session } =
    record?.session ?? {};
  return { ...record, session };
}

/** The record with its messages as a tree, and what no library could hold taken out of it. */
function asTree(record: SessionRecord): SessionRecord {
  const ids = new Set<string>();
  const files = (attachments: readonly AttachmentRecord[]) =>
    attachments.filter(({ id }) => !ids.has(id) && ids.add(id)).map(asFile);
  const messages = record.messages.map((message, index): MessageRecord => {
    const parentIndex = record.messages.findIndex(({ id }) => id === message.parentId);
    return {
      ...message,
      sequence: index + 1,
      parentId: parentIndex >= 0 && parentIndex < index ? message.parentId : null,
      status: message.status === 'streaming' ? 'stopped' : message.status,
      content: storable(message.content),
      thinking: storable(message.thinking),
      usage: message.usage?.totalMs == null ? null : message.usage,
      attachments: files(message.attachments),
      provenance: null,
      metadata: null,
    };
  });
  const draftFiles = files(record.draft?.attachments ?? []);
  const text = storable(record.draft?.text ?? '');
  const setAside = (record.draft?.setAside ?? []).map(storable);
  const hasDraft = text !== '' || setAside.length > 0 || draftFiles.length > 0;
  const named = storable(record.projectName ?? '').slice(0, 200);
  const projectName = record.session.projectId === null ? null : isVisible(named) ? storable(named) : 'Work';
  return {
    ...record,
    session: {
      ...record.session,
      title: storable(record.session.title).slice(0, 500),
      systemPrompt: storable(record.session.systemPrompt),
      activeLeafId: messages.at(-1)?.id ?? null,
    },
    projectName,
    tags: record.tags.length > 0 ? ['hot', 'tea'] : [],
    description: storable(record.description),
    summary: record.summary === null ? null : storable(record.summary),
    messages,
    draft: hasDraft ? { text, setAside, attachments: draftFiles } : null,
  };
}

function asFile(attachment: AttachmentRecord): AttachmentRecord {
  const bytes = attachment.bytes ?? Buffer.from('none');
  const mime = attachment.kind === 'image' ? 'image/webp' : storable(attachment.mime);
  const sent = attachment.sent && { ...attachment.sent, mime: 'image/png' };
  const text = attachment.text === null ? null : storable(attachment.text);
  const name = storable(attachment.name);
  return { ...attachment, name, mime, bytes, sizeBytes: bytes.byteLength, sent, text, metadata: null };
}
