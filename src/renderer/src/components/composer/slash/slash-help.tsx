import { text } from '#shared/text/index.ts';
import { slashNames } from '../../../commands/slash/table.ts';
import { useViewStore } from '../../../stores/window/view-store.ts';
import { DialogFrame } from '../../controls/dialog-frame.tsx';
import styles from './slash-help.module.css';

const words = text.slash;

/** Every slash command with what it takes and does. */
export function SlashHelp() {
  const isOpen = useViewStore((store) => store.dialog === 'slash-help');
  const closeDialog = useViewStore((store) => store.closeDialog);
  return (
    <DialogFrame
      title={words.help.title}
      description={words.help.intro}
      isOpen={isOpen}
      onClose={closeDialog}
      size="large"
      isText
    >
      <dl className={styles['list']}>
        {slashNames.map((name) => (
          <div key={name} className={styles['entry']}>
            <dt className={styles['name']}>
              /{name} <span className={styles['takes']}>{words.commands[name].takes}</span>
            </dt>
            <dd>{words.commands[name].does}</dd>
          </div>
        ))}
      </dl>
      <p className={styles['keys']}>{words.help.keys}</p>
    </DialogFrame>
  );
}
