import type { AttachmentKind, MessageRole, MessageStatus } from '#shared/domain.ts';
import type { MessageRecord, SessionRecord } from '../../db/interface.ts';
import { activeBranch } from './active-branch.ts';
import { isoTime } from './iso-time.ts';
import { closingOfOpenBlock } from './open-block.ts';

/**
 * The active branch for people to read, with the fields of openagent-terminal's Markdown export (D4) and what was left out.
 *
 * Texts stand there unchanged: nothing is escaped, cut or trimmed. For an exact import a comment comes before each:
 * `<!-- parlor:message role="user" id="m1" length="5" -->` (for the system prompt `<!-- parlor:system-prompt length="5" -->`),
 * one heading line, one empty line, then `length` UTF-16 units of text. So a text may hold headings or such comments itself.
 */
export function renderMarkdown(record: SessionRecord): string {
  const branch = activeBranch(record);
  return `${[header(record, branch), ...systemPromptSection(record, branch), ...branch.map(messageSection)].join('\n\n')}\n`;
}

function header({ session, messages }: SessionRecord, branch: readonly MessageRecord[]): string {
  const others = messages.length - branch.length;
  const thinking = branch.filter((message) => message.thinking !== '').length;
  const leftOut = [
    ...(others > 0 ? [`${counted(others, 'message')} of other branches`] : []),
    ...(thinking > 0 ? [`the thinking of ${counted(thinking, 'answer')}`] : []),
  ];
  const { promptTokens, replyTokens } = session;
  const scope = others > 0 ? 'all answers, other branches included' : 'all answers';
  return [
    `# ${escapeLine(session.title) || 'Untitled session'}`,
    '',
    `- **Session ID:** ${session.id}`,
    `- **Created:** ${isoTime(session.createdAt)}`,
    `- **Updated:** ${isoTime(session.updatedAt)}`,
    `- **Messages:** ${branch.length}`,
    `- **Total tokens:** ${promptTokens + replyTokens} (prompts ${promptTokens} + replies ${replyTokens}, ${scope})`,
    `- **Model:** ${session.model === null ? 'none chosen' : escapeLine(session.model)}`,
    ...(leftOut.length > 0 ? [`- **Left out:** ${leftOut.join('; ')}`] : []),
    '',
    '---',
  ].join('\n');
}

function systemPromptSection(
  { session: { systemPrompt } }: SessionRecord,
  [first]: readonly MessageRecord[],
): readonly string[] {
  const isShownAsMessage = first?.role === 'system' && first.content === systemPrompt;
  if (systemPrompt === '' || isShownAsMessage) return [];
  const comment = `<!-- parlor:system-prompt length="${systemPrompt.length}" -->`;
  return [`${comment}\n## System prompt\n\n${closed(systemPrompt)}`];
}

function messageSection(message: MessageRecord): string {
  const { role, id, content } = message;
  const who = role === 'tool' ? message.toolName : role === 'assistant' ? message.model : null;
  const name = who === null ? roleNames[role] : `${roleNames[role]} (${escapeLine(who)})`;
  const ending = role === 'assistant' ? endings[message.status] : null;
  return [
    `<!-- parlor:message role="${role}" id="${id}" length="${content.length}" -->\n` +
      `## ${name} [${isoTime(message.createdAt)}]`,
    closed(content),
    ...(message.attachments.length > 0 ? [attachmentList(message.attachments)] : []),
    ...(hasEntries(message.toolCalls) ? [`*Asked for tools:*\n\n${jsonBlock(message.toolCalls)}`] : []),
    ...(ending === null ? [] : [`*${ending}*`]),
    ...(message.status === 'failed' && message.error !== null ? [`*Reason: ${message.error.code}*`] : []),
  ].join('\n\n');
}

/** What was attached, by name: what is in it stands in the JSON of Parlor. */
function attachmentList(attachments: MessageRecord['attachments']): string {
  return attachments
    .map(
      ({ name, kind, sizeBytes }) =>
        `- Attachment: ${escapeLine(name)} (${kindNames[kind]}, ${sizeText(sizeBytes)})`,
    )
    .join('\n');
}

const kindNames: Readonly<Record<AttachmentKind, string>> = {
  image: 'picture',
  text: 'text',
  pdf: 'PDF',
  docx: 'DOCX',
};

function sizeText(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const roleNames: Readonly<Record<MessageRole, string>> = {
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

/** The text, and after it the end of a block that it leaves open. */
function closed(text: string): string {
  const closing = closingOfOpenBlock(text);
  return closing === null ? text : `${text}\n${closing}`;
}

function jsonBlock(value: unknown): string {
  // No line of JSON starts with a backtick, so none can close the fence.
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

function hasEntries(toolCalls: unknown): boolean {
  return Array.isArray(toolCalls) && toolCalls.length > 0;
}

/** A plain text as one line of Markdown that reads as that text. Underscores and hashes inside words mean nothing. */
function escapeLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*[\]<>&$~]|(?<!\w)_|_(?!\w)|#(?=#*$)/g, '\\$&');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
