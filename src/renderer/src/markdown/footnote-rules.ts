import type { TokenizerExtensionFunction } from 'marked';
import type { FootnoteDefinition, FootnoteReference } from './answer-tokens.ts';
import { lexNested } from './lex-nested.ts';

const reference = /^\[\^([^\]\s]{1,99})\]/;
const definition = /^ {0,3}\[\^([^\]\s]{1,99})\]:[ \t]*/;
/** A line that begins a block of its own, so it cannot be the lazily written rest of a note. */
const beginsBlock =
  /^ {0,3}(?:\[\^[^\]\s]+\]:|#{1,6}(?:\s|$)|>|`{3}|~{3}|\$\$|[-+*](?:\s|$)|\d{1,9}[.)]\s|(?:[-*_] *){3,}$)/;

/** `[^label]`; whether a note of that label exists is known only when the whole answer is. */
export const footnoteReferenceRule: TokenizerExtensionFunction = (source): FootnoteReference | undefined => {
  if (!source.startsWith('[^')) return undefined;
  const match = reference.exec(source);
  if (match === null) return undefined;
  return { type: 'footnoteReference', raw: match[0], label: (match[1] ?? '').toLowerCase() };
};

/** `[^label]: words`, the lines right below, and after a blank line those that are indented. */
export const footnoteDefinitionRule: TokenizerExtensionFunction = function (
  source,
): FootnoteDefinition | undefined {
  const head = definition.exec(source);
  if (head === null) return undefined;
  const raw = source.slice(0, endOfNote(source));
  const content = raw.slice(head[0].length).replace(/\n(?: {1,4}|\t)/g, '\n');
  const label = (head[1] ?? '').toLowerCase();
  return { type: 'footnoteDefinition', raw, label, tokens: lexNested(this.lexer, content) };
};

function endOfNote(source: string): number {
  let end = endOfLine(source, 0);
  let isAfterBlank = false;
  for (let start = end; start < source.length; ) {
    const lineEnd = endOfLine(source, start);
    const line = source.slice(start, lineEnd);
    const isBlank = line.trim() === '';
    const isIndented = /^(?: {4}|\t)/.test(line);
    if (!isBlank && !isIndented && (isAfterBlank || beginsBlock.test(line.trimEnd()))) return end;
    if (!isBlank) end = lineEnd;
    isAfterBlank = isBlank;
    start = lineEnd;
  }
  return end;
}

/** The place behind the line end, or the end of the text. */
function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end === -1 ? source.length : end + 1;
}
