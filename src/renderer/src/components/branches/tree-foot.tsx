import { text } from '#shared/text/index.ts';
import { Button } from '../controls/button.tsx';
import styles from './tree.module.css';
import type { TreeRow } from './tree-rows.ts';

export type TreeDeletion = 'one' | 'with-what-follows';

export interface TreeFootProps {
  readonly row: TreeRow;
  readonly isBusy: boolean;
  readonly onGo: () => void;
  readonly onCompare: () => void;
  readonly onDelete: (what: TreeDeletion) => void;
}

/** What can be done with the line that has the keyboard. */
export function TreeFoot({ row, isBusy, onGo, onCompare, onDelete }: TreeFootProps) {
  return (
    <div className={styles['foot']}>
      <Button look="primary" onClick={onGo}>
        {text.branches.tree.goThere}
      </Button>
      <Button disabled={row.siblingIds.length < 2} onClick={onCompare}>
        {text.branches.compare}
      </Button>
      <Button disabled={isBusy} onClick={() => onDelete('one')}>
        {text.branches.deleteOne}
      </Button>
      <Button disabled={isBusy} onClick={() => onDelete('with-what-follows')}>
        {text.chat.deleteBranch}
      </Button>
    </div>
  );
}
