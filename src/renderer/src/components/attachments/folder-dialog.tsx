import { type RefObject, useRef, useState } from 'react';
import { attachmentCountLimit } from '#shared/contract/attachments.ts';
import { text } from '#shared/text/index.ts';
import { attachFromFolder } from '../../actions/attach.ts';
import { attempt } from '../../actions/attempt.ts';
import { formatAmount } from '../../format/amounts.ts';
import { formatFileSize } from '../../format/file-size.ts';
import { type FolderChoice, useFolderChoiceStore } from '../../stores/chat/folder-choice-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import fieldStyles from '../controls/field.module.css';
import styles from './folder-dialog.module.css';
import { FolderFileList } from './folder-file-list.tsx';
import { filesWith, sumOfFiles, toggled } from './folder-selection.ts';
import { useDraftFiles } from './use-draft-files.ts';

const words = text.attachments.folder;

/** Which files of a folder to attach. */
export function FolderDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'attach-folder');
  const closeDialog = useViewStore((store) => store.closeDialog);
  const choice = useFolderChoiceStore((store) => store.choice);
  const field = useRef<HTMLInputElement>(null);
  return (
    <DialogFrame
      title={words.title(choice?.name ?? '')}
      isOpen={isOpen && choice !== null}
      onClose={closeDialog}
      size="large"
      initialFocus={field}
    >
      {choice !== null && <Body choice={choice} field={field} onClose={closeDialog} />}
    </DialogFrame>
  );
}

interface BodyProps {
  readonly choice: FolderChoice;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
}

function Body({ choice, field, onClose }: BodyProps) {
  const { files, leftOut, sessionId } = choice;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { attachments, adding } = useDraftFiles(sessionId);
  const room = attachmentCountLimit - attachments.length - adding.length;
  const shown = filesWith(files, typed);
  const sum = sumOfFiles(files, chosen);

  function chooseShown(isChosen: boolean): void {
    const next = new Set(chosen);
    for (const { path } of shown) {
      if (isChosen) next.add(path);
      else next.delete(path);
    }
    setChosen(next);
  }

  function attach(): void {
    // A second press, while the dialog fades out, is none.
    if (useViewStore.getState().dialog !== 'attach-folder') return;
    onClose();
    const paths = files.map(({ path }) => path).filter((path) => chosen.has(path));
    attempt(() => attachFromFolder(choice, paths));
  }

  if (files.length === 0) return <p className={styles['note']}>{words.empty}</p>;
  const summary =
    sum.count === 0
      ? words.nothingChosen(room)
      : sum.count > room
        ? words.tooMany(sum.count, room)
        : words.chosen(sum.count, formatFileSize(sum.sizeBytes), formatAmount(sum.tokens));

  return (
    <div className={styles['body']}>
      <div className={styles['bar']}>
        <input
          ref={field}
          className={fieldStyles['control']}
          aria-label={words.filter}
          placeholder={words.filter}
          value={typed}
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button onClick={() => chooseShown(true)}>{words.all}</Button>
        <Button onClick={() => chooseShown(false)}>{words.none}</Button>
      </div>
      <FolderFileList
        files={shown}
        chosen={chosen}
        onToggle={(path) => setChosen((before) => toggled(before, path))}
      />
      {leftOut > 0 && <p className={styles['note']}>{words.leftOut(leftOut)}</p>}
      <div className={styles['foot']}>
        <p className={styles['sum']} role="status" data-problem={sum.count > room}>
          {summary}
        </p>
        <Button look="primary" disabled={sum.count === 0 || sum.count > room} onClick={attach}>
          {words.attach(sum.count)}
        </Button>
      </div>
    </div>
  );
}
