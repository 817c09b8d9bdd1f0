import { useEffect } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { tryDemo } from '../../actions/demo.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { CopyButton } from '../chat/copy-button.tsx';
import { Button } from '../controls/button.tsx';
import { EmptyFrame } from './empty-frame.tsx';
import styles from './steps.module.css';

const lookAgainMs = 4_000;

/** Ollama is there, but nothing is installed that could answer. */
export function NoModels() {
  const refresh = useModelsStore((store) => store.refresh);

  // Ollama does not tell when a model has been installed, so it is asked.
  useEffect(() => {
    const timer = setInterval(() => void refresh(), lookAgainMs);
    return () => clearInterval(timer);
  }, [refresh]);

  return (
    <EmptyFrame title={text.empty.noModelsTitle} body={text.empty.noModelsTodo}>
      <p className={styles['command']}>
        <code>{text.empty.noModelsCommand}</code>
        <CopyButton content={text.empty.noModelsCommand} label={text.empty.copyCommand} />
      </p>
      <div className={styles['buttons']}>
        <Button onClick={() => attempt(refresh)}>{text.empty.tryAgain}</Button>
        <Button onClick={() => attempt(tryDemo)}>{text.empty.demo}</Button>
      </div>
    </EmptyFrame>
  );
}
