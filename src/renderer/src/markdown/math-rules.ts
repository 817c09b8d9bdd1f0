import type { TokenizerExtensionFunction } from 'marked';
import type { MathToken } from './answer-tokens.ts';

/** `$$ … $$` and `\[ … \]` that begin a line and end one, without a blank line inside. */
const blockMath =
  /^ {0,3}(?:\$\$((?:[^$\n]|\$(?!\$)|\n(?![ \t]*(?:\n|$)))+)\$\$|\\\[((?:[^\\\n]|\\(?!\])[^\n]|\\(?=\n)|\n(?![ \t]*(?:\n|$)))+)\\\])[ \t]*(?:\n|$)/;

/** The same with the end still missing, and no blank line that would say that none will come. */
const openBlockMath =
  /^ {0,3}(?:\$\$((?:[^$\n]|\$(?!\$)|\n(?![ \t]*\n))*)\$?|\\\[((?:[^\\\n]|\\(?!\])[^\n]|\\(?=\n|$)|\n(?![ \t]*\n))*))$/;

// No formula in a line is longer; without an end in sight the search would go through the whole paragraph each time.
const displayInLine =
  /^(?:\$\$((?:[^$]|\$(?!\$)){1,4000})\$\$|\\\[((?:[^\\]|\\(?!\])[\s\S]){1,4000})\\\](?!\())/;
const mathInLine = /^\\\(((?:[^\\]|\\(?!\))[\s\S]){1,4000})\\\)/;
const dollarMath = /^\$(?![\s$])((?:\\[^\n]|[^$\\\n])+)\$(?![\w$])/;

/** Where a formula could begin. */
export const mathMark = /\$|\\[([]/;
export const mathMarks = new RegExp(mathMark, 'g');

/** A formula as a block of its own. `mayGrow`: a formula without an end is one, for its end may still come. */
export function blockMathRule(mayGrow: boolean): TokenizerExtensionFunction {
  return (source) => {
    const closed = blockMath.exec(source);
    const match = closed ?? (mayGrow ? openBlockMath.exec(source) : null);
    if (match === null) return undefined;
    const text = match[1] ?? match[2] ?? '';
    if (closed !== null && text.trim() === '') return undefined;
    return token(match[0], text, true, closed === null);
  };
}

/** A formula in a line of text. */
export const inlineMathRule: TokenizerExtensionFunction = (source) => matchInlineMath(source);

export function matchInlineMath(source: string): MathToken | undefined {
  const mark = source.charCodeAt(0);
  if (mark !== dollar && mark !== backslash) return undefined;
  const display = displayInLine.exec(source);
  if (display !== null) return unlessBlank(display[0], display[1] ?? display[2] ?? '', true);
  const bracketed = mathInLine.exec(source);
  if (bracketed !== null) return unlessBlank(bracketed[0], bracketed[1] ?? '', false);
  const between = dollarMath.exec(source);
  const text = between?.[1] ?? '';
  if (between === null || /\s$/.test(text) || isAboutMoney(text)) return undefined;
  return token(between[0], text, false, false);
}

const dollar = 36;
const backslash = 92;

/** "$5 apples or 6$": a number followed by words, and nothing that only LaTeX would have. */
function isAboutMoney(text: string): boolean {
  return /^\d/.test(text) && /[\s(](?:[A-Za-z]{2,}|[A-Z]$)/.test(text) && !/[\\^_={}]/.test(text);
}

function unlessBlank(raw: string, text: string, isDisplay: boolean): MathToken | undefined {
  return text.trim() === '' ? undefined : token(raw, text, isDisplay, false);
}

function token(raw: string, text: string, isDisplay: boolean, isOpen: boolean): MathToken {
  return { type: 'math', raw, text: text.trim(), isDisplay, isOpen };
}
