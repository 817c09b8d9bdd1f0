import type { AttachmentKind, MessageRole, MessageStatus } from '#shared/domain.ts';
import type { AttachmentRecord, MessageRecord, SessionRecord } from '../../db/interface.ts';

// The words of files for people, the same in Markdown and in plain text.

export interface ReadableOptions {
  /** Whether what a model thought before it answered is written, too. */
  readonly withThinking: boolean;
}

export const roleNames: Readonly<Record<MessageRole, string>> = {
  system: 'System',
  user: 'User',
  assistant: 'Assistant',
  tool: 'Tool',
};

const endings: Readonly<Record<MessageStatus, string | null>> = {
  complete: null,
  streaming: 'This answer was still being written when it was exported.',
  stopped: 'This answer was stopped before its end.',
  failed: 'This answer failed.',
  interrupted: 'This answer was interrupted before its end.',
};

/** How an answer ended when it did not come to its end, and why. */
export function endingsOf({ role, status, error }: MessageRecord): readonly string[] {
  const ending = role === 'assistant' ? endings[status] : null;
  return [
    ...(ending === null ? [] : [ending]),
    ...(status === 'failed' && error !== null ? [`Reason: ${error.code}`] : []),
  ];
}

/** Who wrote it: the model of an answer, the name of a tool. */
export function writerOf({ role, toolName, model }: MessageRecord): string | null {
  if (role === 'tool') return toolName;
  return role === 'assistant' ? model : null;
}

/** What of a session is not in the file of its active branch. */
export function leftOutOf(
  { messages }: SessionRecord,
  branch: readonly MessageRecord[],
  { withThinking }: ReadableOptions,
): readonly string[] {
  const others = messages.length - branch.length;
  const thinking = withThinking ? 0 : branch.filter((message) => message.thinking !== '').length;
  return [
    ...(others > 0 ? [`${counted(others, 'message')} of other branches`] : []),
    ...(thinking > 0 ? [`the thinking of ${counted(thinking, 'answer')}`] : []),
  ];
}

/** Sums over all answers of a session. */
export function tokensOf(
  { session: { promptTokens, replyTokens }, messages }: SessionRecord,
  branch: readonly MessageRecord[],
): string {
  const scope = messages.length > branch.length ? 'all answers, other branches included' : 'all answers';
  return `${promptTokens + replyTokens} (prompts ${promptTokens} + replies ${replyTokens}, ${scope})`;
}

/** The system prompt, unless the branch begins with it. */
export function systemPromptBefore(
  { session: { systemPrompt } }: SessionRecord,
  [first]: readonly MessageRecord[],
): string {
  return first?.role === 'system' && first.content === systemPrompt ? '' : systemPrompt;
}

const kindNames: Readonly<Record<AttachmentKind, string>> = {
  image: 'picture',
  text: 'text',
  pdf: 'PDF',
  docx: 'DOCX',
};

/** `text, 8 bytes` */
export function kindAndSize({ kind, sizeBytes }: AttachmentRecord): string {
  return `${kindNames[kind]}, ${sizeText(sizeBytes)}`;
}

function sizeText(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function hasEntries(toolCalls: unknown): boolean {
  return Array.isArray(toolCalls) && toolCalls.length > 0;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
