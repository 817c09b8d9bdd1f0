import type { Message } from '#shared/domain.ts';
import { copyHtml } from '../clipboard.ts';
import { answerHtml, plainHtml, type WriteFormula } from '../markdown/answer-html.ts';

/**
 * A message as formatted text, with its formulas as MathML; and as it was written, formulas as TeX, for programs that
 * take only that. False when it was not allowed.
 */
export async function copyFormatted({ role }: Message, content: string): Promise<boolean> {
  if (role !== 'assistant') return copyHtml(plainHtml(content), content);
  return copyHtml(await formattedAnswer(content), content);
}

/** What draws formulas is large: it is loaded only for an answer that has one. */
async function formattedAnswer(content: string): Promise<string> {
  let hasFormula = false;
  const noteFormula: WriteFormula = () => {
    hasFormula = true;
    return null;
  };
  const html = answerHtml(content, noteFormula);
  if (!hasFormula) return html;
  const { formulaMathml } = await import('../markdown/formula-mathml.ts');
  return answerHtml(content, formulaMathml);
}
