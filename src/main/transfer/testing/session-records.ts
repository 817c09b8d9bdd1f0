import fc from 'fast-check';
import { attachmentKinds, messageRoles, messageStatuses, type ReplyUsage } from '#shared/domain.ts';
import type { AttachmentRecord, MessageRecord, SessionRecord } from '../../db/interface.ts';

/** 2024-01-01T10:00:00Z, the hour of mochi-server's examples. */
export const tenOClock = Date.UTC(2024, 0, 1, 10);

export function aSession(changes: Partial<SessionRecord['session']> = {}): SessionRecord['session'] {
  return {
    id: 'a1b2c3d4e5',
    projectId: null,
    title: 'Tea',
    preview: 'Hello',
    model: 'llama3:8b',
    isModelChecked: true,
    systemPrompt: '',
    parameters: {},
    activeLeafId: null,
    messageCount: 0,
    promptTokens: 0,
    replyTokens: 0,
    tagIds: [],
    isPinned: false,
    isArchived: false,
    isUnread: false,
    description: '',
    metadata: {},
    createdAt: tenOClock,
    updatedAt: tenOClock + 300_000,
    ...changes,
  };
}

export function aRecord(
  session: Partial<SessionRecord['session']>,
  messages: readonly MessageRecord[] = [],
  changes: Partial<SessionRecord> = {},
): SessionRecord {
  const activeLeafId = messages.at(-1)?.id ?? null;
  return {
    session: aSession({ activeLeafId, messageCount: messages.length, ...session }),
    projectName: null,
    tags: [],
    description: '',
    summary: null,
    summaryModel: null,
    toolSettings: null,
    agentSettings: null,
    contextWindowConfig: null,
    metadata: null,
    messages,
    draft: null,
    ...changes,
  };
}

export function aMessage(changes: Partial<MessageRecord> & Pick<MessageRecord, 'id'>): MessageRecord {
  return {
    parentId: null,
    sequence: 1,
    role: 'user',
    content: '',
    thinking: '',
    model: null,
    status: 'complete',
    error: null,
    createdAt: tenOClock,
    editedAt: null,
    finishedAt: null,
    usage: null,
    attachments: [],
    sourceFile: null,
    toolName: null,
    toolCalls: null,
    agentName: null,
    provenance: null,
    metadata: null,
    ...changes,
  };
}

/** A note of two short lines. */
export function anAttachment(changes: Partial<AttachmentRecord> = {}): AttachmentRecord {
  const bytes = Buffer.from('one\ntwo\n');
  return {
    id: 'f1',
    kind: 'text',
    name: 'notes.md',
    mime: 'text/markdown',
    sizeBytes: bytes.byteLength,
    width: null,
    height: null,
    pageCount: null,
    textLength: bytes.byteLength,
    tokenEstimate: 4,
    createdAt: tenOClock,
    text: 'one\ntwo\n',
    bytes,
    sent: null,
    metadata: null,
    ...changes,
  };
}

export function aUsage(changes: Partial<ReplyUsage> = {}): ReplyUsage {
  return {
    promptTokens: 45,
    replyTokens: 12,
    loadMs: null,
    promptEvalMs: null,
    evalMs: null,
    totalMs: 1_000,
    firstTokenMs: null,
    thinkingMs: null,
    doneReason: 'stop',
    ...changes,
  };
}

/** The messages one below the other. */
export function inOneLine(messages: readonly MessageRecord[]): readonly MessageRecord[] {
  return messages.map((message, index) => ({
    ...message,
    sequence: index + 1,
    parentId: messages[index - 1]?.id ?? null,
  }));
}

const text = fc.string({ unit: 'binary' });
const nullable = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary);
const count = fc.nat();
/** JSON knows no -0, and SQLite gives none back. */
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const time = fc.integer({ min: 0, max: Date.UTC(9999, 0) });
const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));
const sessionId = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 10,
  maxLength: 10,
});
const messageId = fc.stringMatching(/^[\w.:-]{1,64}$/);

const anyUsage: fc.Arbitrary<ReplyUsage> = fc.record({
  promptTokens: nullable(count),
  replyTokens: nullable(count),
  loadMs: nullable(real(0, 1e6)),
  promptEvalMs: nullable(real(0, 1e6)),
  evalMs: nullable(real(0, 1e6)),
  totalMs: nullable(real(0, 1e6)),
  firstTokenMs: nullable(real(0, 1e6)),
  thinkingMs: nullable(real(0, 1e6)),
  doneReason: nullable(text),
});

