import { useEffect, useState } from 'react';
import type { Message, MessageId, SessionId } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { text } from '#shared/text/index.ts';
import { readVersions } from '../../actions/branches.ts';
import { recall, remember } from '../../stores/window/remembered.ts';
import { ErrorNote } from '../errors/error-note.tsx';
import { Segments } from '../statistics/segments.tsx';
import styles from './diff.module.css';
import type { DiffView } from './diff-block.tsx';
import { DiffText } from './diff-text.tsx';
import { VersionChoice } from './version-choice.tsx';

export interface DiffBodyProps {
  readonly sessionId: SessionId;
  /** The version it is opened at. */
  readonly messageId: MessageId;
  readonly siblingIds: readonly MessageId[];
}

const views = [
  { value: 'inline', label: text.branches.diff.inline },
  { value: 'columns', label: text.branches.diff.columns },
] as const;

/** Which two versions, and their difference. */
export function DiffBody({ sessionId, messageId, siblingIds }: DiffBodyProps) {
  const [versions, setVersions] = useState<readonly Message[] | ErrorReport | null>(null);
  const opened = siblingIds.indexOf(messageId);
  const beside = siblingIds[opened === 0 ? 1 : opened - 1] ?? messageId;
  const [olderId, setOlderId] = useState(opened === 0 ? messageId : beside);
  const [newerId, setNewerId] = useState(opened === 0 ? beside : messageId);
  const [view, setView] = useState<DiffView>(recall('diff-view') === 'columns' ? 'columns' : 'inline');

  useEffect(() => {
    let isWanted = true;
    readVersions(sessionId, siblingIds).then(
      (read) => isWanted && setVersions(read),
      (thrown: unknown) => isWanted && setVersions(toErrorReport(thrown)),
    );
    return () => {
      isWanted = false;
    };
  }, [sessionId, siblingIds]);

  if (versions === null) return <p role="status">{text.branches.diff.working}</p>;
  if ('code' in versions) return <ErrorNote error={versions} />;
  const older = versions.find(({ id }) => id === olderId);
  const newer = versions.find(({ id }) => id === newerId);
  return (
    <div className={styles['body']}>
      <div className={styles['choices']}>
        <VersionChoice
          label={text.branches.diff.older}
          versions={versions}
          chosen={olderId}
          onChoose={setOlderId}
        />
        <VersionChoice
          label={text.branches.diff.newer}
          versions={versions}
          chosen={newerId}
          onChoose={setNewerId}
        />
      </div>
      <Segments
        label={text.branches.diff.view}
        options={views}
        value={view}
        onChange={(chosen) => {
          setView(chosen);
          remember('diff-view', chosen);
        }}
      />
      {older !== undefined && newer !== undefined && (
        <DiffText
          key={`${olderId} ${newerId}`}
          older={older.content}
          newer={newer.content}
          isSameVersion={olderId === newerId}
          view={view}
        />
      )}
    </div>
  );
}
