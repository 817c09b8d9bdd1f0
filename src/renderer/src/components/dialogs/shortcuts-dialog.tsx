import type { ReactNode } from 'react';
import { type Command, commands, menuOrder, shortcutParts } from '#shared/commands.ts';
import { text } from '#shared/text/index.ts';
import { messageActions } from '../../commands/message-actions/message-actions.ts';
import { isMac, useSettingsStore } from '../../stores/window/settings-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import { Keys } from './keys.tsx';
import styles from './shortcuts-dialog.module.css';

/** Every command with its keys, by menu, and the keys of field and list. */
export function ShortcutsDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'shortcuts');
  const closeDialog = useViewStore((store) => store.closeDialog);
  const sendKey = useSettingsStore((store) => store.settings.sendKey);
  const onMac = useSettingsStore(isMac);
  const sends = shortcutParts(sendKey === 'enter' ? 'Enter' : 'Mod+Enter', onMac);
  const breaks = shortcutParts(sendKey === 'enter' ? 'Shift+Enter' : 'Enter', onMac);

  return (
    <DialogFrame title={text.shortcuts.title} isOpen={isOpen} onClose={closeDialog} size="large" isText>
      <div className={styles['columns']}>
        {menuOrder.map((menu) => (
          <Section key={menu} title={text.menus[menu]}>
            {commands
              .filter((command) => command.menu === menu)
              .map((command) => (
                <CommandEntry key={command.id} command={command} onMac={onMac} />
              ))}
          </Section>
        ))}
        <Section title={text.shortcuts.inFields}>
          <Entry name={text.shortcuts.send} shortcuts={[sends]} />
          <Entry name={text.shortcuts.lineBreak} shortcuts={[breaks]} />
        </Section>
        <Section title={text.readingKeys.section}>
          <Entry name={text.readingKeys.nextPrevious} shortcuts={[['J'], ['K']]} />
          <Entry name={text.readingKeys.firstLast} shortcuts={[['G'], shortcutParts('Shift+G', onMac)]} />
          {messageActions.map(({ id, key, name }) =>
            key === null ? null : <Entry key={id} name={name} shortcuts={[shortcutParts(key, onMac)]} />,
          )}
          <Entry name={text.readingKeys.menu} shortcuts={[shortcutParts('Shift+F10', onMac)]} />
          <Entry name={text.readingKeys.back} shortcuts={[['Esc']]} />
          <Entry name={text.readingKeys.code} shortcuts={[['C'], ['W'], ['S']]} />
        </Section>
        <Section title={text.shortcuts.inList}>
          <Entry name={text.shortcuts.listMove} shortcuts={[['↑'], ['↓']]} />
          <Entry name={text.shortcuts.listOpen} shortcuts={[['Enter']]} />
          <Entry name={text.library.keys.fold} shortcuts={[['←'], ['→']]} />
          <Entry
            name={text.library.keys.select}
            shortcuts={[['Space'], shortcutParts('Shift+ArrowDown', onMac)]}
          />
          <Entry name={text.library.keys.selectAll} shortcuts={[shortcutParts('Mod+A', onMac)]} />
          <Entry name={text.common.rename} shortcuts={[['F2']]} />
          <Entry name={text.common.delete} shortcuts={[['Delete']]} />
          <Entry name={text.shortcuts.listMenu} shortcuts={[shortcutParts('Shift+F10', onMac)]} />
        </Section>
      </div>
    </DialogFrame>
  );
}

/** The nine commands that go to a session by its number share one line. */
function CommandEntry({ command, onMac }: { readonly command: Command; readonly onMac: boolean }) {
  if (command.id.startsWith('session.go-to-')) {
    if (command.id !== 'session.go-to-1') return null;
    const [first = []] = command.shortcuts.map((shortcut) => shortcutParts(shortcut, onMac));
    return <Entry name={text.shortcuts.goTo} shortcuts={[[...first.slice(0, -1), '1…9']]} />;
  }
  const shortcuts = command.shortcuts.map((shortcut) => shortcutParts(shortcut, onMac));
  return <Entry name={text.commands[command.id]} shortcuts={shortcuts} />;
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

interface EntryProps {
  readonly name: string;
  readonly shortcuts: readonly (readonly string[])[];
}

function Entry({ name, shortcuts }: EntryProps) {
  return (
    <div className={styles['entry']}>
      <dt>{name}</dt>
      <dd className={styles['keys']}>
        {shortcuts.map((parts) => (
          <Keys key={parts.join()} parts={parts} />
        ))}
      </dd>
    </div>
  );
}
