import { messageLengthLimit } from '#shared/contract/chat.ts';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { isMac, useSettingsStore } from '../../stores/window/settings-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { useAnsweringModel } from '../models/use-answering-model.ts';
import styles from './composer.module.css';

export interface ComposerHintProps {
  readonly id: string;
  readonly sessionId: SessionId;
  /** Of the draft, in UTF-16 units. */
  readonly length: number;
}

/** What the keys do, or why sending will not work. */
export function ComposerHint({ id, sessionId, length }: ComposerHintProps) {
  const isAnswering = useChatStore((store) => store.running[sessionId] !== undefined);
  const sendKey = useSettingsStore((store) => store.settings.sendKey);
  const onMac = useSettingsStore(isMac);
  const setModelPickerOpen = useViewStore((store) => store.setModelPickerOpen);
  const modelProblem = useModelProblem(sessionId);

  if (length > messageLengthLimit) {
    return (
      <div id={id} className={styles['warning']}>
        {text.composer.tooLong}
      </div>
    );
  }
  if (modelProblem !== null) {
    return (
      <div id={id} className={styles['warning']}>
        {modelProblem.sentence}
        {modelProblem.canChoose && (
          <Button look="quiet" className={styles['mend']} onClick={() => setModelPickerOpen(true)}>
            {text.composer.chooseModel}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div id={id} className={styles['hint']}>
      {(isAnswering ? text.queue.addHints : text.composer.sendHints)[onMac ? 'mac' : 'other'][sendKey]}
    </div>
  );
}

interface ModelProblem {
  readonly sentence: string;
  /** Another model would help, and there is one. */
  readonly canChoose: boolean;
}

/** Why nobody would answer now; null when somebody would, or when that is not known. */
function useModelProblem(sessionId: SessionId): ModelProblem | null {
  const isUnreachable = useModelsStore((store) => store.status?.state === 'unreachable');
  const areModelsKnown = useModelsStore((store) => store.modelsState === 'ready');
  const models = useModelsStore((store) => store.models);
  const model = useAnsweringModel(sessionId);

  if (isUnreachable) return { sentence: text.composer.unreachable, canChoose: false };
  if (!areModelsKnown) return null;
  if (models.length === 0) return { sentence: text.composer.noModels, canChoose: false };
  if (model === null) return { sentence: text.composer.noModel, canChoose: true };
  const isInstalled = models.some(({ name }) => name === model);
  return isInstalled ? null : { sentence: text.models.missing(model), canChoose: true };
}
