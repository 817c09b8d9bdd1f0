import type { SessionSummary } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';

/** What stands below a title: how the session begins; where the title says so already, how much there is and by which model. */
export function secondLine(
  session: Pick<SessionSummary, 'preview' | 'messageCount' | 'model'>,
  title: string,
): string {
  const { preview, messageCount, model } = session;
  if (preview === '') return text.library.noMessages;
  const isCut = preview.endsWith('...');
  const beginning = inOneLine(isCut ? preview.slice(0, -3) : preview);
  const said = inOneLine(title);
  const isSaid = beginning !== '' && (isCut ? said.startsWith(beginning) : said === beginning);
  if (!isSaid) return preview;
  const count = text.search.history.messages(messageCount);
  return model === null ? count : `${count} · ${model}`;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
