import { text } from '#shared/text/index.ts';
import { formatShare } from '../../format/numbers.ts';
import { useTrashStore } from '../../stores/library/trash-store.ts';
import styles from './erasing.module.css';

/** How far deleting for good has come. */
export function Erasing() {
  const erasing = useTrashStore((store) => store.erasing);
  if (erasing === null) return null;
  const { done, total } = erasing;
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <div className={styles['erasing']}>
      <span aria-hidden>{text.trash.erasing(formatShare(share))}</span>
      <progress className={styles['bar']} aria-label={text.trash.erasingLabel} value={share} max={1} />
    </div>
  );
}
