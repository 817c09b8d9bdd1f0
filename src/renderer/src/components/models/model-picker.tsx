import { Combobox } from '@base-ui/react/combobox';
import { RefreshCw } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { InstalledModel, SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { useKeyboardBack } from '../../hooks/use-keyboard-back.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import popup from '../controls/popup.module.css';
import { ModelListState } from './model-list-state.tsx';
import { ModelOption } from './model-option.tsx';
import styles from './model-picker.module.css';
import { ModelPickerLabel } from './model-picker-label.tsx';
import { useAnsweringModel } from './use-answering-model.ts';

export interface ModelPickerProps {
  readonly sessionId: SessionId;
  /** Whether what stood in its place had the keyboard. */
  readonly inheritsKeyboard: RefObject<boolean>;
}

/** The model of a session, and the searchable list to choose another one from. */
export function ModelPicker({ sessionId, inheritsKeyboard }: ModelPickerProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const models = useModelsStore((store) => store.models);
  const refresh = useModelsStore((store) => store.refresh);
  const isOpen = useViewStore((store) => store.isModelPickerOpen);
  const setOpen = useViewStore((store) => store.setModelPickerOpen);
  const updateSession = useChatStore((store) => store.updateSession);
  const current = useAnsweringModel(sessionId);
  const model = models.find(({ name }) => name === current) ?? null;

  useKeyboardBack(isOpen, list);

  // However it was opened: models come and go while Parlor runs.
  useEffect(() => {
    if (isOpen) void refresh();
  }, [isOpen, refresh]);

  useLayoutEffect(() => {
    if (inheritsKeyboard.current) trigger.current?.focus();
  }, [inheritsKeyboard]);

  function choose(chosen: InstalledModel | null): void {
    if (chosen !== null) attempt(() => updateSession(sessionId, { model: chosen.name }));
  }

  return (
    <Combobox.Root
      items={models}
      value={model}
      onValueChange={choose}
      open={isOpen}
      onOpenChange={setOpen}
      itemToStringLabel={(item: InstalledModel) => item.name}
      isItemEqualToValue={(item: InstalledModel, value: InstalledModel) => item.name === value.name}
      autoHighlight
    >
      <Combobox.Trigger ref={trigger} className={styles['trigger']} title={text.models.pick}>
        <ModelPickerLabel sessionId={sessionId} />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner align="end" sideOffset={6} className={popup['positioner']}>
          <Combobox.Popup
            ref={list}
            className={`${popup['popup']} ${styles['popup']}`}
            aria-label={text.models.pick}
          >
            <div className={styles['search']}>
              <Combobox.Input
                className={styles['input']}
                placeholder={text.models.search}
                aria-label={text.models.search}
              />
              <button
                type="button"
                className={styles['refresh']}
                aria-label={text.models.refresh}
                title={text.models.refresh}
                onClick={() => void refresh()}
              >
                <RefreshCw size={14} aria-hidden />
              </button>
            </div>
            <ModelListState current={current} isCurrentListed={model !== null} />
            <Combobox.List className={styles['list']}>
              {(item: InstalledModel) => <ModelOption key={item.name} model={item} />}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
