import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import { Button } from '../controls/button.tsx';
import styles from './settings.module.css';

/** Where the conversations are on this computer. */
export function DataFolder() {
  const folder = useSettingsStore((store) => store.info?.dataFolder);
  const openDataFolder = useSettingsStore((store) => store.openDataFolder);
  return (
    <div className={styles['folder']}>
      <p className={styles['legend']}>{text.settings.dataFolder}</p>
      <span className={styles['withButton']}>
        <code className={styles['path']}>{folder}</code>
        <Button onClick={() => attempt(openDataFolder)}>{text.settings.openFolder}</Button>
      </span>
    </div>
  );
}
