import type { MessageRecord, SessionRecord } from '../../db/interface.ts';
import { activeBranch } from './active-branch.ts';
import { isoTime } from './iso-time.ts';
import {
  endingsOf,
  hasEntries,
  kindAndSize,
  leftOutOf,
  type ReadableOptions,
  roleNames,
  systemPromptBefore,
  tokensOf,
  writerOf,
} from './record-words.ts';

/**
 * The active branch as plain text: who, when, and the words as they are. Each message begins with a line of its own
 * between two empty ones.
 */
export function renderPlainText(record: SessionRecord, options: ReadableOptions): string {
  const branch = activeBranch(record);
  const prompt = systemPromptBefore(record, branch);
  return `${[
    header(record, branch, options),
    ...(prompt === '' ? [] : [`${ruled('System prompt')}\n\n${prompt}`]),
    ...branch.map((message) => messageSection(message, options)),
  ].join('\n\n')}\n`;
}

function header(record: SessionRecord, branch: readonly MessageRecord[], options: ReadableOptions): string {
  const { session, tags, projectName } = record;
  const leftOut = leftOutOf(record, branch, options);
  return [
    inOneLine(session.title) || 'Untitled session',
    '',
    `Session ID: ${session.id}`,
    `Created: ${isoTime(session.createdAt)}`,
    `Updated: ${isoTime(session.updatedAt)}`,
    ...(projectName === null ? [] : [`Project: ${inOneLine(projectName)}`]),
    ...(tags.length === 0 ? [] : [`Tags: ${tags.map(inOneLine).join(', ')}`]),
    `Messages: ${branch.length}`,
    `Total tokens: ${tokensOf(record, branch)}`,
    `Model: ${session.model === null ? 'none chosen' : inOneLine(session.model)}`,
    ...(leftOut.length > 0 ? [`Left out: ${leftOut.join('; ')}`] : []),
  ].join('\n');
}

function messageSection(message: MessageRecord, { withThinking }: ReadableOptions): string {
  const writer = writerOf(message);
  const role = roleNames[message.role];
  const name = writer === null ? role : `${role} (${inOneLine(writer)})`;
  return [
    ruled(`${name}, ${isoTime(message.createdAt)}`),
    ...(withThinking && message.thinking !== ''
      ? [`[Thinking]\n\n${message.thinking}\n\n[End of the thinking]`]
      : []),
    message.content,
    ...(message.attachments.length > 0 ? [attachmentList(message.attachments)] : []),
    ...(hasEntries(message.toolCalls)
      ? [`[Asked for tools]\n\n${JSON.stringify(message.toolCalls, null, 2)}`]
      : []),
    ...endingsOf(message).map((sentence) => `[${sentence}]`),
  ].join('\n\n');
}

function attachmentList(attachments: MessageRecord['attachments']): string {
  return attachments
    .map((attachment) => `[Attachment: ${inOneLine(attachment.name)} (${kindAndSize(attachment)})]`)
    .join('\n');
}

/** `--- User, 2024-01-01T10:00:00Z ---` */
function ruled(title: string): string {
  return `--- ${title} ---`;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
