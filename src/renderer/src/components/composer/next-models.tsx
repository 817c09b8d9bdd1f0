import { Layers2 } from 'lucide-react';
import { lazy, useRef } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { nextModelsOf, useNextModelsStore } from '../../stores/chat/next-models-store.ts';
import { Button } from '../controls/button.tsx';
import { Later } from '../controls/later.tsx';
import styles from './next-models.module.css';

const Choice = lazy(async () => ({
  default: (await import('./next-models-choice.tsx')).NextModelsChoice,
}));

/** Which models answer the next question, and the way to choose several. */
export function NextModels({ sessionId }: { readonly sessionId: SessionId }) {
  const models = useNextModelsStore((store) => nextModelsOf(store, sessionId));
  const isOpen = useNextModelsStore(({ choosing }) => choosing === sessionId);
  const setChoosing = useNextModelsStore((store) => store.setChoosing);
  const button = useRef<HTMLButtonElement>(null);
  const joined = text.answers.several.joined(models);
  const label = models.length === 0 ? text.answers.several.choose : text.answers.several.chosen(joined);
  return (
    <>
      <Button
        ref={button}
        look="quiet"
        className={styles['button']}
        data-several={models.length > 0}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title={label}
        onClick={() => setChoosing(isOpen ? null : sessionId)}
      >
        <Layers2 size={14} aria-hidden />
        <span className={styles['names']}>{models.length === 0 ? text.answers.several.one : joined}</span>
      </Button>
      {/* There before it is asked for: letters typed at once are meant for its field. */}
      <Later isWanted={isOpen}>
        <Choice sessionId={sessionId} isOpen={isOpen} anchor={button} />
      </Later>
    </>
  );
}
