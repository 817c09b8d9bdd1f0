import { type FormEvent, type RefObject, useRef, useState } from 'react';
import type { ProjectChanges } from '#shared/contract/projects.ts';
import type { Project } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { newSession, wishForSession } from '../../actions/sessions.ts';
import { focusOn } from '../../focus.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { ColourChoice } from '../controls/colour-choice.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import { Field } from '../controls/field.tsx';
import styles from './dialog-form.module.css';
import { type DefaultsEntry, defaultsOf, entryOf, ProjectDefaults } from './project-defaults.tsx';

/** Makes a project, and a session in it; or changes one. */
export function ProjectDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'project');
  const subject = useViewStore((store) => (store.subject?.name === 'project' ? store.subject : null));
  const closeDialog = useViewStore((store) => store.closeDialog);
  const projects = useSessionsStore((store) => store.projects);
  const project = projects.find(({ id }) => id === subject?.projectId) ?? null;
  const nameField = useRef<HTMLInputElement>(null);
  const words = text.library.project;

  return (
    <DialogFrame
      title={project === null ? text.project.newTitle : words.editTitle}
      {...(project === null && { description: text.project.intro })}
      isOpen={isOpen}
      onClose={closeDialog}
      initialFocus={nameField}
    >
      <ProjectForm key={project?.id ?? 'new'} project={project} nameField={nameField} />
    </DialogFrame>
  );
}

interface ProjectFormProps {
  readonly project: Project | null;
  readonly nameField: RefObject<HTMLInputElement | null>;
}

function ProjectForm({ project, nameField }: ProjectFormProps) {
  const { closeDialog } = useViewStore.getState();
  const { createProject, updateProject } = useSessionsStore.getState();
  const isSaving = useRef(false);
  const [isMissing, setMissing] = useState(false);
  const [colour, setColour] = useState(project?.colour ?? null);
  const [description, setDescription] = useState(project?.description ?? '');
  const [defaults, setDefaults] = useState<DefaultsEntry>(() => entryOf(project?.defaults));
  const count = useSessionsStore((store) => store.projects.length);
  const words = text.library.project;

  function save(event: FormEvent): void {
    event.preventDefault();
    const name = nameField.current?.value.trim() ?? '';
    const entered = defaultsOf(defaults);
    setMissing(name === '');
    // A second Enter, while it is saved or the dialog fades out, is none.
    if (name === '' || entered === null || isSaving.current) return;
    if (useViewStore.getState().dialog !== 'project') return;
    const changes: ProjectChanges = {
      description,
      defaults: entered,
      ...(colour !== null && { colour }),
    };
    isSaving.current = true;
    attempt(async () => {
      try {
        if (project === null) await make(name, changes);
        else {
          await updateProject(project.id, { name, ...changes });
          close();
        }
      } finally {
        isSaving.current = false;
      }
    });
  }

  /** The dialog goes when the session of the new project is there: what is typed then is meant for that. */
  async function make(name: string, changes: ProjectChanges): Promise<void> {
    const isWished = wishForSession();
    const made = await createProject(name);
    try {
      await updateProject(made.id, changes);
      if (isWished()) await newSession(made.id);
    } finally {
      close();
      focusOn('composer');
    }
  }

  /** Not another one that was opened while this one was saved. */
  function close(): void {
    if (useViewStore.getState().dialog === 'project') closeDialog();
  }

  return (
    <form className={styles['form']} onSubmit={save}>
      <Field label={text.project.name} problem={isMissing ? text.project.nameMissing : undefined}>
        {(control) => (
          <input
            {...control}
            ref={nameField}
            defaultValue={project?.name ?? ''}
            maxLength={200}
            autoComplete="off"
          />
        )}
      </Field>
      <ColourChoice label={words.colour} value={colour ?? count} onChange={setColour} />
      <details open={project !== null} className={styles['more']}>
        <summary>{words.defaults}</summary>
        <div className={styles['form']}>
          <Field label={words.description}>
            {(control) => (
              <textarea
                {...control}
                rows={2}
                value={description}
                maxLength={100_000}
                onChange={(event) => setDescription(event.currentTarget.value)}
              />
            )}
          </Field>
          <ProjectDefaults entry={defaults} onChange={setDefaults} />
        </div>
      </details>
      <div className={styles['buttons']}>
        <Button onClick={closeDialog}>{text.common.cancel}</Button>
        <Button look="primary" type="submit">
          {project === null ? text.project.create : words.save}
        </Button>
      </div>
    </form>
  );
}
