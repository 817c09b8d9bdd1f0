import { readTag } from './harmless-tags.ts';

/** What has to be changed at the end of a line of text so that nothing in it is half-written. */
export interface Completion {
  /** Where the change begins: the first mark that is still open. */
  readonly from: number;
  /** What stands in the place of everything from there on. */
  readonly text: string;
  /** A formula behind it whose end has not come. */
  readonly formula?: string;
}

interface OpenMark {
  readonly mark: string;
  readonly at: number;
}

/** An escaped character, a closed formula, closed code, or plain words. */
const closedParts = new RegExp(
  [
    /\\[^([]/,
    /\\\([\s\S]*?\\\)/,
    /\\\[[\s\S]*?\\\]/,
    /\$\$[^$]+\$\$/,
    /\$[^\s$][^$\n]*\$/,
    /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/,
    /[\w\s.,;:'"!?()-]+?(?=[^\w\s.,;:'"!?()-]|_|$)/,
  ]
    .map((part) => `^${part.source}`)
    .join('|'),
);
/** A single dollar sign is one only before something that LaTeX alone would have. */
const openFormula = /^(?:\$\$|\\[([]|\$(?=[^\s$][^$]*[\\^_{=]))([\s\S]*)$/;
/** From the bracket behind a link's words; without the last parenthesis the address is still coming. */
const linkAddress = /^\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s[^)]*)?(\)?)/;
const emphasisMark = /^(?:\*{1,3}|_{1,3}|~{1,2})/;

/**
 * Closes what is open at the end of a line of text: bold, italic, struck out, code, links and harmless tags.
 * Undefined when nothing is. Reads from left to right, once.
 */
export function completeOpenMarks(line: string): Completion | undefined {
  const open: OpenMark[] = [];
  let brackets: number[] = [];
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at);
    const skipped = skipClosed(rest);
    if (skipped > 0) {
      at += skipped;
      continue;
    }
    const ticks = /^`+/.exec(rest)?.[0];
    // Behind an open code mark everything is code.
    if (ticks !== undefined) return complete(line, [...open, { mark: ticks, at }], brackets);
    const formula = openFormula.exec(rest);
    if (formula !== null && !/\w/.test(line[at - 1] ?? ' ')) {
      const before = complete(line.slice(0, at), open, brackets) ?? { from: at, text: '' };
      return { ...before, formula: formula[1] ?? '' };
    }
    const link = linkAddress.exec(rest);
    if (link !== null) {
      if (link[1] === '') return complete(line.slice(0, at), open, brackets);
      brackets = brackets.slice(0, -1);
      at += link[0].length;
      continue;
    }
    const emphasis = emphasisMark.exec(rest)?.[0];
    if (emphasis !== undefined) {
      turn(open, emphasis, at, line);
      at += emphasis.length;
      continue;
    }
    const tag = /^<\/?\w+>/.exec(rest)?.[0];
    const read = tag === undefined ? undefined : readTag(tag);
    if (tag !== undefined && read !== undefined) {
      const mark = `</${read.tag}>`;
      if (read.isClosing) removeLast(open, mark);
      else open.push({ mark, at });
      at += tag.length;
      continue;
    }
    if (rest.startsWith('[') && !/^\[(?:\^|[ xX]\])/.test(rest)) brackets.push(at);
    else if (rest.startsWith(']')) brackets = brackets.slice(0, -1);
    at += 1;
  }
  return complete(line, open, brackets);
}

/** The length of what stands here and can hold no open mark. */
function skipClosed(rest: string): number {
  const closed = closedParts.exec(rest)?.[0];
  return closed === undefined || closed.startsWith('_') ? 0 : closed.length;
}

/** A mark opens before a word and closes behind one, as in CommonMark 0.31, 6.2, but simpler. */
function turn(open: OpenMark[], mark: string, at: number, line: string): void {
  const before = line[at - 1] ?? ' ';
  const after = line[at + mark.length] ?? ' ';
  const known = open.findLastIndex((one) => one.mark === mark);
  if (known !== -1 && !/\s/.test(before)) {
    open.length = known;
    return;
  }
  const canOpen = !/\s/.test(after) && !(mark.startsWith('_') && /\w/.test(before));
  if (canOpen) open.push({ mark, at });
}

function removeLast(open: OpenMark[], mark: string): void {
  const known = open.findLastIndex((one) => one.mark === mark);
  if (known !== -1) open.length = known;
}

function complete(
  line: string,
  open: readonly OpenMark[],
  brackets: readonly number[],
): Completion | undefined {
  const bracket = brackets.at(-1);
  const from = Math.min(open[0]?.at ?? Number.POSITIVE_INFINITY, bracket ?? Number.POSITIVE_INFINITY);
  if (from === Number.POSITIVE_INFINITY) return undefined;
  // The label of a link shows without its bracket until the address is there.
  const withoutBracket =
    bracket === undefined
      ? line
      : line.slice(0, line[bracket - 1] === '!' ? bracket - 1 : bracket) + line.slice(bracket + 1);
  const begin = bracket !== undefined && from === bracket && line[bracket - 1] === '!' ? from - 1 : from;
  const closing = open
    .map((one) => one.mark)
    .reverse()
    .join('');
  const content = withoutBracket.slice(begin);
  // A mark does not close behind a space.
  const end = content.trimEnd();
  return { from: begin, text: end + closing + content.slice(end.length) };
}
