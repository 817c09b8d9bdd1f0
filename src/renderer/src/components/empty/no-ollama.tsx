import type { OllamaStatus } from '#shared/domain.ts';
import { describeError, text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { tryDemo } from '../../actions/demo.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { EmptyFrame } from './empty-frame.tsx';
import styles from './steps.module.css';

export interface NoOllamaProps {
  readonly status: Extract<OllamaStatus, { state: 'unreachable' }>;
}

/** Nobody answers: what to do about it, and a way to look around without. */
export function NoOllama({ status }: NoOllamaProps) {
  const check = useModelsStore((store) => store.check);
  const openDialog = useViewStore((store) => store.openDialog);
  const { address, error } = status;
  const isAway = error.code === 'ollama-unreachable';
  const { what, todo } = describeError(error);
  const title = address === '' ? text.empty.unreachableTitleNoAddress : text.empty.unreachableTitle(address);

  return (
    <EmptyFrame title={isAway ? title : what}>
      {isAway ? (
        <ul className={styles['steps']}>
          {text.empty.unreachableSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      ) : (
        <p>{todo}</p>
      )}
      <div className={styles['buttons']}>
        <Button look="primary" onClick={() => attempt(check)}>
          {text.empty.tryAgain}
        </Button>
        <Button onClick={() => openDialog('settings')}>{text.empty.settings}</Button>
        <Button onClick={() => attempt(tryDemo)}>{text.empty.demo}</Button>
      </div>
    </EmptyFrame>
  );
}
