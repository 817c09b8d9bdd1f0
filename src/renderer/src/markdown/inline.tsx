import type { Tokens } from 'marked';
import { memo, type ReactNode } from 'react';
import { openableUrl } from '#shared/openable-url.ts';
import type { AnswerToken } from './answer-tokens.ts';
import { BlockedImage } from './blocked-image.tsx';
import { decodeEntities } from './entities.ts';
import { ExternalLink } from './external-link.tsx';
import { FootnoteReferenceView } from './footnote-reference-view.tsx';
import { type InlinePart, nestHarmlessTags } from './harmless-tags.ts';
import { answerTokens } from './lex.ts';
import { LongText, longTextLength } from './long-text.tsx';
import styles from './markdown.module.css';
import { MathView } from './math-view.tsx';
import { TaskBox } from './task-box.tsx';

/** The tokens inside a line of text. Tokens that stayed the same objects are not rendered again. */
export function renderInline(tokens: readonly AnswerToken[]): ReactNode {
  return renderParts(nestHarmlessTags(tokens));
}

/** So many parts of a line are compared one by one when it grows; of a longer one, groups are. */
const groupSize = 64;

function renderParts(parts: readonly InlinePart[]): ReactNode {
  const first = parts.length <= groupSize ? parts : parts.slice(0, groupSize);
  const rendered = first.map(renderPart);
  for (let from = groupSize; from < parts.length; from += groupSize) {
    rendered.push(<PartGroup key={`from ${from}`} parts={parts.slice(from, from + groupSize)} />);
  }
  return rendered;
}

/** Some of the parts of a very long line; nothing is rendered again as long as they are the same. */
const PartGroup = memo(
  ({ parts }: { readonly parts: readonly InlinePart[] }): ReactNode => parts.map(renderPart),
  (before, after) =>
    before.parts.length === after.parts.length &&
    before.parts.every((part, place) => part === after.parts[place]),
);

function renderPart(token: InlinePart, place: number): ReactNode {
  if (token.type === 'element') {
    const Tag = token.tag;
    return <Tag key={String(place)}>{renderParts(token.parts)}</Tag>;
  }
  if (token.type === 'escape') return token.text;
  if (token.type !== 'text') return <InlineToken key={String(place)} token={token} />;
  if (token.tokens !== undefined) return renderInline(answerTokens(token.tokens));
  const text = textOf(token);
  return text.length < longTextLength ? text : <LongText key={String(place)} text={text} />;
}

/** The token says "escaped" inside literal HTML, where references stay as written. */
function textOf(token: Tokens.Text): string {
  return token.escaped === true ? token.text : decodeEntities(token.text);
}

const InlineToken = memo(function InlineToken({ token }: { readonly token: AnswerToken }): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{renderInline(answerTokens(token.tokens))}</strong>;
    case 'em':
      return <em>{renderInline(answerTokens(token.tokens))}</em>;
    case 'del':
      return <del>{renderInline(answerTokens(token.tokens))}</del>;
    case 'codespan':
      return (
        <code className={styles['inlineCode']} dir="auto">
          {token.text}
        </code>
      );
    case 'br':
      return <br />;
    case 'link':
      return renderLink(token);
    case 'image':
      return <BlockedImage token={token} />;
    case 'math':
      return <MathView token={token} />;
    case 'footnoteReference':
      return <FootnoteReferenceView token={token} />;
    case 'checkbox':
      return <TaskBox isDone={token.checked} />;
    case 'html':
      return renderHtml(token.text);
    default:
      return token.raw;
  }
});

function renderLink(token: Tokens.Link): ReactNode {
  const url = openableUrl(token.autolink === true ? token.href : decodeEntities(token.href));
  // An address written out stands for itself: "&copy" in it is no reference.
  const content = token.autolink === true ? token.text : renderInline(answerTokens(token.tokens));
  return url === undefined ? content : <ExternalLink url={url}>{content}</ExternalLink>;
}

/** HTML is shown as it was written. Only the line break, which models put into table cells, is one. */
function renderHtml(html: string): ReactNode {
  return /^<br\s*\/?>$/i.test(html) ? <br /> : html;
}
