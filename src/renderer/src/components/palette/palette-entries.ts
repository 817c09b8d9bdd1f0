import { type CommandId, commands } from '#shared/commands.ts';
import type { PromptId } from '#shared/contract/prompts.ts';
import type { FoundTitle, MarkedText } from '#shared/contract/search.ts';
import type { InstalledModel, Project, Tag } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { fuzzyFind } from '../../format/fuzzy.ts';
import type { PaletteMode, PaletteTarget } from '../../stores/finding/palette-store.ts';

export interface PaletteEntry {
  readonly key: string;
  readonly label: MarkedText;
  readonly target: PaletteTarget;
}

export interface PaletteSection {
  readonly name: keyof typeof text.search.palette.sections;
  readonly entries: readonly PaletteEntry[];
}

/** Everything that can be gone to now. */
export interface PaletteSources {
  readonly titles: readonly FoundTitle[];
  /** Those that can run, the most used first. */
  readonly commandIds: readonly CommandId[];
  readonly projects: readonly Project[];
  /** Empty when no session is open that could use one. */
  readonly models: readonly InstalledModel[];
  readonly tags: readonly Tag[];
  readonly prompts: readonly PromptName[];
}

/** A prompt by the name it is found by. */
export interface PromptName {
  readonly id: PromptId;
  readonly name: string;
}

const mostOfOneKind = 100;
const fewCommands = 6;
const fewOthers = 4;
const fewPrompts = 8;

export function sectionsFor(
  { kind, needle }: PaletteMode,
  sources: PaletteSources,
): readonly PaletteSection[] {
  switch (kind) {
    case 'commands':
      return filled([commandSection(sources, needle, mostOfOneKind).section]);
    case 'projects':
      return filled([projectSection(sources, needle, mostOfOneKind).section]);
    case 'models':
      return filled([modelSection(sources, needle, mostOfOneKind).section]);
    case 'tags':
      return filled([tagSection(sources, needle)]);
    case 'all':
      return needle === '' ? atFirst(sources) : everything(sources, needle);
  }
}

function atFirst(sources: PaletteSources): readonly PaletteSection[] {
  return filled([
    { name: 'recent', entries: sessionEntries(sources.titles) },
    commandSection(sources, '', fewCommands).section,
  ]);
}

/**
 * What begins with the words comes before the sessions, whose answer arrives later: nothing changes its place while
 * somebody is about to press Enter.
 */
function everything(sources: PaletteSources, needle: string): readonly PaletteSection[] {
  const local = [
    commandSection(sources, needle, fewCommands),
    projectSection(sources, needle, fewOthers),
    modelSection(sources, needle, fewOthers),
    promptSection(sources, needle, fewPrompts),
  ];
  const search: PaletteEntry = {
    key: 'search',
    label: plain(text.search.palette.searchAll(needle)),
    target: { kind: 'search', query: needle },
  };
  return filled([
    ...local.filter(({ isFirst }) => isFirst).map(({ section }) => section),
    { name: 'sessions', entries: sessionEntries(sources.titles) },
    ...local.filter(({ isFirst }) => !isFirst).map(({ section }) => section),
    { name: 'search', entries: [search] },
  ]);
}

interface RankedSection {
  readonly section: PaletteSection;
  /** Whether its best entry begins with what is looked for. */
  readonly isFirst: boolean;
}

function commandSection({ commandIds }: PaletteSources, needle: string, limit: number): RankedSection {
  const matches = fuzzyFind(
    commandIds.map((id) => text.commands[id]),
    needle,
  ).slice(0, limit);
  const entries = matches.flatMap(({ index, text: label }) => {
    const id = commandIds[index];
    return id === undefined
      ? []
      : [{ key: `command-${id}`, label, target: { kind: 'command' as const, id } }];
  });
  return { section: { name: 'commands', entries }, isFirst: matches[0]?.isBeginning === true };
}

function projectSection({ projects }: PaletteSources, needle: string, limit: number): RankedSection {
  const matches = fuzzyFind(
    projects.map(({ name }) => name),
    needle,
  ).slice(0, limit);
  const entries = matches.flatMap(({ index }): readonly PaletteEntry[] => {
    const project = projects[index];
    if (project === undefined) return [];
    const { goToProject, newInProject } = text.search.palette;
    return [
      {
        key: `project-${project.id}`,
        label: plain(goToProject(project.name)),
        target: { kind: 'project', project },
      },
      {
        key: `new-in-${project.id}`,
        label: plain(newInProject(project.name)),
        target: { kind: 'new-in-project', project },
      },
    ];
  });
  return { section: { name: 'projects', entries }, isFirst: matches[0]?.isBeginning === true };
}

function modelSection({ models }: PaletteSources, needle: string, limit: number): RankedSection {
  const matches = fuzzyFind(
    models.map(({ name }) => name),
    needle,
  ).slice(0, limit);
  const entries = matches.map(({ text: label }) => ({
    key: `model-${label.text}`,
    label: plain(text.search.palette.useModel(label.text)),
    target: { kind: 'model' as const, name: label.text },
  }));
  return { section: { name: 'models', entries }, isFirst: matches[0]?.isBeginning === true };
}

function promptSection({ prompts }: PaletteSources, needle: string, limit: number): RankedSection {
  const matches = fuzzyFind(
    prompts.map(({ name }) => name),
    needle,
  ).slice(0, limit);
  const entries = matches.flatMap(({ index, text: label }): readonly PaletteEntry[] => {
    const promptId = prompts[index]?.id;
    return promptId === undefined
      ? []
      : [{ key: `prompt-${promptId}`, label, target: { kind: 'prompt', promptId } }];
  });
  return { section: { name: 'prompts', entries }, isFirst: matches[0]?.isBeginning === true };
}

function tagSection({ tags }: PaletteSources, needle: string): PaletteSection {
  const matches = fuzzyFind(
    tags.map(({ name }) => name),
    needle,
  ).slice(0, mostOfOneKind);
  const entries = matches.flatMap(({ index }): readonly PaletteEntry[] => {
    const tag = tags[index];
    return tag === undefined
      ? []
      : [
          {
            key: `tag-${tag.id}`,
            label: plain(text.search.palette.searchTag(tag.name)),
            target: { kind: 'tag', tag },
          },
        ];
  });
  return { name: 'tags', entries };
}

function sessionEntries(titles: readonly FoundTitle[]): readonly PaletteEntry[] {
  return titles.map(({ session, title }) => ({
    key: `session-${session.id}`,
    label: title.text.trim() === '' ? plain(text.sidebar.untitled) : title,
    target: { kind: 'session', sessionId: session.id },
  }));
}

function filled(sections: readonly PaletteSection[]): readonly PaletteSection[] {
  return sections.filter(({ entries }) => entries.length > 0);
}

function plain(label: string): MarkedText {
  return { text: label, marks: [] };
}

/** Commands that make no sense among others by name. */
export const unlistedCommands: ReadonlySet<CommandId> = new Set([
  'palette.open',
  'session.switch-back',
  'session.switch-forth',
  ...commands.map(({ id }) => id).filter((id) => id.startsWith('session.go-to-')),
]);
