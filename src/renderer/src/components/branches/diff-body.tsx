import { useEffect, useState } from 'react';
import type { Message, MessageId, SessionId } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { text } from '#shared/text/index.ts';
import { readVersions } from '../../actions/branches.ts';
import { ErrorNote } from '../errors/error-note.tsx';
import styles from './diff.module.css';
import { DiffText } from './diff-text.tsx';
import { VersionChoice } from './version-choice.tsx';

export interface DiffBodyProps {
  readonly sessionId: SessionId;
  /** The version it is opened at. */
  readonly messageId: MessageId;
  readonly siblingIds: readonly MessageId[];
}

/** Which two versions, and their difference. */
export function DiffBody({ sessionId, messageId, siblingIds }: DiffBodyProps) {
  const [versions, setVersions] = useState<readonly Message[] | ErrorReport | null>(null);
  const opened = siblingIds.indexOf(messageId);
  const beside = siblingIds[opened === 0 ? 1 : opened - 1] ?? messageId;
  const [olderId, setOlderId] = useState(opened === 0 ? messageId : beside);
  const [newerId, setNewerId] = useState(opened === 0 ? beside : messageId);

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
      {older !== undefined && newer !== undefined && (
        <DiffText older={older.content} newer={newer.content} isSameVersion={olderId === newerId} />
      )}
    </div>
  );
}
