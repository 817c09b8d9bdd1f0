import styles from './code-block.module.css';

interface SwitchButtonProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function SwitchButton({ label, isOn, onChange }: SwitchButtonProps) {
  return (
    <button type="button" className={styles['action']} aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      {label}
    </button>
  );
}
