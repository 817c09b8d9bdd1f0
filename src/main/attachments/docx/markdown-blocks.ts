import { type HtmlElement, type HtmlNode, isElement } from './html-tree.ts';
import { inlineMarkdown, longestRun, plainText } from './markdown-inline.ts';
import { tableGrid, tableMarkdown } from './markdown-table.ts';

const blockNames = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'table', 'pre']);

/** What mammoth makes of a document, as Markdown. */
export function htmlToMarkdown(nodes: readonly HtmlNode[]): string {
  return blocksOf(nodes).join('\n\n');
}

/** Paragraphs, headings, lists, tables, each without the lines between them; text outside of any is a paragraph. */
function blocksOf(nodes: readonly HtmlNode[]): readonly string[] {
  const blocks: string[] = [];
  let loose: HtmlNode[] = [];
  const endLoose = () => {
    blocks.push(inlineMarkdown(loose).trim());
    loose = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string' || !blockNames.has(node.name)) loose.push(node);
    else {
      endLoose();
      blocks.push(...block(node));
    }
  }
  endLoose();
  return blocks.filter((each) => each !== '');
}

function block(element: HtmlElement): readonly string[] {
  switch (element.name) {
    case 'ul':
    case 'ol':
      return isNotes(element) ? notes(element) : [list(element)];
    case 'table':
      return table(element);
    case 'pre':
      return [fenced(plainText(element.children))];
    case 'p':
      return blocksOf(element.children);
    case 'dl':
      return [];
    default:
      return heading(Number(element.name.slice(1)), element.children);
  }
}

/** A heading is one line, and strong already. */
function heading(level: number, children: readonly HtmlNode[]): readonly string[] {
  const words = inlineMarkdown(withoutStrong(children), ' ').trim();
  return words === '' ? [] : [`${'#'.repeat(level)} ${words}`];
}

function withoutStrong(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  return nodes.flatMap((node) => (isElement(node, 'strong') ? node.children : [node]));
}

function list({ name, children }: HtmlElement): string {
  return children
    .filter((child): child is HtmlElement => isElement(child, 'li'))
    .map((item, index) => listItem(name === 'ol' ? `${index + 1}. ` : '- ', item))
    .join('\n');
}

function listItem(mark: string, item: HtmlElement): string {
  const content = blocksOf(item.children).join('\n');
  return mark + content.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
}

/** mammoth puts foot- and endnotes at the end, in the order of their numbers. */
function isNotes({ name, children: [first] }: HtmlElement): boolean {
  return (
    name === 'ol' && first !== undefined && isElement(first, 'li') && first.attributes['id'] !== undefined
  );
}

function notes({ children }: HtmlElement): readonly string[] {
  return children.flatMap((note, index) =>
    typeof note === 'string'
      ? []
      : [`[^${index + 1}]: ${blocksOf(note.children).join('\n').replace(/ ?↑$/, '').trim()}`],
  );
}

function table(element: HtmlElement): readonly string[] {
  const grid = tableGrid(element, cellText);
  const isFrame = grid.length === 1 && grid[0]?.length === 1;
  // A frame around text is no table.
  if (isFrame) return blocksOf(cellsOf(element).flatMap(({ children }) => children));
  return grid.length === 0 ? [] : [tableMarkdown(grid)];
}

/** A cell is one line. */
function cellText({ children }: HtmlElement): string {
  return blocksOf(children).join('\n').replaceAll('|', '\\|').replace(/\n+/g, '<br>');
}

function cellsOf({ children }: HtmlElement): readonly HtmlElement[] {
  return children.flatMap((child) =>
    typeof child === 'string' ? [] : child.name === 'td' || child.name === 'th' ? [child] : cellsOf(child),
  );
}

function fenced(code: string): string {
  if (code.trim() === '') return '';
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}\n${code.replace(/\n+$/, '')}\n${fence}`;
}
