import { findFolded, type Separators } from '#shared/fold/find-folded.ts';
import type { MarkTarget } from '../../stores/chat/marks-store.ts';

/** More marks in one message than anybody looks at; the count beside the field is exact whatever is drawn. */
const marksPerMessage = 500;
/** What stands on a line of its own: a word does not reach from one into the next. */
const blocks = 'p, li, td, th, pre, h1, h2, h3, h4, h5, h6, blockquote, summary, dt, dd, div';

interface PlacedText {
  readonly node: Text;
  /** Where it begins in the text of all nodes. */
  readonly start: number;
}

/** What is looked for, and how its words are apart. */
export interface WantedTerms {
  readonly terms: readonly string[];
  readonly separators: Separators;
}

/**
 * Every occurrence of the terms in a row: those in what was said in order, then those in the thoughts. Of answers beside
 * each other the one of the branch comes first, as its occurrences are the counted ones.
 */
export function findRanges(row: Element, wanted: WantedTerms): readonly Range[] {
  const columns = [...row.querySelectorAll('[data-column]')];
  const shown = columns.filter((column) => column.matches('[data-shown=true]'));
  const answers = columns.length === 0 ? [row] : [...new Set([...shown, ...columns])];
  return answers.flatMap((answer) => [
    ...rangesIn(answer, 'content', wanted),
    ...rangesIn(answer, 'thinking', wanted),
  ]);
}

function rangesIn(
  answer: Element,
  part: MarkTarget['part'],
  { terms, separators }: WantedTerms,
): readonly Range[] {
  const element = answer.querySelector(`[data-text=${part}]`);
  if (element === null) return [];
  const { text, nodes } = readText(element);
  return terms
    .flatMap((term) => findFolded(text, term, separators, marksPerMessage))
    .toSorted(([from], [otherFrom]) => from - otherFrom)
    .map(([from, to]) => toRange(nodes, from, to));
}

function readText(part: Element): { readonly text: string; readonly nodes: readonly PlacedText[] } {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    const isSkipped = node instanceof Element && node.matches('button, [hidden], [aria-hidden=true]');
    return isSkipped ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const nodes: PlacedText[] = [];
  let text = '';
  let block: Element | null | undefined;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const own = node.parentElement?.closest(blocks);
    if (block !== undefined && own !== block) text += '\n';
    block = own;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  return { text, nodes };
}

function toRange(nodes: readonly PlacedText[], from: number, to: number): Range {
  const range = document.createRange();
  const first = nodeAt(nodes, from);
  const last = nodeAt(nodes, to - 1);
  if (first !== undefined) range.setStart(first.node, Math.min(from - first.start, first.node.length));
  if (last !== undefined) range.setEnd(last.node, Math.min(to - last.start, last.node.length));
  return range;
}

/** The node that holds the character at `place`. */
function nodeAt(nodes: readonly PlacedText[], place: number): PlacedText | undefined {
  let from = 0;
  let to = nodes.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((nodes[middle]?.start ?? 0) <= place) from = middle + 1;
    else to = middle;
  }
  return nodes[from - 1];
}
