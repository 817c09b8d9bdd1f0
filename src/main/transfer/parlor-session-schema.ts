import * as v from 'valibot';
import {
  attachmentIdSchema,
  attachmentKinds,
  messageIdSchema,
  messageRoles,
  messageStatuses,
  modelParametersSchema,
  projectIdSchema,
  sessionIdSchema,
} from '#shared/domain.ts';

const timeSchema = v.pipe(
  v.string(),
  v.check((text) => Number.isFinite(Date.parse(text)), 'not a time'),
  v.transform((text) => Date.parse(text)),
);
/** Any JSON value, given back as it was. */
const jsonSchema = v.unknown();
const count = v.pipe(v.number(), v.safeInteger('not a whole number'), v.minValue(0, 'below zero'));
const nullableCount = v.nullable(count);
const nullableMs = v.nullable(v.pipe(v.number(), v.finite('not a number'), v.minValue(0, 'below zero')));
const nullableText = v.nullable(v.string());

/** Bytes as Base64 in the file. */
const bytesSchema = v.pipe(
  v.string(),
  v.check((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text), 'not Base64'),
  v.transform((text): Uint8Array => Buffer.from(text, 'base64')),
);

export const attachmentSchema = v.object({
  id: attachmentIdSchema,
  kind: v.picklist(attachmentKinds),
  name: v.string(),
  mime: v.string(),
  sizeBytes: count,
  width: nullableCount,
  height: nullableCount,
  pageCount: nullableCount,
  textLength: nullableCount,
  tokenEstimate: nullableCount,
  createdAt: timeSchema,
  /** Of a text, PDF or DOCX: what is sent of it. */
  text: nullableText,
  /** The file as it was given; null in files of older versions for what was too much for them, and then `text` is too. */
  bytes: v.nullable(bytesSchema),
  /** A picture as it is sent, when that is another one. */
  sent: v.nullable(v.object({ bytes: bytesSchema, mime: v.string() })),
  metadata: jsonSchema,
});

/** A message as it stands in a file. */
export const messageSchema = v.object({
  id: messageIdSchema,
  parentId: v.nullable(messageIdSchema),
  // What comes after it is numbered on.
  sequence: v.pipe(count, v.maxValue(1e12, 'too large')),
  role: v.picklist(messageRoles),
  content: v.string(),
  thinking: v.string(),
  model: nullableText,
  status: v.picklist(messageStatuses),
  /** `code` is a plain text here: a later Parlor of the same file version may know more codes. */
  error: v.nullable(v.object({ code: v.string(), details: v.record(v.string(), jsonSchema) })),
  createdAt: timeSchema,
  editedAt: v.optional(v.nullable(timeSchema), null),
  finishedAt: v.nullable(timeSchema),
  usage: v.nullable(
    v.object({
      promptTokens: nullableCount,
      replyTokens: nullableCount,
      loadMs: nullableMs,
      promptEvalMs: nullableMs,
      evalMs: nullableMs,
      totalMs: nullableMs,
      firstTokenMs: nullableMs,
      thinkingMs: nullableMs,
      doneReason: nullableText,
    }),
  ),
  attachments: v.optional(v.array(attachmentSchema), []),
  sourceFile: nullableText,
  toolName: nullableText,
  toolCalls: jsonSchema,
  agentName: nullableText,
  provenance: jsonSchema,
  metadata: jsonSchema,
});

const draftSchema = v.object({
  text: v.string(),
  setAside: v.optional(v.array(v.string()), []),
  attachments: v.array(attachmentSchema),
});

/**
 * Parlor's own file of one session, version 1: everything a `SessionRecord` holds, under the same names. Times are ISO 8601
 * texts in the file and milliseconds since 1970 after parsing; durations are milliseconds. Parsing a file gives
 * `format`, `version` and the record. Unknown fields are passed over (an import keeps them);
 * a change that old readers would misread raises `version`.
 */
export const parlorSessionSchema = v.object({
  format: v.literal('parlor-session'),
  version: v.literal(1),
  session: v.object({
    id: sessionIdSchema,
    projectId: v.nullable(projectIdSchema),
    title: v.string(),
    preview: v.string(),
    model: nullableText,
    isModelChecked: v.boolean(),
    systemPrompt: v.string(),
    parameters: v.object(modelParametersSchema.entries),
    activeLeafId: v.nullable(messageIdSchema),
    messageCount: count,
    promptTokens: count,
    replyTokens: count,
    isPinned: v.optional(v.boolean(), false),
    isArchived: v.optional(v.boolean(), false),
    isUnread: v.optional(v.boolean(), false),
    /** Names and values of the user's own. */
    metadata: v.optional(v.record(v.string(), v.string()), {}),
    createdAt: timeSchema,
    updatedAt: timeSchema,
  }),
  projectName: nullableText,
  tags: v.array(v.string()),
  description: v.string(),
  summary: nullableText,
  summaryModel: nullableText,
  toolSettings: jsonSchema,
  agentSettings: jsonSchema,
  contextWindowConfig: jsonSchema,
  metadata: jsonSchema,
  /** Every message of every branch, in the order of their sequence numbers; `parentId` makes them a tree. */
  messages: v.array(messageSchema),
  /** What was being written, when something was. */
  draft: v.optional(v.nullable(draftSchema), null),
});

/** What stands in the file. */
export type ParlorSessionFile = v.InferInput<typeof parlorSessionSchema>;
