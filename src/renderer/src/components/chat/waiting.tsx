import { text } from '#shared/text/index.ts';
import { formatDuration } from '../../format/time.ts';
import { useNow } from '../../hooks/use-now.ts';
import { modelLabel } from '../models/model-names.ts';
import styles from './waiting.module.css';

export interface WaitingProps {
  readonly model: string | null;
  readonly since: number;
}

/** The time before the first word. */
export function Waiting({ model, since }: WaitingProps) {
  const elapsed = formatDuration(useNow(1_000) - since);
  return (
    <p className={styles['waiting']}>
      <span className={styles['pulse']} aria-hidden />
      {model === null ? text.chat.waitingForOllama(elapsed) : text.chat.waiting(modelLabel(model), elapsed)}
    </p>
  );
}