const anyParameters = fc.record(
  {
    temperature: real(0, 5),
    topP: real(0, 1),
    topK: fc.nat(100_000),
    seed: fc.integer({ min: -1, max: 2 ** 31 - 1 }),
    numCtx: fc.integer({ min: 4, max: 10_000_000 }),
    numPredict: fc.integer({ min: -1, max: 10_000_000 }),
    stop: fc.array(fc.string({ minLength: 1, maxLength: 200 }), { maxLength: 16 }),
    repeatPenalty: real(0, 10),
    keepAlive: fc.constantFrom('5m', '-1', '1h30m', '0'),
  },
  { requiredKeys: [] },
);

const bytes = fc.uint8Array({ maxLength: 40 }).map((array): Uint8Array => Buffer.from(array));

const anyAttachment: fc.Arbitrary<AttachmentRecord> = fc.record({
  id: messageId,
  kind: fc.constantFrom(...attachmentKinds),
  name: text,
  mime: text,
  sizeBytes: count,
  width: nullable(count),
  height: nullable(count),
  pageCount: nullable(count),
  textLength: nullable(count),
  tokenEstimate: nullable(count),
  createdAt: time,
  text: nullable(text),
  bytes: nullable(bytes),
  sent: nullable(fc.record({ bytes, mime: text })),
  metadata: json,
});

const anyMessage: fc.Arbitrary<MessageRecord> = fc.record({
  id: messageId,
  parentId: nullable(messageId),
  sequence: count,
  role: fc.constantFrom(...messageRoles),
  content: text,
  thinking: text,
  model: nullable(text),
  status: fc.constantFrom(...messageStatuses),
  error: nullable(fc.record({ code: fc.constant('answer-failed'), details: fc.record({ detail: text }) })),
  createdAt: time,
  editedAt: nullable(time),
  finishedAt: nullable(time),
  usage: nullable(anyUsage),
  attachments: fc.array(anyAttachment, { maxLength: 3 }),
  sourceFile: nullable(text),
  toolName: nullable(text),
  toolCalls: json,
  agentName: nullable(text),
  provenance: json,
  metadata: json,
});

/** Valibot takes out of a record what could change an object's prototype. */
const fieldName = fc.string().filter((name) => !['__proto__', 'prototype', 'constructor'].includes(name));

/** A record with anything in its fields; parents are where chance puts them, also in circles or nowhere. */
export const anyRecord: fc.Arbitrary<SessionRecord> = fc
  .record({
    session: fc.record({
      id: sessionId,
      projectId: nullable(sessionId),
      title: text,
      preview: text,
      model: nullable(text),
      isModelChecked: fc.boolean(),
      systemPrompt: text,
      parameters: anyParameters,
      activeLeafId: nullable(messageId),
      messageCount: count,
      promptTokens: count,
      replyTokens: count,
      tagIds: fc.constant([]),
      isPinned: fc.boolean(),
      isArchived: fc.boolean(),
      isUnread: fc.boolean(),
      description: fc.constant(''),
      metadata: fc.dictionary(fieldName, text),
      createdAt: time,
      updatedAt: time,
    }),
    projectName: nullable(text),
    tags: fc.array(text),
    description: text,
    summary: nullable(text),
    summaryModel: nullable(text),
    toolSettings: json,
    agentSettings: json,
    contextWindowConfig: json,
    metadata: json,
    messages: fc.uniqueArray(anyMessage, { selector: ({ id }) => id, maxLength: 8 }),
    draft: nullable(
      fc.record({
        text,
        setAside: fc.array(text, { maxLength: 2 }),
        attachments: fc.array(anyAttachment, { maxLength: 2 }),
      }),
    ),
  })
  .chain((record) => {
    const ids = record.messages.map(({ id }) => id);
    if (ids.length === 0) return fc.constant(record);
    // Half of the parents are messages that exist, so that there are branches to walk.
    const parents = fc.array(nullable(fc.constantFrom(...ids)), {
      minLength: ids.length,
      maxLength: ids.length,
    });
    return fc.tuple(parents, nullable(fc.constantFrom(...ids))).map(([parentIds, activeLeafId]) => ({
      ...record,
      session: { ...record.session, activeLeafId },
      messages: record.messages.map((message, index) => ({ ...message, parentId: parentIds[index] ?? null })),
    }));
  });
