import { isVisible } from '#shared/domain.ts';
import type { BranchMessage } from '../db/interface.ts';
import type { ChatRequestMessage } from '../ollama/interface.ts';

const longestTitle = 60;
/** Beginning of question and answer that is sent: what they are about stands there. */
const longestExcerpt = 1_500;

/** What the model is asked. It should answer in the language of the conversation. */
export function titleQuestion(question: BranchMessage, answer: BranchMessage): readonly ChatRequestMessage[] {
  const conversation = `Question:\n${excerpt(question.content)}\n\nAnswer:\n${excerpt(answer.content)}`;
  const task =
    'Write a title of two to six words for this conversation, in the language of the question. ' +
    'Answer with the title alone: one line, no quotation marks, no full stop.';
  return [{ role: 'user', content: `${task}\n\n${conversation}` }];
}

/** The title in a model's answer; null when there is none that could be meant as one. */
export function titleFromAnswer(answer: string): string | null {
  const line = withoutThoughts(answer)
    .split('\n')
    .map(withoutMarks)
    .find((each) => isVisible(each));
  if (line === undefined) return null;
  const characters = Array.from(line);
  if (characters.length <= longestTitle) return line;
  // A whole paragraph is an answer, not a title.
  if (characters.length > longestTitle * 3) return null;
  const cut = characters.slice(0, longestTitle - 1).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > longestTitle / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}

/** Some models think inside their answer, and some are cut off while they do. */
function withoutThoughts(answer: string): string {
  return answer.replace(/<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi, '');
}

function withoutMarks(line: string): string {
  let title = line.replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === '\u200d' ? sign : ' '));
  for (let before = ''; before !== title; ) {
    before = title;
    title = title
      .trim()
      .replace(/^(?:title|titel|titre|título|titolo|标题|タイトル)\s*[:：-]\s*/iu, '')
      .replace(/^[#>*_`~"'“”„«»‘’「」『』\s-]+/u, '')
      .replace(/[*_`~"'“”„«»‘’「」『』\s]+$/u, '')
      .replace(/(?<!\.)[.。]$/u, '');
  }
  return title.replace(/\s+/g, ' ');
}

function excerpt(text: string): string {
  return Array.from(text.slice(0, longestExcerpt * 2))
    .slice(0, longestExcerpt)
    .join('');
}
