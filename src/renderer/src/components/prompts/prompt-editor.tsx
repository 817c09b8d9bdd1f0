import { type RefObject, useId } from 'react';
import { promptLimits } from '#shared/contract/prompts.ts';
import { describeError, text } from '#shared/text/index.ts';
import { type ShownPrompt, usePromptEditsStore } from '../../stores/library/prompt-edits-store.ts';
import { usePromptsStore } from '../../stores/library/prompts-store.ts';
import { Field } from '../controls/field.tsx';
import styles from './prompt-editor.module.css';
import { VariableNotes } from './variable-notes.tsx';

const words = text.prompts.fields;
/** The contract takes more: a folder inside others is renamed as a whole. */
const longestFolder = 200;

export interface PromptEditorProps {
  readonly shown: ShownPrompt;
  readonly titleField: RefObject<HTMLInputElement | null>;
}

/** Title, folder and text of a prompt; all is saved a moment after typing and when the field is left. */
export function PromptEditor({ shown, titleField }: PromptEditorProps) {
  const notesId = useId();
  const foldersId = useId();
  const problem = usePromptEditsStore((store) => store.problem);
  const { change, flush } = usePromptEditsStore.getState();
  const save = () => void flush();
  const { title, folder, body } = shown.fields;
  return (
    <div className={styles['editor']}>
      <div className={styles['names']}>
        <Field label={words.title}>
          {(control) => (
            <input
              {...control}
              ref={titleField}
              value={title}
              maxLength={promptLimits.title}
              autoComplete="off"
              onChange={(event) => change({ title: event.currentTarget.value })}
              onBlur={save}
            />
          )}
        </Field>
        <Field label={words.folder}>
          {(control) => (
            <input
              {...control}
              value={folder}
              title={words.folderHint}
              placeholder={text.prompts.noFolder}
              maxLength={longestFolder}
              list={foldersId}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => change({ folder: event.currentTarget.value })}
              onBlur={save}
            />
          )}
        </Field>
        <FolderSuggestions id={foldersId} />
      </div>
      <textarea
        className={styles['body']}
        aria-label={words.body}
        aria-describedby={notesId}
        placeholder={words.bodyPlaceholder}
        value={body}
        maxLength={promptLimits.body}
        onChange={(event) => change({ body: event.currentTarget.value })}
        onBlur={save}
      />
      <VariableNotes id={notesId} body={body} />
      {problem !== null && (
        <p role="alert" className={styles['problem']}>
          {text.prompts.notSaved} {describeError(problem).what} {describeError(problem).todo}
        </p>
      )}
    </div>
  );
}

function FolderSuggestions({ id }: { readonly id: string }) {
  const prompts = usePromptsStore((store) => store.prompts);
  const folders = [...new Set(prompts.map(({ folder }) => folder))].filter((folder) => folder !== '');
  return (
    <datalist id={id}>
      {folders.map((folder) => (
        <option key={folder} value={folder} />
      ))}
    </datalist>
  );
}
