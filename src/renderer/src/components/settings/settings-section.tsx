import { type ReactNode, useId } from 'react';
import styles from './settings.module.css';

export interface SettingsSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function SettingsSection({ title, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h3 id={id} className={styles['heading']}>
        {title}
      </h3>
      <div className={styles['fields']}>{children}</div>
    </section>
  );
}
