import { Copy, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { folderPath } from '#shared/prompt-folders.ts';
import { text } from '#shared/text/index.ts';
import { isMac, useSettingsStore } from '../../stores/window/settings-store.ts';
import { Button } from '../controls/button.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { RenameField } from '../controls/rename-field.tsx';
import { PromptMenu } from './prompt-menu.tsx';
import styles from './prompt-tools.module.css';

const words = text.prompts;

export interface ListToolsProps {
  /** The folder of the prompt that is shown, as it is written. */
  readonly folder: string;
  readonly isEmpty: boolean;
  readonly onCreate: () => void;
  readonly onRename: (from: string, to: string) => void;
}

/** Below the list: a new prompt, files, folders. A folder gets its new name over them. */
export function ListTools({ folder, isEmpty, onCreate, onRename }: ListToolsProps) {
  const [renaming, setRenaming] = useState<string | null>(null);
  const path = folderPath(folder);
  return (
    <div className={styles['tools']}>
      <Button look="quiet" onClick={onCreate}>
        <Plus size={15} aria-hidden />
        {words.new}
      </Button>
      <PromptMenu folder={path} isEmpty={isEmpty} onRenameFolder={() => setRenaming(path)} />
      {renaming !== null && (
        <div className={styles['over']}>
          <RenameField
            label={words.folderName}
            value={renaming}
            onSave={(to) => {
              setRenaming(null);
              onRename(renaming, to);
            }}
            onCancel={() => setRenaming(null)}
          />
        </div>
      )}
    </div>
  );
}

export interface EditorToolsProps {
  readonly onRemove: () => void;
  readonly onDuplicate: () => void;
  readonly onUse: () => void;
}

/** Below the editor: what can be done with the prompt that is shown. */
export function EditorTools({ onRemove, onDuplicate, onUse }: EditorToolsProps) {
  const onMac = useSettingsStore(isMac);
  return (
    <div className={styles['tools']}>
      <IconButton label={words.delete} onClick={onRemove}>
        <Trash2 size={15} aria-hidden />
      </IconButton>
      <IconButton label={words.duplicate} onClick={onDuplicate}>
        <Copy size={15} aria-hidden />
      </IconButton>
      <Button look="primary" className={styles['use']} onClick={onUse}>
        {words.use}
        <kbd className={styles['key']} aria-hidden>
          {onMac ? '⌘↵' : 'Ctrl ↵'}
        </kbd>
      </Button>
    </div>
  );
}
