import { text } from '#shared/text/index.ts';
import type { AnswerToken } from './answer-tokens.ts';
import { decodeEntities } from './entities.ts';
import { languageOf } from './fence.ts';
import { type InlinePart, nestHarmlessTags } from './harmless-tags.ts';
import { answerTokens } from './lex.ts';
import { nothingShown, type ShownAnswer, showAnswer } from './shown-answer.ts';

const words = text.reading;

/** What of an answer is said aloud, growing with it: its words without marks, each block on lines of its own. */
export interface SpokenAnswer {
  readonly shown: ShownAnswer;
  readonly text: string;
}

export const nothingSpoken: SpokenAnswer = { shown: nothingShown, text: '' };

export function speakAnswer(before: SpokenAnswer, source: string, isStreaming: boolean): SpokenAnswer {
  const shown = showAnswer(before.shown, source, isStreaming);
  if (shown === before.shown) return before;
  const blocks = shown.groups.flatMap((group) => group.map(({ token }) => spokenBlock(token)));
  return { shown, text: blocks.filter((block) => block !== '').join('\n') };
}

/** Blocks that have not changed are the same tokens. */
const known = new WeakMap<AnswerToken, string>();

function spokenBlock(token: AnswerToken): string {
  const before = known.get(token);
  if (before !== undefined) return before;
  const spoken = sayBlock(token).trim();
  known.set(token, spoken);
  return spoken;
}

function sayBlock(token: AnswerToken): string {
  switch (token.type) {
    case 'paragraph':
    case 'heading':
      return say(token.tokens);
    case 'list':
      return token.items.map((item) => sayBlocks(item.tokens)).join('\n');
    case 'table':
      return [token.header, ...token.rows]
        .map((row) => row.map((cell) => say(cell.tokens)).join(', '))
        .join('\n');
    case 'blockquote':
      return sayBlocks(token.tokens);
    case 'details':
      return `${say(token.summary)}\n${sayBlocks(token.tokens)}`;
    case 'code':
      return words.codeBlock(languageOf(token));
    case 'math':
      return words.formula;
    case 'html':
      return token.text;
    case 'hr':
    case 'space':
    case 'def':
    case 'footnoteDefinition':
      return '';
    default:
      return sayParts(nestHarmlessTags([token]));
  }
}

function sayBlocks(tokens: Parameters<typeof answerTokens>[0]): string {
  return answerTokens(tokens)
    .map(sayBlock)
    .filter((said) => said !== '')
    .join('\n');
}

function say(tokens: Parameters<typeof answerTokens>[0]): string {
  return sayParts(nestHarmlessTags(answerTokens(tokens)));
}

function sayParts(parts: readonly InlinePart[]): string {
  return parts.map(sayPart).join('');
}

function sayPart(part: InlinePart): string {
  switch (part.type) {
    case 'element':
      return sayParts(part.parts);
    case 'text':
      if (part.tokens !== undefined) return say(part.tokens);
      return part.escaped === true ? part.text : decodeEntities(part.text);
    case 'strong':
    case 'em':
    case 'del':
    case 'link':
      return say(part.tokens);
    case 'escape':
    case 'codespan':
      return part.text;
    case 'math':
      return part.text;
    case 'image':
      return decodeEntities(part.text);
    case 'br':
      return '\n';
    case 'footnoteReference':
    case 'checkbox':
      return '';
    case 'html':
      return ' ';
    default:
      return part.raw;
  }
}
