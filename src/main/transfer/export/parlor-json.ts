import type { ModelParameters, ReplyUsage, Session } from '#shared/domain.ts';
import type {
  AttachmentContents,
  AttachmentRecord,
  DraftRecord,
  MessageRecord,
  SessionRecord,
} from '../../db/interface.ts';
import type { ParlorSessionFile } from '../parlor-session-schema.ts';
import { isoTime } from './iso-time.ts';
import { Base64, inLargePieces, jsonPieces, Later } from './json-pieces.ts';

export type ContentsOf = (attachment: AttachmentRecord) => AttachmentContents;

/**
 * The whole session in Parlor's own format (`parlorSessionSchema`), for a way back without loss. Names stand in a fixed order
 * and nothing of the moment of writing gets in, so the same record always gives the same bytes. What is in the files is asked for as it is
 * written, so it can be more than fits into memory.
 */
export function* renderParlorJson(record: SessionRecord, contentsOf: ContentsOf): Generator<string> {
  const messages = record.messages.map((message) => new Later(() => messageOfFile(message, contentsOf)));
  const { draft } = record;
  const file = {
    ...headOfFile(record),
    messages,
    // Absent when there is none, as in files of before drafts were written.
    ...(draft !== null && {
      draft: {
        text: draft.text,
        setAside: [...draft.setAside],
        attachments: attachmentsOfFile(draft.attachments, contentsOf),
      } satisfies Record<keyof DraftRecord, unknown>,
    }),
  } satisfies Record<Exclude<keyof ParlorSessionFile, 'draft'>, unknown>;
  yield* inLargePieces(jsonPieces(file));
  yield '\n';
}

// `satisfies Record<keyof ...>` below: a field added to the record and forgotten here does not compile.

function headOfFile(record: SessionRecord): Omit<ParlorSessionFile, 'messages' | 'draft'> {
  const { session } = record;
  const { parameters } = session;
  return {
    format: 'parlor-session',
    version: 1,
    session: {
      id: session.id,
      projectId: session.projectId,
      title: session.title,
      preview: session.preview,
      model: session.model,
      isModelChecked: session.isModelChecked,
      systemPrompt: session.systemPrompt,
      parameters: {
        temperature: parameters.temperature,
        topP: parameters.topP,
        topK: parameters.topK,
        seed: parameters.seed,
        numCtx: parameters.numCtx,
        numPredict: parameters.numPredict,
        stop: parameters.stop,
        repeatPenalty: parameters.repeatPenalty,
        keepAlive: parameters.keepAlive,
        think: parameters.think,
      } satisfies Record<keyof ModelParameters, unknown>,
      activeLeafId: session.activeLeafId,
      messageCount: session.messageCount,
      promptTokens: session.promptTokens,
      replyTokens: session.replyTokens,
      isPinned: session.isPinned,
      isArchived: session.isArchived,
      isUnread: session.isUnread,
      metadata: { ...session.metadata },
      createdAt: isoTime(session.createdAt),
      updatedAt: isoTime(session.updatedAt),
      // Its tags are written by name and its description once, both below.
    } satisfies Record<Exclude<keyof Session, 'tagIds' | 'description'>, unknown>,
    projectName: record.projectName,
    tags: [...record.tags],
    description: record.description,
    summary: record.summary,
    summaryModel: record.summaryModel,
    toolSettings: record.toolSettings ?? null,
    agentSettings: record.agentSettings ?? null,
    contextWindowConfig: record.contextWindowConfig ?? null,
    metadata: record.metadata ?? null,
  } satisfies Record<Exclude<keyof SessionRecord, 'messages' | 'draft'>, unknown> &
    Omit<ParlorSessionFile, 'messages' | 'draft'>;
}

function messageOfFile(message: MessageRecord, contentsOf: ContentsOf) {
  return {
    id: message.id,
    parentId: message.parentId,
    sequence: message.sequence,
    role: message.role,
    content: message.content,
    thinking: message.thinking,
    model: message.model,
    status: message.status,
    error: message.error && { code: message.error.code, details: { ...message.error.details } },
    createdAt: isoTime(message.createdAt),
    editedAt: message.editedAt === null ? null : isoTime(message.editedAt),
    finishedAt: message.finishedAt === null ? null : isoTime(message.finishedAt),
    usage: message.usage && usageOfFile(message.usage),
    attachments: attachmentsOfFile(message.attachments, contentsOf),
    sourceFile: message.sourceFile,
    toolName: message.toolName,
    toolCalls: message.toolCalls ?? null,
    agentName: message.agentName,
    provenance: message.provenance ?? null,
    metadata: message.metadata ?? null,
  } satisfies Record<keyof MessageRecord | keyof ParlorSessionFile['messages'][number], unknown>;
}

function attachmentsOfFile(attachments: readonly AttachmentRecord[], contentsOf: ContentsOf) {
  return attachments.map(
    (attachment) => new Later(() => attachmentOfFile(attachment, contentsOf(attachment))),
  );
}

function attachmentOfFile(attachment: AttachmentRecord, { text, bytes, sent }: AttachmentContents) {
  return {
    id: attachment.id,
    kind: attachment.kind,
    name: attachment.name,
    mime: attachment.mime,
    sizeBytes: attachment.sizeBytes,
    width: attachment.width,
    height: attachment.height,
    pageCount: attachment.pageCount,
    textLength: attachment.textLength,
    tokenEstimate: attachment.tokenEstimate,
    createdAt: isoTime(attachment.createdAt),
    text,
    bytes: bytes && new Base64(bytes),
    sent: sent && { bytes: new Base64(sent.bytes), mime: sent.mime },
    metadata: attachment.metadata ?? null,
  } satisfies Record<keyof AttachmentRecord, unknown>;
}

function usageOfFile(usage: ReplyUsage) {
  return {
    promptTokens: usage.promptTokens,
    replyTokens: usage.replyTokens,
    loadMs: usage.loadMs,
    promptEvalMs: usage.promptEvalMs,
    evalMs: usage.evalMs,
    totalMs: usage.totalMs,
    firstTokenMs: usage.firstTokenMs,
    thinkingMs: usage.thinkingMs,
    doneReason: usage.doneReason,
  } satisfies Record<keyof ReplyUsage, unknown>;
}
