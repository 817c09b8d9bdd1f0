import { text as texts } from '#shared/text/index.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';

/**
 * Text with what is in it as Markdown. Nothing is escaped: the text is for reading and for finding, and `snake_case` has to
 * stay what it is.
 */
export function inlineMarkdown(nodes: readonly HtmlNode[], lineBreak = '\n'): string {
  return nodes
    .map((node) => (typeof node === 'string' ? node.replace(/\s*\n\s*/g, ' ') : ofElement(node, lineBreak)))
    .join('');
}

/** The text alone, as code has it. */
export function plainText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => (typeof node === 'string' ? node : node.name === 'br' ? '\n' : plainText(node.children)))
    .join('');
}

function ofElement({ name, attributes, children }: HtmlElement, lineBreak: string): string {
  const inside = () => inlineMarkdown(children, lineBreak);
  switch (name) {
    case 'br':
      return lineBreak;
    case 'img':
      return texts.attachments.pictureLeftOut(attributes['alt']?.replace(/\s+/g, ' ').trim() ?? '');
    case 'input':
      return attributes['checked'] === undefined ? '[ ] ' : '[x] ';
    case 'strong':
      return marked(inside(), '**');
    case 'em':
      return marked(inside(), '*');
    case 's':
      return marked(inside(), '~~');
    case 'code':
      return code(plainText(children));
    case 'a':
      return link(attributes['href'] ?? '', inside());
    default:
      return inside();
  }
}

/** Between its marks, which have to touch the text: spaces go outside. */
function marked(inside: string, mark: string): string {
  const [, before = '', body = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(inside) ?? [];
  return body === '' ? inside : `${before}${mark}${body}${mark}${after}`;
}

/** With more backticks around it than it has in a row itself. */
function code(inside: string): string {
  if (inside.trim() === '') return inside;
  const fence = '`'.repeat(longestRun(inside) + 1);
  const room = inside.startsWith('`') || inside.endsWith('`') ? ' ' : '';
  return `${fence}${room}${inside}${room}${fence}`;
}

export function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

/** Places inside the document lead nowhere in a message, so only their text stays; the notes have numbers. */
function link(address: string, inside: string): string {
  const note = /^#(?:foot|end)note-\d+$/.test(address) ? /^\[(\d+)\]$/.exec(inside) : null;
  if (note !== null) return `[^${note[1]}]`;
  const body = inside.trim();
  if (body === '' || address === '' || address.startsWith('#')) return inside;
  return body === address ? inside : `[${body}](${/[\s()]/.test(address) ? `<${address}>` : address})`;
}
