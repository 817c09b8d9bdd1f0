import { GitFork } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { formatShortTime } from '../../format/time.ts';
import { classNames } from '../controls/class-names.ts';
import { VisuallyHidden } from '../controls/visually-hidden.tsx';
import { authorOf, roleSign } from './authors.ts';
import styles from './tree.module.css';
import type { TreeRow } from './tree-rows.ts';

/** Steps further in than this would leave no room for words. */
const deepest = 8;
const words = text.branches.tree;

export interface TreeLineProps {
  readonly id: string;
  readonly row: TreeRow;
  readonly top: number;
  /** From 1, of all lines: those that are not drawn are counted too. */
  readonly position: number;
  readonly count: number;
  readonly now: number;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
  readonly onGo: () => void;
}

/** One message: its sign, how it begins, who and when; after a gap, how much is left out above it. */
export function TreeLine({ id, row, top, position, count, now, isCurrent, onChoose, onGo }: TreeLineProps) {
  const { message, depth, isActive, skipped, siblingIds } = row;
  const Sign = roleSign(message.role);
  const author = authorOf(message);
  const beginning = message.beginning.trim() === '' ? words.noText : message.beginning.trim();
  return (
    // The tree itself has the keyboard.
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the tree
    // biome-ignore lint/a11y/useFocusableInteractive: the tree names the active one
    <div
      id={id}
      role="treeitem"
      aria-level={depth + 1}
      aria-posinset={position}
      aria-setsize={count}
      aria-selected={isCurrent}
      className={classNames(styles['line'], isActive && styles['shown'], isCurrent && styles['current'])}
      style={{ top, paddingLeft: 10 + Math.min(depth, deepest) * 18 }}
      title={beginning}
      onClick={onChoose}
      onDoubleClick={onGo}
    >
      {depth > 0 && <span className={styles['rail']} aria-hidden />}
      <Sign size={14} className={styles['sign']} aria-hidden />
      <span className={styles['words']}>
        <VisuallyHidden>{words.by(author)} </VisuallyHidden>
        <span className={styles['beginning']}>{beginning}</span>
        <span className={styles['facts']}>
          {message.role === 'assistant' && (
            <span className={styles['model']} aria-hidden>
              {author}
            </span>
          )}
          <span>{formatShortTime(message.createdAt, now)}</span>
          {siblingIds.length > 1 && (
            <span className={styles['fork']}>
              <GitFork size={12} aria-hidden />
              <VisuallyHidden>{words.fork} </VisuallyHidden>
              {siblingIds.indexOf(message.id) + 1}/{siblingIds.length}
            </span>
          )}
          {skipped > 0 && <span>⋯ {words.left(skipped)}</span>}
        </span>
      </span>
      {isActive && <VisuallyHidden>, {words.shown}</VisuallyHidden>}
    </div>
  );
}
