import { GitFork } from 'lucide-react';
import { useEffect } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { followBranchCount, useBranchCount } from '../../stores/chat/branch-count-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { useShortcut } from '../controls/shortcut.ts';
import styles from './branches-button.module.css';

export interface BranchesButtonProps {
  readonly sessionId: SessionId;
}

/** Says that more was said here than is shown, and leads to it; nothing where there are no forks. */
export function BranchesButton({ sessionId }: BranchesButtonProps) {
  const count = useBranchCount((store) => (store.sessionId === sessionId ? store.count : 0));
  const openAbout = useViewStore((store) => store.openAbout);
  const shortcut = useShortcut('session.tree');
  useEffect(() => followBranchCount(sessionId), [sessionId]);

  if (count < 2) return null;
  const name = text.branches.tree.open(count);
  return (
    <button
      type="button"
      className={styles['button']}
      aria-label={name}
      title={`${name} (${shortcut})`}
      onClick={() => openAbout({ name: 'tree', sessionId })}
    >
      <GitFork size={14} aria-hidden />
      {count}
    </button>
  );
}
