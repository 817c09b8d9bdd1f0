import type { ModelParameters, ReplyUsage, Session } from '#shared/domain.ts';
import type { AttachmentRecord, MessageRecord, SessionRecord } from '../../db/interface.ts';
import type { ParlorSessionFile } from '../parlor-session-schema.ts';
import { isoTime } from './iso-time.ts';

/**
 * The whole session in Parlor's own format (`parlorSessionSchema`), for a way back without loss. Names stand in a fixed order
 * and nothing of the moment of writing gets in, so the same record always gives the same bytes.
 */
export function renderParlorJson(record: SessionRecord): string {
  return `${JSON.stringify(sessionFile(record), null, 2)}\n`;
}

// `satisfies Record<keyof ...>` below: a field added to the record and forgotten here does not compile.

function sessionFile(record: SessionRecord): ParlorSessionFile {
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
    messages: record.messages.map(messageOfFile),
  } satisfies Record<keyof SessionRecord, unknown> & ParlorSessionFile;
}

function messageOfFile(message: MessageRecord): ParlorSessionFile['messages'][number] {
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
    attachments: message.attachments.map(attachmentOfFile),
    sourceFile: message.sourceFile,
    toolName: message.toolName,
    toolCalls: message.toolCalls ?? null,
    agentName: message.agentName,
    provenance: message.provenance ?? null,
    metadata: message.metadata ?? null,
  } satisfies Record<keyof MessageRecord, unknown>;
}

function attachmentOfFile(attachment: AttachmentRecord) {
  const { sent } = attachment;
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
    text: attachment.text,
    bytes: attachment.bytes && base64(attachment.bytes),
    sent: sent && { bytes: base64(sent.bytes), mime: sent.mime },
    metadata: attachment.metadata ?? null,
  } satisfies Record<keyof AttachmentRecord, unknown>;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
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
