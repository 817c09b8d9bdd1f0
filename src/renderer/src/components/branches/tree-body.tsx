import { useEffect, useMemo } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { followOutline, useOutlineStore } from '../../stores/chat/outline-store.ts';
import { ErrorNote } from '../errors/error-note.tsx';
import styles from './tree.module.css';
import { TreeList } from './tree-list.tsx';
import { treeRows } from './tree-rows.ts';

export interface TreeBodyProps {
  readonly sessionId: SessionId;
}

/** The tree as it is now, answers being written included. */
export function TreeBody({ sessionId }: TreeBodyProps) {
  const outline = useOutlineStore((store) => (store.sessionId === sessionId ? store.outline : null));
  const error = useOutlineStore((store) => (store.sessionId === sessionId ? store.error : null));
  const activeLeafId = useChatStore(({ conversations }) => conversations[sessionId]?.session.activeLeafId);
  const load = useOutlineStore((store) => store.load);
  const rows = useMemo(() => (outline === null ? [] : treeRows(outline)), [outline]);

  useEffect(() => followOutline(sessionId), [sessionId]);
  const isOld = outline !== null && activeLeafId !== undefined && outline.activeLeafId !== activeLeafId;
  useEffect(() => {
    if (isOld) void load(sessionId);
  }, [isOld, load, sessionId]);

  if (error !== null) return <ErrorNote error={error} onRetry={() => void load(sessionId)} />;
  if (outline === null) return null;
  if (rows.length === 0) return <p className={styles['note']}>{text.branches.tree.empty}</p>;
  return <TreeList sessionId={sessionId} rows={rows} omitted={outline.omitted} />;
}
