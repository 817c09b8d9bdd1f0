import { lazy, useRef } from 'react';
import { text } from '#shared/text/index.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Later } from '../controls/later.tsx';
import styles from './model-picker.module.css';
import type { ModelPickerProps } from './model-picker.tsx';
import { ModelPickerLabel } from './model-picker-label.tsx';

const ModelPicker = lazy(async () => ({ default: (await import('./model-picker.tsx')).ModelPicker }));

/** The model of a session; the list to choose another one from comes when it is asked for. */
export function ModelPickerPlace({ sessionId }: Pick<ModelPickerProps, 'sessionId'>) {
  const isOpen = useViewStore((store) => store.isModelPickerOpen);
  const setOpen = useViewStore((store) => store.setModelPickerOpen);
  const hasKeyboard = useRef(false);
  const label = (
    <button
      type="button"
      className={styles['trigger']}
      title={text.models.pick}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onFocus={() => {
        hasKeyboard.current = true;
      }}
      onBlur={() => {
        hasKeyboard.current = false;
      }}
      onClick={() => setOpen(true)}
    >
      <ModelPickerLabel sessionId={sessionId} />
    </button>
  );
  return (
    <Later isWanted={isOpen} fallback={label}>
      <ModelPicker sessionId={sessionId} inheritsKeyboard={hasKeyboard} />
    </Later>
  );
}
