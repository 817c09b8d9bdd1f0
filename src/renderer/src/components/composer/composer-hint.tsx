import { messageLengthLimit } from '#shared/contract/chat.ts';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useChatStore } from '../../stores/chat-store.ts';
import { useModelsStore } from '../../stores/models-store.ts';
import { isMac, useSettingsStore } from '../../stores/settings-store.ts';
import { useViewStore } from '../../stores/view-store.ts';
import { Button } from '../controls/button.tsx';
import { classNames } from '../controls/class-names.ts';
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
  const isUnreachable = useModelsStore((store) => store.status?.state === 'unreachable');
  const areModelsKnown = useModelsStore((store) => store.modelsState === 'ready');
  const hasModels = useModelsStore((store) => store.models.length > 0);
  const sendKey = useSettingsStore((store) => store.settings.sendKey);
  const onMac = useSettingsStore(isMac);
  const setModelPickerOpen = useViewStore((store) => store.setModelPickerOpen);
  const model = useAnsweringModel(sessionId);

  const warning =
    length > messageLengthLimit
      ? text.composer.tooLong
      : isUnreachable
        ? text.composer.unreachable
        : areModelsKnown && !hasModels
          ? text.composer.noModels
          : areModelsKnown && model === null
            ? text.composer.noModel
            : null;

  return (
    <div id={id} className={classNames(styles['hint'], warning !== null && styles['warning'])}>
      {warning ??
        (isAnswering ? text.composer.answering : text.composer.sendHints[onMac ? 'mac' : 'other'][sendKey])}
      {warning === text.composer.noModel && (
        <Button look="quiet" onClick={() => setModelPickerOpen(true)}>
          {text.composer.chooseModel}
        </Button>
      )}
    </div>
  );
}
