import type { Tokens } from 'marked';
import { memo, type ReactNode } from 'react';
import type { AnswerToken } from './answer-tokens.ts';
import { isShown } from './blocks.ts';
import { Caret } from './caret.tsx';
import { CodeBlock } from './code-block.tsx';
import { DetailsView } from './details-view.tsx';
import { isFenceOpen, languageOf } from './fence.ts';
import { HeadingView } from './heading-view.tsx';
import { renderInline } from './inline.tsx';
import { answerTokens } from './lex.ts';
import styles from './markdown.module.css';
import { MathBlock } from './math-block.tsx';
import { TableView } from './table-view.tsx';
import { TaskBox } from './task-box.tsx';

interface BlockViewProps {
  readonly token: AnswerToken;
  /** Text is being written at the end of this block. */
  readonly isGrowing: boolean;
  /** Decides on its own whether it reads from left or right; a block inside another follows the outer one. */
  readonly isTopLevel?: boolean;
}

/** One block. The token is never changed in place, so the same token needs no second look. */
export const BlockView = memo(function BlockView({
  token,
  isGrowing,
  isTopLevel = false,
}: BlockViewProps): ReactNode {
  const dir = isTopLevel ? 'auto' : undefined;
  const caret = isGrowing && <Caret />;
  switch (token.type) {
    case 'paragraph':
      return (
        <p dir={dir}>
          {renderInline(answerTokens(token.tokens))}
          {caret}
        </p>
      );
    case 'heading':
      return <HeadingView token={token} dir={dir} caret={caret} />;
    case 'list':
      return <ListView token={token} isGrowing={isGrowing} dir={dir} />;
    case 'table':
      return <TableView token={token} />;
    case 'blockquote':
      return (
        <blockquote dir={dir}>
          <NestedBlocks tokens={answerTokens(token.tokens)} isGrowing={isGrowing} />
        </blockquote>
      );
    case 'code':
      return (
        <CodeBlock language={languageOf(token)} code={token.text} isOpen={isGrowing && isFenceOpen(token)} />
      );
    case 'hr':
      return <hr />;
    case 'html':
      return (
        <p className={styles['literal']} dir={dir}>
          {token.text.trimEnd()}
          {caret}
        </p>
      );
    case 'math':
      return <MathBlock token={token} caret={caret} />;
    case 'details':
      return (
        <DetailsView
          dir={dir}
          isUnfolded={token.isUnfolded}
          summary={token.summary.length > 0 ? renderInline(answerTokens(token.summary)) : null}
        >
          <NestedBlocks tokens={answerTokens(token.tokens)} isGrowing={isGrowing} />
        </DetailsView>
      );
    case 'footnoteDefinition':
      // Shown below the answer.
      return null;
    case 'text':
      // The line of a list item that has no paragraphs.
      return (
        <>
          {renderInline([token])}
          {caret}
        </>
      );
    case 'checkbox':
      return <TaskBox isDone={token.checked} />;
    default:
      return renderInline([token]);
  }
});

/** The blocks inside another block; only the last of them can be growing. */
export function NestedBlocks({
  tokens,
  isGrowing,
}: {
  readonly tokens: readonly AnswerToken[];
  readonly isGrowing: boolean;
}) {
  const shown = tokens.filter(isShown);
  if (shown.length === 0) return isGrowing && <Caret />;
  return shown.map((token, place) => (
    <BlockView key={String(place)} token={token} isGrowing={isGrowing && place === shown.length - 1} />
  ));
}

interface ListViewProps {
  readonly token: Tokens.List;
  readonly isGrowing: boolean;
  readonly dir: 'auto' | undefined;
}

function ListView({ token, isGrowing, dir }: ListViewProps) {
  const items = token.items.map((item, place) => (
    <ListItem key={String(place)} item={item} isGrowing={isGrowing && place === token.items.length - 1} />
  ));
  if (!token.ordered) return <ul dir={dir}>{items}</ul>;
  return (
    <ol dir={dir} start={token.start === '' ? undefined : token.start}>
      {items}
    </ol>
  );
}

/** Memoised, so that of a long list only the item that grows is rendered again. */
const ListItem = memo(function ListItem({
  item,
  isGrowing,
}: {
  readonly item: Tokens.ListItem;
  readonly isGrowing: boolean;
}) {
  return (
    <li className={item.task ? styles['taskItem'] : undefined}>
      <NestedBlocks tokens={answerTokens(item.tokens)} isGrowing={isGrowing} />
    </li>
  );
});
