import { type FormEvent, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { deleteProject } from '../../actions/deleting.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import styles from './dialog-form.module.css';

const words = text.library.deleteProject;
const choices = [
  { value: 'to-inbox', ...words.toInbox },
  { value: 'to-trash', ...words.toTrash },
] as const;

/** Asks what becomes of the sessions of a project that is deleted. */
export function DeleteProjectDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'delete-project');
  const subject = useViewStore((store) => (store.subject?.name === 'delete-project' ? store.subject : null));
  const closeDialog = useViewStore((store) => store.closeDialog);
  const project = useSessionsStore(({ projects }) => projects.find(({ id }) => id === subject?.projectId));
  const [chosen, setChosen] = useState<'to-inbox' | 'to-trash'>('to-inbox');
  const [lastName, setLastName] = useState('');
  if (project !== undefined && project.name !== lastName) setLastName(project.name);

  function confirm(event: FormEvent): void {
    event.preventDefault();
    if (useViewStore.getState().dialog !== 'delete-project') return;
    closeDialog();
    if (project !== undefined) attempt(() => deleteProject(project, chosen));
  }

  return (
    <DialogFrame title={words.title(lastName)} isOpen={isOpen} onClose={closeDialog}>
      <form className={styles['form']} onSubmit={confirm}>
        <fieldset className={styles['choices']}>
          <legend className={styles['legend']}>{words.question(project?.sessionCount ?? 0)}</legend>
          {choices.map(({ value, name, hint }) => (
            <label key={value} className={styles['choice']}>
              <input
                type="radio"
                name="sessions-of-project"
                checked={chosen === value}
                onChange={() => setChosen(value)}
              />
              <span className={styles['name']}>{name}</span>
              <span className={styles['hint']}>{hint}</span>
            </label>
          ))}
        </fieldset>
        <div className={styles['buttons']}>
          <Button onClick={closeDialog}>{text.common.cancel}</Button>
          <Button look="primary" type="submit">
            {text.common.delete}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
