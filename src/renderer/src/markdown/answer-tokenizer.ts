import { Tokenizer, type Tokens } from 'marked';

/**
 * A tag of raw HTML stays text here, so `<a>` begins no link: marked would leave the addresses of everything behind one that is
 * never closed unlinked. And marked's rule for plain text runs over dollar signs. Giving it one more place to stop costs nothing; the documented way
 * (`start` of an extension) would search the rest of the paragraph at every token.
 */
export class AnswerTokenizer extends Tokenizer {
  override tag(source: string): Tokens.Tag | undefined {
    const { inLink } = this.lexer.state;
    const token = super.tag(source);
    this.lexer.state.inLink = inLink;
    return token === undefined ? undefined : { ...token, inLink };
  }

  override inlineText(source: string): Tokens.Text | undefined {
    const raw = textUpToDollar(this.rules.inline.text).exec(source)?.[0];
    if (raw === undefined) return undefined;
    return { type: 'text', raw, text: raw, escaped: this.lexer.state.inRawBlock };
  }
}

const rules = new WeakMap<RegExp, RegExp>();

function textUpToDollar(text: RegExp): RegExp {
  const known = rules.get(text);
  if (known !== undefined) return known;
  const marks = '(?=[\\\\<!\\[`*~_]|';
  const rule = new RegExp(text.source.replace(marks, `${marks}(?<![\\w$])\\$|`));
  rules.set(text, rule);
  return rule;
}
