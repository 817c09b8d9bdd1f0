import type { Tokens } from 'marked';
import { openableUrl } from '#shared/openable-url.ts';
import { text } from '#shared/text/index.ts';
import type { AnswerToken } from './answer-tokens.ts';
import { decodeEntities } from './entities.ts';
import { languageOf } from './fence.ts';
import { footnoteNumbers } from './footnotes.ts';
import { type InlinePart, nestHarmlessTags } from './harmless-tags.ts';
import { answerTokens } from './lex.ts';
import { nothingShown, showAnswer } from './shown-answer.ts';

/** Gives a formula as HTML; null when it cannot. */
export type WriteFormula = (tex: string, isDisplay: boolean) => string | null;

interface Writing {
  readonly numbers: ReadonlyMap<string, number>;
  readonly writeFormula: WriteFormula;
}

/**
 * An answer as HTML for the clipboard, as it is on the page but without anything to press: what a text processor can
 * take. A formula that cannot be written as one stays LaTeX between dollars.
 */
export function answerHtml(source: string, writeFormula: WriteFormula = () => null): string {
  const { groups, footnotes } = showAnswer(nothingShown, source, false);
  const numbers = footnoteNumbers(footnotes, false);
  const writing: Writing = { numbers, writeFormula };
  const blocks = groups
    .flatMap((group) => group.map(({ token }) => blockHtml(token, writing)))
    .filter((html) => html !== '');
  const notes = [...footnotes.definitions].sort(
    (one, other) => (numbers.get(one.label) ?? 0) - (numbers.get(other.label) ?? 0),
  );
  if (notes.length > 0) {
    const items = notes.map((note) => element('li', blocksHtml(note.tokens, writing)));
    blocks.push(`<hr>${element('ol', items.join(''))}`);
  }
  return blocks.join('\n');
}

/** A text as it was written. */
export function plainHtml(source: string): string {
  return source
    .split(/\n{2,}/)
    .map((paragraph) => element('p', escapeHtml(paragraph).replaceAll('\n', '<br>')))
    .join('\n');
}

function blocksHtml(tokens: Parameters<typeof answerTokens>[0], writing: Writing): string {
  return answerTokens(tokens)
    .map((token) => blockHtml(token, writing))
    .join('');
}

function blockHtml(token: AnswerToken, writing: Writing): string {
  switch (token.type) {
    case 'paragraph':
      return element('p', inlineHtml(token.tokens, writing));
    case 'heading':
      return element(`h${token.depth}`, inlineHtml(token.tokens, writing));
    case 'list': {
      const items = token.items.map((item) => element('li', blocksHtml(item.tokens, writing))).join('');
      if (!token.ordered) return element('ul', items);
      return element('ol', items, token.start === '' || token.start === 1 ? '' : ` start="${token.start}"`);
    }
    case 'table':
      return tableHtml(token, writing);
    case 'blockquote':
      return element('blockquote', blocksHtml(token.tokens, writing));
    case 'code': {
      const language = languageOf(token);
      const name = language === '' ? '' : ` class="language-${escapeHtml(language)}"`;
      return `<pre style="font-family: monospace">${element('code', escapeHtml(token.text), name)}</pre>`;
    }
    case 'hr':
      return '<hr>';
    case 'math':
      return element('p', writing.writeFormula(token.text, true) ?? escapeHtml(`$$${token.text}$$`));
    case 'details': {
      const summary = token.summary.length > 0 ? inlineHtml(token.summary, writing) : text.markdown.details;
      return element('p', element('strong', summary)) + blocksHtml(token.tokens, writing);
    }
    case 'html':
      return element('p', escapeHtml(token.text.trimEnd()));
    case 'space':
    case 'def':
    case 'footnoteDefinition':
      return '';
    default:
      return partsHtml(nestHarmlessTags([token]), writing);
  }
}

function tableHtml({ header, rows }: Tokens.Table, writing: Writing): string {
  const row = (cells: readonly Tokens.TableCell[]) =>
    element('tr', cells.map((cell) => cellHtml(cell, writing)).join(''));
  const body = element('thead', row(header)) + element('tbody', rows.map(row).join(''));
  return element('table', body, ' border="1" style="border-collapse: collapse"');
}

function cellHtml({ header, align, tokens }: Tokens.TableCell, writing: Writing): string {
  const style = align === null ? '' : ` style="text-align: ${align}"`;
  return element(header ? 'th' : 'td', inlineHtml(tokens, writing), style);
}

function inlineHtml(tokens: Parameters<typeof answerTokens>[0], writing: Writing): string {
  return partsHtml(nestHarmlessTags(answerTokens(tokens)), writing);
}

function partsHtml(parts: readonly InlinePart[], writing: Writing): string {
  return parts.map((part) => partHtml(part, writing)).join('');
}

function partHtml(part: InlinePart, writing: Writing): string {
  switch (part.type) {
    case 'element':
      return element(part.tag, partsHtml(part.parts, writing));
    case 'escape':
      return escapeHtml(part.text);
    case 'text':
      if (part.tokens !== undefined) return inlineHtml(part.tokens, writing);
      return escapeHtml(part.escaped === true ? part.text : decodeEntities(part.text));
    case 'strong':
    case 'em':
    case 'del':
      return element(part.type, inlineHtml(part.tokens, writing));
    case 'codespan':
      return element('code', escapeHtml(part.text), ' style="font-family: monospace"');
    case 'br':
      return '<br>';
    case 'link':
      return linkHtml(part, writing);
    case 'image':
      return escapeHtml(decodeEntities(part.text));
    case 'math':
      return writing.writeFormula(part.text, false) ?? escapeHtml(`$${part.text}$`);
    case 'footnoteReference': {
      const number = writing.numbers.get(part.label);
      return number === undefined ? escapeHtml(part.raw) : element('sup', String(number));
    }
    case 'checkbox':
      return part.checked ? '☑ ' : '☐ ';
    case 'html':
      return /^<br\s*\/?>$/i.test(part.text) ? '<br>' : escapeHtml(part.text);
    default:
      return escapeHtml(part.raw);
  }
}

function linkHtml(token: Tokens.Link, writing: Writing): string {
  const isWrittenOut = token.autolink === true;
  const url = openableUrl(isWrittenOut ? token.href : decodeEntities(token.href));
  const content = isWrittenOut ? escapeHtml(token.text) : inlineHtml(token.tokens, writing);
  return url === undefined ? content : element('a', content, ` href="${escapeHtml(url)}"`);
}

function element(tag: string, content: string, attributes = ''): string {
  return `<${tag}${attributes}>${content}</${tag}>`;
}

function escapeHtml(source: string): string {
  return source
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
