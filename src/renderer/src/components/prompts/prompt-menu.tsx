import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { exportPrompts, importPrompts } from '../../actions/prompt-library.ts';
import button from '../controls/icon-button.module.css';
import popup from '../controls/popup.module.css';

const words = text.prompts;

export interface PromptMenuProps {
  /** The folder of the prompt that is shown; empty = it is in none. */
  readonly folder: string;
  readonly isEmpty: boolean;
  readonly onRenameFolder: () => void;
}

/** What concerns more than one prompt: files and folders. */
export function PromptMenu({ folder, isEmpty, onRenameFolder }: PromptMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={button['button']} aria-label={words.more}>
        <Ellipsis size={16} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className={popup['positioner']}>
          <Menu.Popup className={popup['popup']}>
            <Menu.Item className={popup['item']} onClick={() => attempt(importPrompts)}>
              {words.import}
            </Menu.Item>
            <Menu.Item
              className={popup['item']}
              disabled={isEmpty}
              onClick={() => attempt(() => exportPrompts(null))}
            >
              {words.exportAll}
            </Menu.Item>
            {folder !== '' && (
              <>
                <Menu.Separator className={popup['separator']} />
                <Menu.Item className={popup['item']} onClick={() => attempt(() => exportPrompts(folder))}>
                  {words.exportFolder(folder)}
                </Menu.Item>
                <Menu.Item className={popup['item']} onClick={onRenameFolder}>
                  {words.renameFolder(folder)}
                </Menu.Item>
              </>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
