import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { leaveDemo } from '../../actions/demo.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { Button } from '../controls/button.tsx';
import styles from './demo-banner.module.css';

/** Says all the time that nobody is thinking here. */
export function DemoBanner() {
  const isDemo = useModelsStore((store) => store.status?.isDemo ?? false);
  if (!isDemo) return null;
  return (
    <section className={styles['banner']} aria-label={text.demo.strip}>
      <span>{text.demo.banner}</span>
      <Button look="quiet" className={styles['leave']} onClick={() => attempt(leaveDemo)}>
        {text.demo.leave}
      </Button>
    </section>
  );
}
