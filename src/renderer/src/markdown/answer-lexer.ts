import { Hooks, Lexer, type MarkedOptions } from 'marked';
import { AnswerTokenizer } from './answer-tokenizer.ts';
import { detailsRule } from './details-rule.ts';
import { footnoteDefinitionRule, footnoteReferenceRule } from './footnote-rules.ts';
import { blockMathRule, inlineMathRule, matchInlineMath, mathMark, mathMarks } from './math-rules.ts';

/** marked's lexer with formulas, footnotes and folded details. One use each. */
export class AnswerLexer extends Lexer {
  /** The text whose inline tokens are being read. */
  #inlineSource = '';

  readonly #hooks = new Hooks();

  constructor(mayGrow: boolean) {
    super(optionsFor(mayGrow));
    this.#hooks.emStrongMask = (masked) => maskMath(this.#inlineSource, masked);
  }

  override inlineTokens(...args: Parameters<Lexer['inlineTokens']>): ReturnType<Lexer['inlineTokens']> {
    const outer = this.#inlineSource;
    this.#inlineSource = args[0];
    // With hooks marked makes a masked copy of every text; only one with formulas needs it.
    this.options.hooks = mathMark.test(args[0]) ? this.#hooks : null;
    try {
      return super.inlineTokens(...args);
    } finally {
      this.#inlineSource = outer;
    }
  }
}

function optionsFor(mayGrow: boolean): MarkedOptions {
  return {
    gfm: true,
    tokenizer: new AnswerTokenizer(),
    extensions: {
      renderers: {},
      childTokens: {},
      block: [blockMathRule(mayGrow), footnoteDefinitionRule, detailsRule],
      startBlock: [startOfOwnBlock],
      inline: [inlineMathRule, footnoteReferenceRule],
    },
  };
}

/** Where in a paragraph a line begins one of Parlor's own blocks; blank lines end paragraphs, so it looks no further. */
function startOfOwnBlock(source: string): number | undefined {
  const end = source.indexOf('\n\n');
  const paragraph = end === -1 ? source : source.slice(0, end);
  const line = /\n(?= {0,3}(?:\$\$|\\\[|<details[\s>]|\[\^[^\]\s]+\]:))/i.exec(paragraph);
  return line === null ? undefined : line.index + 1;
}

/** Stars and underscores inside a formula neither open nor close anything outside of it. */
function maskMath(source: string, masked: string): string {
  if (source.length !== masked.length) return masked;
  let result = '';
  let done = 0;
  for (const { index } of source.matchAll(mathMarks)) {
    // "a" is marked's own mask: inside code or the address of a link.
    if (index < done || masked[index] === 'a' || /[\w$]/.test(source[index - 1] ?? '')) continue;
    const math = matchInlineMath(source.slice(index));
    if (math === undefined) continue;
    result += `${masked.slice(done, index)}[${'a'.repeat(math.raw.length - 2)}]`;
    done = index + math.raw.length;
  }
  return result + masked.slice(done);
}
