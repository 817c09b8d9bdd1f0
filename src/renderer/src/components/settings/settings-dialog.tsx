import { text } from '#shared/text/index.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import { AddressSetting } from './address-setting.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { DataFolder } from './data-folder.tsx';
import { LibrarySettings } from './library-settings.tsx';
import { NewSessionSettings } from './new-session-settings.tsx';
import { ReadingSettings } from './reading-settings.tsx';
import { SendKeySetting } from './send-key-setting.tsx';
import styles from './settings.module.css';
import { SettingsSection } from './settings-section.tsx';
import { SpeechSettings } from './speech-settings.tsx';
import { ThinkingSettings } from './thinking-settings.tsx';
import { WritingSettings } from './writing-settings.tsx';

/** The settings of this computer. Each change holds at once. */
export function SettingsDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'settings');
  const closeDialog = useViewStore((store) => store.closeDialog);
  const version = useSettingsStore((store) => store.info?.version);
  return (
    <DialogFrame title={text.settings.title} isOpen={isOpen} onClose={closeDialog} size="large">
      <div className={styles['sections']}>
        <SettingsSection title={text.settings.ollama}>
          <AddressSetting />
        </SettingsSection>
        <SettingsSection title={text.settings.newSessions}>
          <NewSessionSettings />
        </SettingsSection>
        <SettingsSection title={text.settings.appearance}>
          <AppearanceSettings />
          <ReadingSettings />
          <ThinkingSettings />
        </SettingsSection>
        <SettingsSection title={text.reading.aloud.title}>
          <SpeechSettings />
        </SettingsSection>
        <SettingsSection title={text.settings.writing}>
          <SendKeySetting />
          <WritingSettings />
        </SettingsSection>
        <SettingsSection title={text.trash.settings.section}>
          <LibrarySettings />
        </SettingsSection>
        <SettingsSection title={text.settings.data}>
          <DataFolder />
        </SettingsSection>
      </div>
      {version !== undefined && <p className={styles['version']}>{text.settings.version(version)}</p>}
    </DialogFrame>
  );
}
