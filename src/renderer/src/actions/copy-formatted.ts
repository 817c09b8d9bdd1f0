import type { Message } from '#shared/domain.ts';
import { copyHtml } from '../clipboard.ts';
import { answerHtml, plainHtml } from '../markdown/answer-html.ts';

/** A message as formatted text, and as it was written for programs that take only that. False when it was not allowed. */
export function copyFormatted({ role }: Message, content: string): Promise<boolean> {
  return copyHtml(role === 'assistant' ? answerHtml(content) : plainHtml(content), content);
}
