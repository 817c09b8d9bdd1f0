import { type KeyboardEvent, useRef } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { importPrompts } from '../../actions/prompt-library.ts';
import { usePromptEditsStore } from '../../stores/library/prompt-edits-store.ts';
import { usePromptsStore } from '../../stores/library/prompts-store.ts';
import { isMac, useSettingsStore } from '../../stores/window/settings-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import { EmptyFrame } from '../empty/empty-frame.tsx';
import { ErrorNote } from '../errors/error-note.tsx';
import { PromptEditor } from './prompt-editor.tsx';
import { PromptList } from './prompt-list.tsx';
import { EditorTools, ListTools } from './prompt-tools.tsx';
import styles from './prompts-dialog.module.css';
import { usePromptLibrary } from './use-prompt-library.ts';
import { useWayToComposer } from './use-way-to-composer.ts';

const words = text.prompts;

/** The prompt library: found on the left, edited on the right, used with Enter. */
export function PromptsDialog() {
  const closeDialog = useViewStore((store) => store.closeDialog);
  const prompts = usePromptsStore((store) => store.prompts);
  const state = usePromptsStore((store) => store.state);
  const load = usePromptsStore((store) => store.load);
  const onMac = useSettingsStore(isMac);
  const filter = useRef<HTMLInputElement>(null);
  const title = useRef<HTMLInputElement>(null);
  const { isUsed, finalFocus } = useWayToComposer(useViewStore((store) => store.dialog === 'prompts'));
  const library = usePromptLibrary({ filter, title, isUsed });
  const { isOpen, shown } = library;
  const isEmpty = prompts.length === 0 && shown === null;
  const use = (promptId: string) => attempt(() => library.use(promptId));

  function handleKey(event: KeyboardEvent): void {
    const isMod = onMac ? event.metaKey : event.ctrlKey;
    if (event.key !== 'Enter' || !isMod || shown === null) return;
    event.preventDefault();
    use(shown.id);
  }

  return (
    <DialogFrame
      title={words.title}
      isOpen={isOpen}
      onClose={closeDialog}
      size="wide"
      initialFocus={filter}
      finalFocus={finalFocus}
    >
      {typeof state === 'object' && <ErrorNote error={state} onRetry={() => attempt(load)} />}
      {isEmpty ? (
        <EmptyFrame title={words.emptyTitle} body={words.emptyBody}>
          <div className={styles['begin']}>
            <Button look="primary" onClick={library.create}>
              {words.new}
            </Button>
            <Button onClick={() => attempt(importPrompts)}>{words.import}</Button>
          </div>
        </EmptyFrame>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of all the fields inside
        <div className={styles['panes']} onKeyDown={handleKey}>
          <div className={styles['left']}>
            <PromptList
              prompts={prompts}
              shownId={shown?.id ?? null}
              field={filter}
              onShow={(id) => attempt(() => usePromptEditsStore.getState().show(id))}
              onUse={use}
            />
            <ListTools
              folder={shown?.fields.folder ?? ''}
              isEmpty={prompts.length === 0}
              onCreate={library.create}
              onRename={(from, to) => attempt(() => library.rename(from, to))}
            />
          </div>
          <div className={styles['right']}>
            {shown !== null && (
              <>
                <PromptEditor key={shown.id} shown={shown} titleField={title} />
                <EditorTools
                  onRemove={() => attempt(library.remove)}
                  onDuplicate={library.duplicate}
                  onUse={() => use(shown.id)}
                />
              </>
            )}
          </div>
        </div>
      )}
    </DialogFrame>
  );
}
