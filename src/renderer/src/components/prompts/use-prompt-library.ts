import { type RefObject, useEffect, useState } from 'react';
import type { PromptFields, PromptId } from '#shared/contract/prompts.ts';
import { folderPath } from '#shared/prompt-folders.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { deletePrompt, newPromptId, renameFolder } from '../../actions/prompt-library.ts';
import { insertPromptHere } from '../../actions/prompts.ts';
import { nothingWritten, usePromptEditsStore } from '../../stores/library/prompt-edits-store.ts';
import { promptName, usePromptsStore } from '../../stores/library/prompts-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';

export interface PromptPlaces {
  readonly filter: RefObject<HTMLInputElement | null>;
  readonly title: RefObject<HTMLInputElement | null>;
  /** Set as a prompt goes into the draft. */
  readonly isUsed: RefObject<boolean>;
}

/** What can be done in the library, and which prompt is shown in it. */
export function usePromptLibrary({ filter, title, isUsed }: PromptPlaces) {
  const isOpen = useViewStore((store) => store.dialog === 'prompts');
  const asked = useViewStore((store) => (store.subject?.name === 'prompts' ? store.subject.promptId : null));
  const closeDialog = useViewStore((store) => store.closeDialog);
  const prompts = usePromptsStore((store) => store.prompts);
  const load = usePromptsStore((store) => store.load);
  const shown = usePromptEditsStore((store) => store.shown);
  const { show, begin, change, leave, flush, drop } = usePromptEditsStore.getState();
  const [wantsTitle, setWantsTitle] = useState(false);
  const shownId = shown?.id ?? null;

  useEffect(() => {
    if (!isOpen) return;
    attempt(load);
    return leave;
  }, [isOpen, load, leave]);

  // Something is shown as long as there is something.
  const first = (prompts.find(({ id }) => id === asked) ?? prompts[0])?.id;
  useEffect(() => {
    if (isOpen && shownId === null && first !== undefined) attempt(() => show(first));
  }, [isOpen, shownId, first, show]);

  useEffect(() => setWantsTitle(isOpen && asked !== null), [isOpen, asked]);

  useEffect(() => {
    if (!wantsTitle || shownId === null) return;
    title.current?.focus();
    setWantsTitle(false);
  }, [wantsTitle, shownId, title]);

  const nameOfShown = () =>
    promptName({ title: shown?.fields.title ?? '', preview: shown?.fields.body ?? '' });

  function startNew(fields: PromptFields): void {
    begin(newPromptId(), fields);
    setWantsTitle(true);
  }

  return {
    isOpen,
    shown,

    /** In the folder of the one that is shown. */
    create: () => startNew({ ...nothingWritten, folder: shown?.fields.folder ?? '' }),

    duplicate() {
      if (shown === null) return;
      const copyName = text.prompts.copyOf(Array.from(nameOfShown()).slice(0, 90).join(''));
      startNew({ ...shown.fields, title: copyName });
      // It is there even when nothing is changed in it.
      change({});
    },

    async remove() {
      if (shown === null) return;
      const { id } = shown;
      const place = prompts.findIndex((prompt) => prompt.id === id);
      const next = place < 0 ? prompts[0] : (prompts[place + 1] ?? prompts[place - 1]);
      await flush();
      await deletePrompt({ id, title: nameOfShown(), preview: '' });
      drop(id);
      if (next === undefined) leave();
      else await show(next.id);
      // Where Ctrl+Z takes it back.
      filter.current?.focus();
    },

    /** As it is written now, saved or not. */
    async use(promptId: PromptId) {
      const written = shown?.id === promptId ? shown.fields.body : undefined;
      await flush();
      // A second press, while it is saved or the dialog fades out, is none.
      if (useViewStore.getState().dialog !== 'prompts') return;
      isUsed.current = true;
      closeDialog();
      await insertPromptHere(promptId, written);
    },

    async rename(from: string, to: string) {
      const folder = folderPath(to);
      if (folder === from) return;
      await flush();
      await renameFolder(from, folder);
      if (shownId !== null) await show(shownId);
    },
  };
}
