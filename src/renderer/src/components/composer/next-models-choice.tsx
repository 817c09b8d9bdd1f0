import { Popover } from '@base-ui/react/popover';
import { type RefObject, useRef } from 'react';
import { repliesAtOnce } from '#shared/contract/chat.ts';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { elementOf, focusOn } from '../../focus.ts';
import { useKeyboardBack } from '../../hooks/use-keyboard-back.ts';
import { nextModelsOf, useNextModelsStore } from '../../stores/chat/next-models-store.ts';
import { Button } from '../controls/button.tsx';
import popup from '../controls/popup.module.css';
import { SeveralModels } from '../models/several-models.tsx';
import { useAnsweringModel } from '../models/use-answering-model.ts';
import styles from './next-models-choice.module.css';
import { useChosen } from './use-chosen.ts';

export interface NextModelsChoiceProps {
  readonly sessionId: SessionId;
  readonly isOpen: boolean;
  readonly anchor: RefObject<HTMLElement | null>;
}

const words = text.answers.several;

/** The list to choose the models of the next questions from. */
export function NextModelsChoice({ sessionId, isOpen, anchor }: NextModelsChoiceProps) {
  const setChoosing = useNextModelsStore((store) => store.setChoosing);
  const list = useRef<HTMLDivElement>(null);
  useKeyboardBack(isOpen, list, () => elementOf('composer'));
  return (
    <Popover.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (open) return;
        setChoosing(null);
        focusOn('composer');
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="top"
          align="start"
          sideOffset={6}
          className={popup['positioner']}
        >
          <Popover.Popup
            ref={list}
            className={`${popup['popup']} ${styles['popup']}`}
            finalFocus={() => elementOf('composer')}
          >
            <Choice sessionId={sessionId} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Choice({ sessionId }: { readonly sessionId: SessionId }) {
  const kept = useNextModelsStore((store) => nextModelsOf(store, sessionId));
  const choose = useNextModelsStore((store) => store.choose);
  const setChoosing = useNextModelsStore((store) => store.setChoosing);
  const own = useAnsweringModel(sessionId);
  const field = useRef<HTMLInputElement>(null);
  const { chosen, change } = useChosen(kept.length > 0 || own === null ? kept : [own], (models) =>
    choose(sessionId, models),
  );

  function close(): void {
    setChoosing(null);
    focusOn('composer');
  }

  return (
    <>
      <Popover.Title className={styles['title']}>{words.title}</Popover.Title>
      <Popover.Description className={styles['hint']}>{words.hint(repliesAtOnce)}</Popover.Description>
      <SeveralModels label={words.title} chosen={chosen} field={field} onChange={change} />
      <div className={styles['tools']}>
        <span className={styles['hint']}>{chosen.length < 2 && words.onlyOne}</span>
        <Button onClick={close}>{words.done}</Button>
      </div>
    </>
  );
}
