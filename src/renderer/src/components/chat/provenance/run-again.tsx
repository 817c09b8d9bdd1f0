import { useEffect, useRef, useState } from 'react';
import type { MessageProvenance } from '#shared/contract/messages.ts';
import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { focusOnAnswerInPlaceOf, repeatAnswer } from '../../../actions/answering-again.ts';
import { attempt } from '../../../actions/attempt.ts';
import { useChatStore } from '../../../stores/chat/chat-store.ts';
import { useModelsStore } from '../../../stores/window/models-store.ts';
import { useViewStore } from '../../../stores/window/view-store.ts';
import { Button } from '../../controls/button.tsx';
import { FilterList } from '../../controls/filter-list.tsx';
import { modelItems } from '../../models/model-items.ts';
import styles from './provenance.module.css';

export interface RunAgainProps {
  readonly message: Message;
  readonly provenance: MessageProvenance;
}

const words = text.answers.provenance;

/** The same once more: by the model it was, or by another one. */
export function RunAgain({ message, provenance }: RunAgainProps) {
  const isBusy = useChatStore(({ running }) => running[message.sessionId] !== undefined);
  const models = useModelsStore((store) => store.models);
  const closeDialog = useViewStore((store) => store.closeDialog);
  const [isChoosing, setChoosing] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (isChoosing) field.current?.focus();
  }, [isChoosing]);

  const why = reasonAgainst(message, provenance, isBusy);
  const whyExactly =
    why ?? (models.some(({ name }) => name === provenance.model) ? null : ('not-installed' as const));

  function run(model: string): void {
    closeDialog();
    attempt(() => repeatAnswer(message, model));
    focusOnAnswerInPlaceOf(message);
  }

  return (
    <section className={styles['section']}>
      <div className={styles['buttons']}>
        <Button
          disabled={whyExactly !== null}
          title={whyExactly === null ? undefined : words.why[whyExactly]}
          onClick={() => run(provenance.model)}
        >
          {words.again}
        </Button>
        <Button
          disabled={why !== null}
          title={why === null ? undefined : words.why[why]}
          aria-expanded={isChoosing}
          onClick={() => setChoosing(!isChoosing)}
        >
          {words.againOn}
        </Button>
      </div>
      {whyExactly !== null && <p className={styles['note']}>{words.why[whyExactly]}</p>}
      {whyExactly === null && provenance.options.seed === undefined && (
        <p className={styles['note']}>{words.noSeed}</p>
      )}
      {isChoosing && why === null && (
        <FilterList
          label={words.whichModel}
          placeholder={text.models.search}
          items={modelItems(models, [])}
          nothingFound={models.length === 0 ? text.models.noneInstalled : text.models.nothingFound}
          field={field}
          onChoose={run}
        />
      )}
    </section>
  );
}

function reasonAgainst(
  { parentId }: Message,
  { missing }: MessageProvenance,
  isBusy: boolean,
): 'no-question' | 'missing' | 'busy' | null {
  if (parentId === null) return 'no-question';
  if (missing > 0) return 'missing';
  return isBusy ? 'busy' : null;
}
