import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { isDemoModel } from '../models/model-names.ts';
import { useAnsweringModel } from '../models/use-answering-model.ts';
import { EmptyFrame } from './empty-frame.tsx';
import { NoModels } from './no-models.tsx';
import { NoOllama } from './no-ollama.tsx';

export interface EmptySessionProps {
  readonly sessionId: SessionId;
}

/** A session before its first message: an invitation, or what is missing for one. */
export function EmptySession({ sessionId }: EmptySessionProps) {
  const status = useModelsStore((store) => store.status);
  const modelsState = useModelsStore((store) => store.modelsState);
  const hasModels = useModelsStore((store) => store.models.length > 0);
  const setModelPickerOpen = useViewStore((store) => store.setModelPickerOpen);
  const model = useAnsweringModel(sessionId);

  if (status?.state === 'unreachable') return <NoOllama status={status} />;
  if (status?.state === 'reachable' && modelsState === 'ready' && !hasModels) return <NoModels />;
  if (model === null) {
    const isKnown = modelsState === 'ready';
    return (
      <EmptyFrame title={text.empty.title} body={isKnown ? text.empty.chooseModel : text.empty.checking}>
        {isKnown && <Button onClick={() => setModelPickerOpen(true)}>{text.empty.chooseModelButton}</Button>}
      </EmptyFrame>
    );
  }
  return (
    <EmptyFrame
      title={text.empty.title}
      body={isDemoModel(model) ? text.empty.demoAnswers(model) : text.empty.answers(model)}
    />
  );
}
