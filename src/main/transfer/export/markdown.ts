import type { MessageRecord, SessionRecord } from '../../db/interface.ts';
import { activeBranch } from './active-branch.ts';
import { isoTime } from './iso-time.ts';
import { closingOfOpenBlock } from './open-block.ts';
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
 * The active branch for people to read, with the fields of openagent-terminal's Markdown export (D4) and what was left out.
 *
 * Texts stand there unchanged: nothing is escaped, cut or trimmed. For an exact import a comment comes before each:
 * `<!-- parlor:message role="user" id="m1" length="5" -->` (for the system prompt `<!-- parlor:system-prompt length="5" -->`),
 * one heading line, one empty line, then `length` UTF-16 units of text. So a text may hold headings or such comments itself.
 * Where the comment says `thinking="yes"`, a quoted block with the thinking and another empty line come before the text.
 */
export function renderMarkdown(
  record: SessionRecord,
  options: ReadableOptions = { withThinking: false },
): string {
  const branch = activeBranch(record);
  const messages = branch.map((message) => messageSection(message, options));
  const sections = [header(record, branch, options), ...systemPromptSection(record, branch), ...messages];
  return `${sections.join('\n\n')}\n`;
}

function header(record: SessionRecord, branch: readonly MessageRecord[], options: ReadableOptions): string {
  const { session } = record;
  const leftOut = leftOutOf(record, branch, options);
  return [
    `# ${escapeLine(session.title) || 'Untitled session'}`,
    '',
    `- **Session ID:** ${session.id}`,
    `- **Created:** ${isoTime(session.createdAt)}`,
    `- **Updated:** ${isoTime(session.updatedAt)}`,
    `- **Messages:** ${branch.length}`,
    `- **Total tokens:** ${tokensOf(record, branch)}`,
    `- **Model:** ${session.model === null ? 'none chosen' : escapeLine(session.model)}`,
    ...(leftOut.length > 0 ? [`- **Left out:** ${leftOut.join('; ')}`] : []),
    '',
    '---',
  ].join('\n');
}

function systemPromptSection(record: SessionRecord, branch: readonly MessageRecord[]): readonly string[] {
  const prompt = systemPromptBefore(record, branch);
  if (prompt === '') return [];
  return [`<!-- parlor:system-prompt length="${prompt.length}" -->\n## System prompt\n\n${closed(prompt)}`];
}

function messageSection(message: MessageRecord, { withThinking }: ReadableOptions): string {
  const { role, id, content, thinking } = message;
  const writer = writerOf(message);
  const name = writer === null ? roleNames[role] : `${roleNames[role]} (${escapeLine(writer)})`;
  const showsThinking = withThinking && thinking !== '';
  const mark = showsThinking ? ' thinking="yes"' : '';
  return [
    `<!-- parlor:message role="${role}" id="${id}" length="${content.length}"${mark} -->\n` +
      `## ${name} [${isoTime(message.createdAt)}]`,
    ...(showsThinking ? [quoted(`**Thinking**\n\n${thinking}`)] : []),
    closed(content),
    ...(message.attachments.length > 0 ? [attachmentList(message.attachments)] : []),
    ...(hasEntries(message.toolCalls) ? [`*Asked for tools:*\n\n${jsonBlock(message.toolCalls)}`] : []),
    ...endingsOf(message).map((sentence) => `*${sentence}*`),
  ].join('\n\n');
}

/** As a block quote, which ends everything that the text leaves open, be it code or an element of HTML. */
function quoted(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** What was attached, by name: what is in it stands in the JSON of Parlor. */
function attachmentList(attachments: MessageRecord['attachments']): string {
  return attachments
    .map((attachment) => `- Attachment: ${escapeLine(attachment.name)} (${kindAndSize(attachment)})`)
    .join('\n');
}

/** The text, and after it the end of a block that it leaves open. */
function closed(text: string): string {
  const closing = closingOfOpenBlock(text);
  return closing === null ? text : `${text}\n${closing}`;
}

function jsonBlock(value: unknown): string {
  // No line of JSON starts with a backtick, so none can close the fence.
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

/** A plain text as one line of Markdown that reads as that text. Underscores and hashes inside words mean nothing. */
function escapeLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*[\]<>&$~]|(?<!\w)_|_(?!\w)|#(?=#*$)/g, '\\$&');
}
