import { Menu } from '@base-ui/react/menu';
import { Fragment, useRef } from 'react';
import { shortcutParts } from '#shared/commands.ts';
import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { type MessageAction, messageActionGroups } from '../../commands/message-actions/message-action.ts';
import { actionsFor } from '../../commands/message-actions/message-actions.ts';
import { messageState } from '../../commands/message-actions/message-state.ts';
import { runMessageAction } from '../../commands/message-actions/run-message-action.ts';
import { isMac, useSettingsStore } from '../../stores/window/settings-store.ts';
import { MenuFrame } from '../controls/menu-frame.tsx';
import popup from '../controls/popup.module.css';
import type { OpenMessageMenu } from './message-menu-context.ts';

export interface MessageMenuProps {
  readonly menu: OpenMessageMenu | null;
  readonly onClose: () => void;
}

/** Everything that can be done with a message. */
export function MessageMenu({ menu, onClose }: MessageMenuProps) {
  // While it fades out it stays what it was.
  const last = useRef(menu);
  if (menu !== null) last.current = menu;
  const shown = last.current;
  return (
    <MenuFrame menu={menu} fallback="transcript" label={text.messageActions.menu} onClose={onClose}>
      {shown !== null && <Items message={shown.message} />}
    </MenuFrame>
  );
}

function Items({ message }: { readonly message: Message }) {
  const state = messageState(message);
  const actions = actionsFor(message, state);
  const groups = messageActionGroups
    .map((group) => ({ group, members: actions.filter((action) => action.group === group) }))
    .filter(({ members }) => members.length > 0);
  return groups.map(({ group, members }, index) => (
    <Fragment key={group}>
      {index > 0 && <Menu.Separator className={popup['separator']} />}
      {members.map((action) => (
        <Item key={action.id} action={action} name={action.label(message, state)} message={message} />
      ))}
    </Fragment>
  ));
}

interface ItemProps {
  readonly action: MessageAction;
  readonly name: string;
  readonly message: Message;
}

function Item({ action, name, message }: ItemProps) {
  const onMac = useSettingsStore(isMac);
  const Icon = action.icon;
  return (
    <Menu.Item className={popup['item']} onClick={() => runMessageAction(action, message)}>
      <Icon size={14} aria-hidden />
      {name}
      {action.key !== null && (
        <kbd className={popup['shortcut']}>{shortcutParts(action.key, onMac).join(onMac ? '' : '+')}</kbd>
      )}
    </Menu.Item>
  );
}
