import {
  FolderOpen,
  MessageSquare,
  NotebookText,
  Plus,
  Search,
  Sparkles,
  SquareChevronRight,
  Tag,
} from 'lucide-react';
import type { CommandId } from '#shared/commands.ts';
import { commands, shortcutParts } from '#shared/commands.ts';
import type { PaletteTarget } from '../../stores/finding/palette-store.ts';
import { isMac, useSettingsStore } from '../../stores/window/settings-store.ts';
import { classNames } from '../controls/class-names.ts';
import { MarkedText } from '../controls/marked-text.tsx';
import { projectColour } from '../controls/project-colour.ts';
import { Keys } from '../dialogs/keys.tsx';
import styles from './palette.module.css';
import type { PaletteEntry } from './palette-entries.ts';

export interface PaletteOptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isActive: boolean;
  readonly onChoose: (target: PaletteTarget) => void;
  readonly onPoint: (key: string) => void;
}

export function PaletteOption({ id, entry, isActive, onChoose, onPoint }: PaletteOptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the keyboard stays in the field, which names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={classNames(styles['option'], isActive && styles['active'])}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => !isActive && onPoint(entry.key)}
      onClick={() => onChoose(entry.target)}
    >
      <Sign target={entry.target} />
      <span className={styles['name']}>
        <MarkedText value={entry.label} />
      </span>
      {entry.target.kind === 'command' && <Shortcut id={entry.target.id} />}
    </div>
  );
}

const signs = {
  session: MessageSquare,
  command: SquareChevronRight,
  project: FolderOpen,
  'new-in-project': Plus,
  model: Sparkles,
  search: Search,
  prompt: NotebookText,
  tag: Tag,
} as const;

function Sign({ target }: { readonly target: PaletteTarget }) {
  const Icon = signs[target.kind];
  const colour =
    target.kind === 'tag'
      ? projectColour(target.tag)
      : target.kind === 'project' || target.kind === 'new-in-project'
        ? projectColour(target.project)
        : undefined;
  return <Icon size={15} aria-hidden className={styles['sign']} color={colour ?? 'currentColor'} />;
}

function Shortcut({ id }: { readonly id: CommandId }) {
  const onMac = useSettingsStore(isMac);
  const shortcut = commands.find((command) => command.id === id)?.shortcuts[0];
  return shortcut === undefined ? null : <Keys parts={shortcutParts(shortcut, onMac)} />;
}
