import { Combobox } from '@base-ui/react/combobox';
import { describeError, text } from '#shared/text/index.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import styles from './model-list-state.module.css';

export interface ModelListStateProps {
  readonly current: string | null;
  readonly isCurrentListed: boolean;
}

/** Why the list is empty or does not hold the present model. */
export function ModelListState({ current, isCurrentListed }: ModelListStateProps) {
  const state = useModelsStore((store) => store.modelsState);
  const isEmpty = useModelsStore((store) => store.models.length === 0);
  return (
    <>
      <Combobox.Status>
        {typeof state === 'object' && (
          <div className={styles['problem']}>
            {describeError(state).what} {describeError(state).todo}
          </div>
        )}
        {isEmpty && (state === 'loading' || state === 'unknown') && (
          <div className={styles['note']}>{text.models.loading}</div>
        )}
        {state === 'ready' && !isCurrentListed && current !== null && (
          <div className={styles['problem']}>{text.models.missing(current)}</div>
        )}
      </Combobox.Status>
      <Combobox.Empty>
        {state === 'ready' && (
          <div className={styles['note']}>
            {isEmpty
              ? `${text.models.noneInstalled} ${text.empty.noModelsCommand}`
              : text.models.nothingFound}
          </div>
        )}
      </Combobox.Empty>
    </>
  );
}
