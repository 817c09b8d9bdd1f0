import { useMemo } from 'react';
import { commandIds } from '#shared/commands.ts';
import { registry } from '../../commands/registry.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { mostUsed, recallUses } from '../../stores/finding/command-uses.ts';
import { paletteMode, usePaletteStore } from '../../stores/finding/palette-store.ts';
import { searchedName, usePromptsStore } from '../../stores/library/prompts-store.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { useTagsStore } from '../../stores/library/tags-store.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { type PaletteSection, sectionsFor, unlistedCommands } from './palette-entries.ts';

/** What fits what is written; complete when main has answered for it too. */
export function usePaletteSections(): {
  readonly sections: readonly PaletteSection[];
  readonly isComplete: boolean;
} {
  const written = usePaletteStore((store) => store.text);
  const found = usePaletteStore((store) => store.found);
  const projects = useSessionsStore((store) => store.projects);
  const models = useModelsStore((store) => store.models);
  const tags = useTagsStore((store) => store.tags);
  const prompts = usePromptsStore((store) => store.prompts);
  const promptNames = useMemo(
    () => prompts.map((prompt) => ({ id: prompt.id, name: searchedName(prompt) })),
    [prompts],
  );
  const hasSession = useChatStore((store) => store.openSessionId !== null);
  // What can run does not change while the palette is what has the keyboard.
  const runnable = useMemo(runnableCommands, []);

  const mode = paletteMode(written);
  const sections = useMemo(
    () =>
      sectionsFor(paletteMode(written), {
        titles: found.titles,
        commandIds: runnable,
        projects: projects.filter(({ isArchived }) => !isArchived),
        models: hasSession ? models : [],
        tags,
        prompts: promptNames,
      }),
    [written, found, runnable, projects, models, tags, promptNames, hasSession],
  );
  return { sections, isComplete: mode.kind !== 'all' || found.text === written };
}

function runnableCommands() {
  const order = [...new Set([...mostUsed(recallUses()), ...commandIds])];
  return order.filter((id) => !unlistedCommands.has(id) && registry[id].canRun());
}
