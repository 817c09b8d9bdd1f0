import { useEffect, useMemo, useState } from 'react';
import type { FoundTitle } from '#shared/contract/search.ts';
import type { SessionId } from '#shared/domain.ts';
import { folded } from '#shared/fold/find-folded.ts';
import { text } from '#shared/text/index.ts';
import { findPrompts } from '../../../actions/find-prompts.ts';
import type { Completion } from '../../../commands/slash/complete.ts';
import { definitionOf, optionStart, type SlashSource, slashNames } from '../../../commands/slash/table.ts';
import { useChatStore } from '../../../stores/chat/chat-store.ts';
import { findSessionTitles } from '../../../stores/finding/session-titles.ts';
import { promptName, usePromptsStore } from '../../../stores/library/prompts-store.ts';
import { useSessionsStore } from '../../../stores/library/sessions-store.ts';
import { tagsOf, useTagsStore } from '../../../stores/library/tags-store.ts';
import { useModelsStore } from '../../../stores/window/models-store.ts';

export interface SlashItem {
  /** What is put into the draft. */
  readonly value: string;
  readonly label: string;
  /** Arguments, as they are written. */
  readonly takes: string;
  readonly does: string;
}

const mostItems = 50;

/** What can be chosen for the part of a command that is being written. */
export function useSlashItems(sessionId: SessionId, completion: Completion | null): readonly SlashItem[] {
  const models = useModelsStore((store) => store.models);
  const projects = useSessionsStore((store) => store.projects);
  const tags = useTagsStore((store) => store.tags);
  const tagIds = useChatStore((store) => store.conversations[sessionId]?.session.tagIds);
  const prompts = usePromptsStore((store) => store.prompts);
  const source = completion?.kind === 'argument' ? completion.source : null;
  const titles = useTitles(source === 'sessions' ? (completion?.written ?? '') : null);
  usePromptsRead(source === 'prompts');

  // biome-ignore lint/correctness/useExhaustiveDependencies: prompts are found in their store
  return useMemo(() => {
    if (completion === null) return [];
    const { written } = completion;
    switch (completion.kind) {
      case 'command':
        return commandsFitting(written);
      case 'option':
        return fitting(completion.options, written).map((name) =>
          plain(name, optionStart(definitionOf(completion.command), name).trim()),
        );
      case 'value':
        return fitting(completion.values, written).map((value) => plain(value));
      case 'argument':
        return completion.isRemoval
          ? fitting(names(tagsOf(tags, tagIds ?? [])), written).map((name) => plain(name))
          : named(completion.source, written);
    }

    function named(from: SlashSource, looked: string): readonly SlashItem[] {
      switch (from) {
        case 'sessions':
          return titles.map((found) => titleItem(found, titles));
        case 'models':
          return fitting(names(models), looked).map((name) => plain(name));
        case 'projects':
          return fitting([text.sidebar.inbox, ...names(projects)], looked).map((name) => plain(name));
        case 'tags':
          return fitting(names(tags), looked).map((name) => plain(name));
        case 'prompts':
          return findPrompts(looked)
            .slice(0, mostItems)
            .map((prompt) => ({ ...plain(promptName(prompt)), does: prompt.folder }));
      }
    }
  }, [completion, models, projects, tags, tagIds, prompts, titles]);
}

function names(things: readonly { readonly name: string }[]): readonly string[] {
  return things.map(({ name }) => name);
}

function plain(value: string, label = value): SlashItem {
  return { value, label, takes: '', does: '' };
}

function commandsFitting(written: string): readonly SlashItem[] {
  return fitting(slashNames, written).flatMap((name) => {
    const found = slashNames.find((each) => each === name);
    if (found === undefined) return [];
    return { value: name, label: `/${name}`, ...text.slash.commands[found] };
  });
}

/** Those that begin with what is written, then those that have it somewhere. */
function fitting(values: readonly string[], written: string): readonly string[] {
  const wanted = folded(written, 'kept');
  const beginning = values.filter((value) => folded(value, 'kept').startsWith(wanted));
  const having = values.filter(
    (value) => !beginning.includes(value) && folded(value, 'kept').includes(wanted),
  );
  return [...beginning, ...having].slice(0, mostItems);
}

/** A title that several sessions have would not say which one is meant. */
function titleItem({ session, title }: FoundTitle, all: readonly FoundTitle[]): SlashItem {
  const name = title.text.split('\n', 1)[0]?.trim() ?? '';
  const isUnique = all.filter((other) => other.title.text === title.text).length === 1;
  const isTitle = name !== '' && name === title.text && isUnique;
  return plain(isTitle ? name : session.id, name || text.sidebar.untitled);
}

function useTitles(written: string | null): readonly FoundTitle[] {
  const [found, setFound] = useState<readonly FoundTitle[]>([]);
  useEffect(() => {
    if (written === null) return;
    let isAsked = true;
    const read = async () => {
      // Without titles a name can still be written out.
      const titles = await findSessionTitles(written, mostItems).catch(() => []);
      if (isAsked) setFound(titles);
    };
    void read();
    return () => {
      isAsked = false;
    };
  }, [written]);
  return written === null ? [] : found;
}

function usePromptsRead(isWanted: boolean): void {
  useEffect(() => {
    const { state, load } = usePromptsStore.getState();
    if (isWanted && state === 'unread') void load();
  }, [isWanted]);
}
