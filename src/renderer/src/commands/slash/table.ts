import type { text } from '#shared/text/index.ts';

/** What a command takes. `text`: everything behind its name, as written. `name`: one name. `names`: several. */
export type SlashArgument = 'none' | 'text' | 'name' | 'names';
/** Where completion finds the names. */
export type SlashSource = 'sessions' | 'models' | 'projects' | 'tags' | 'prompts';

export interface SlashDefinition {
  readonly argument: SlashArgument;
  readonly isRequired?: boolean;
  readonly source?: SlashSource;
  /** With the values each can have; null = any. */
  readonly options?: Readonly<Record<string, readonly string[] | null>>;
}

/** As in mochi's `/export`, and the format mochi itself reads. */
export const exportFormatNames = ['md', 'json', 'mochi'] as const;

/** Every slash command, in the order of the list and the help. */
export const slashCommands = {
  new: { argument: 'text' },
  list: { argument: 'text' },
  load: { argument: 'name', isRequired: true, source: 'sessions' },
  model: { argument: 'name', source: 'models' },
  system: { argument: 'text' },
  project: { argument: 'name', source: 'projects' },
  tag: { argument: 'names', source: 'tags' },
  prompt: { argument: 'name', source: 'prompts' },
  retry: { argument: 'none' },
  stop: { argument: 'none' },
  info: { argument: 'none' },
  export: { argument: 'none', options: { format: exportFormatNames, output: null } },
  clear: { argument: 'none' },
  delete: { argument: 'none' },
  help: { argument: 'none' },
} as const satisfies Readonly<Record<keyof typeof text.slash.commands, SlashDefinition>>;

export type SlashName = keyof typeof slashCommands;

export const slashNames = Object.keys(slashCommands) as readonly SlashName[];

export function isSlashName(name: string): name is SlashName {
  return Object.hasOwn(slashCommands, name);
}

export function definitionOf(name: SlashName): SlashDefinition {
  return slashCommands[name];
}
