import { type FormEvent, useRef, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { newSession } from '../../actions/sessions.ts';
import { useSessionsStore } from '../../stores/sessions-store.ts';
import { useViewStore } from '../../stores/view-store.ts';
import { Button } from '../controls/button.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import { Field } from '../controls/field.tsx';
import styles from './dialog-form.module.css';

/** Asks for the name of a project, makes it, and a session in it. */
export function NewProjectDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'new-project');
  const closeDialog = useViewStore((store) => store.closeDialog);
  const createProject = useSessionsStore((store) => store.createProject);
  const field = useRef<HTMLInputElement>(null);
  const [isMissing, setMissing] = useState(false);

  function create(event: FormEvent): void {
    event.preventDefault();
    const name = field.current?.value.trim() ?? '';
    setMissing(name === '');
    if (name === '') return;
    attempt(async () => {
      const project = await createProject(name);
      closeDialog();
      await newSession(project.id);
    });
  }

  return (
    <DialogFrame
      title={text.project.newTitle}
      description={text.project.intro}
      isOpen={isOpen}
      onClose={closeDialog}
      initialFocus={field}
    >
      <form className={styles['form']} onSubmit={create}>
        <Field label={text.project.name} problem={isMissing ? text.project.nameMissing : undefined}>
          {(control) => <input {...control} ref={field} maxLength={200} autoComplete="off" />}
        </Field>
        <div className={styles['buttons']}>
          <Button onClick={closeDialog}>{text.common.cancel}</Button>
          <Button look="primary" type="submit">
            {text.project.create}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
