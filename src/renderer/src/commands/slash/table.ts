import type { text } from '#shared/text/index.ts';

/** What a command takes. `text`: everything behind its name, as written. `name`: one name. `names`: several. */
export type SlashArgument = 'none' | 'text' | 'name' | 'names';
/** Where completion finds the names. */
export type SlashSource = 'sessions' | 'models' | 'projects' | 'tags' | 'prompts';

export interface SlashDefinition {
  readonly argument: SlashArgument;
  readonly isRequired?: boolean;
  readonly source?: SlashSource;
  /** With the values each can have; null = any, none = it has no value. */
  readonly options?: Readonly<Record<string, readonly string[] | null>>;
}

/** As in mochi's `/export`, and the format mochi itself reads. */
export const exportFormatNames = ['md', 'txt', 'json', 'mochi'] as const;

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
  export: { argument: 'none', options: { format: exportFormatNames, thinking: [], output: null } },
  import: { argument: 'none' },
  backup: { argument: 'none' },
  clear: { argument: 'none' },
  delete: { argument: 'none' },
  help: { argument: 'none' },
} as const satisfies Readonly<Record<keyof typeof text.slash.commands, SlashDefinition>>;

export type SlashName = keyof typeof slashCommands;

export const slashNames = Object.keys(slashCommands) as readonly SlashName[];

export function isSlashName(name: string): name is SlashName {
  return Object.hasOwn(slashCommands, name);
}

/** An option as it is written, up to its value. */
export function optionStart({ options }: SlashDefinition, name: string): string {
  return options?.[name]?.length === 0 ? `--${name} ` : `--${name}=`;
}

export function definitionOf(name: SlashName): SlashDefinition {
  return slashCommands[name];
}
