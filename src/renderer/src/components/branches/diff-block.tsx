import { memo } from 'react';
import styles from './diff.module.css';
import type { DiffBlock as DiffBlockValue, DiffRow, MarkedPart } from './diff-rows.ts';

export type DiffView = 'inline' | 'columns';

export interface DiffBlockProps {
  readonly block: DiffBlockValue;
  readonly view: DiffView;
  /** The change one has gone to, when it is in here. */
  readonly current: number | null;
}

/** Some paragraphs of a comparison: in one text, or each version in its column. */
export const DiffBlock = memo(function DiffBlock({ block, view, current }: DiffBlockProps) {
  return (
    <div className={styles['block']}>
      {block.rows.map((row, index) =>
        view === 'inline' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one comparison never change places
          <p key={index} className={styles['line']} dir="auto">
            <Parts parts={row.parts} current={current} />
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one comparison never change places
          <Columns key={index} row={row} current={current} />
        ),
      )}
    </div>
  );
});

function Columns({ row, current }: { readonly row: DiffRow; readonly current: number | null }) {
  return (
    <div className={styles['pair']}>
      <p className={styles['line']} dir="auto">
        <Parts parts={row.parts.filter(({ kind }) => kind !== 'added')} current={current} />
      </p>
      <p className={styles['line']} dir="auto">
        <Parts parts={row.parts.filter(({ kind }) => kind !== 'removed')} current={current} />
      </p>
    </div>
  );
}

interface PartsProps {
  readonly parts: readonly MarkedPart[];
  readonly current: number | null;
}

function Parts({ parts, current }: PartsProps) {
  return parts.map(({ kind, text, change }, index) => {
    const key = `${index}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const Mark = kind === 'added' ? 'ins' : 'del';
    return (
      <Mark key={key} data-change={change} data-current={change === current || undefined}>
        {text.trim() === '' ? visibleSpace(text) : text}
      </Mark>
    );
  });
}

/** A space or line break that came or went would not be seen. */
function visibleSpace(space: string): string {
  return space.replace(/\t/gu, '⇥\t').replace(/\n/gu, '↵\n').replace(/ /gu, '·');
}
