import { ChevronDown } from 'lucide-react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { VisuallyHidden } from '../controls/visually-hidden.tsx';
import { capabilityNames } from './model-names.ts';
import styles from './model-picker.module.css';
import { useAnsweringModel } from './use-answering-model.ts';

/** What is on the button: the model and what it can do. */
export function ModelPickerLabel({ sessionId }: { readonly sessionId: SessionId }) {
  const current = useAnsweringModel(sessionId);
  const model = useModelsStore((store) => store.models.find(({ name }) => name === current));
  return (
    <>
      <VisuallyHidden>{text.models.pick}: </VisuallyHidden>
      <span className={styles['current']}>{current ?? text.models.none}</span>
      {model !== undefined && (
        <span className={styles['abilities']}>{capabilityNames(model).join(' · ')}</span>
      )}
      <ChevronDown size={14} aria-hidden />
    </>
  );
}
