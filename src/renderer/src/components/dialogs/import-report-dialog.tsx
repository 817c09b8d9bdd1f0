import { useState } from 'react';
import type { ImportedFile, ImportedSession } from '#shared/contract/transfer.ts';
import { describeError, text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { openSession, titleOf } from '../../actions/sessions.ts';
import { importCopy } from '../../actions/transfer.ts';
import { useImportStore } from '../../stores/library/import-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import styles from './import-report-dialog.module.css';

const words = text.transfer.report;

/** What came of an import: each file by name, taken or why not. */
export function ImportReportDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'import-report');
  const closeDialog = useViewStore((store) => store.closeDialog);
  const files = useImportStore((store) => store.files);
  return (
    <DialogFrame
      title={words.title}
      description={summaryOf(files)}
      isOpen={isOpen}
      onClose={closeDialog}
      size="large"
    >
      <ul className={styles['files']}>
        {files.map((file) => (
          <FileReport key={file.id} file={file} />
        ))}
      </ul>
    </DialogFrame>
  );
}

function FileReport({ file: { id, name, sessions, error } }: { readonly file: ImportedFile }) {
  const [isCopying, setCopying] = useState(false);
  const isKnown = sessions.length > 0 && sessions.every(({ isNew }) => !isNew);

  /** Once, however often it is pressed. */
  async function copy(): Promise<void> {
    setCopying(true);
    await importCopy(id).finally(() => setCopying(false));
  }

  return (
    <li className={styles['file']}>
      <h3 className={styles['name']}>{name}</h3>
      {error !== null && <p className={styles['problem']}>{describeError(error).what}</p>}
      {sessions.map((imported) => (
        <SessionReport key={imported.session.id} imported={imported} />
      ))}
      {isKnown && (
        <Button
          look="quiet"
          className={styles['copy']}
          aria-label={words.copyOf(name)}
          disabled={isCopying}
          onClick={() => attempt(copy)}
        >
          {words.copy}
        </Button>
      )}
    </li>
  );
}

function SessionReport({ imported }: { readonly imported: ImportedSession }) {
  const closeDialog = useViewStore((store) => store.closeDialog);
  const show = useViewStore((store) => store.show);
  const { session, isNew, isTrashed, missingFiles } = imported;
  const title = titleOf(session);
  const state = isNew ? words.imported : isTrashed ? words.trashed : words.known;

  function open(): void {
    closeDialog();
    if (isTrashed) show('trash');
    else attempt(() => openSession(session.id));
  }

  return (
    <div className={styles['session']}>
      <p className={styles['title']}>
        {title}
        <span className={styles['state']}>
          {missingFiles === 0 ? state : `${state}, ${words.missingFiles(missingFiles)}`}
        </span>
      </p>
      <Button look="quiet" aria-label={isTrashed ? words.showTrash : words.openNamed(title)} onClick={open}>
        {isTrashed ? words.showTrash : words.open}
      </Button>
    </div>
  );
}

function summaryOf(files: readonly ImportedFile[]): string {
  const sessions = files.flatMap((file) => file.sessions);
  const taken = sessions.filter(({ isNew }) => isNew).length;
  const failed = files.filter(({ error }) => error !== null).length;
  return words.summary(taken, sessions.length - taken, failed);
}
