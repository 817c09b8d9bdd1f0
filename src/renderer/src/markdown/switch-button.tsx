import styles from './code-block.module.css';

interface SwitchButtonProps {
  readonly label: string;
  /** One key, while the block has the keyboard. */
  readonly shortcut?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function SwitchButton({ label, shortcut, isOn, onChange }: SwitchButtonProps) {
  return (
    <button
      type="button"
      className={styles['action']}
      data-key={shortcut}
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
    >
      {label}
    </button>
  );
}
