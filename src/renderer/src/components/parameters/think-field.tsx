import * as v from 'valibot';
import { type Session, thinkChoices, thinkChoicesOf } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { Field } from '../controls/field.tsx';
import { useAnsweringModel } from '../models/use-answering-model.ts';

export interface ThinkFieldProps {
  readonly session: Session;
}

const chosenSchema = v.nullable(v.picklist(thinkChoices));

/** Whether and how much the model thinks; only for a model that does. */
export function ThinkField({ session }: ThinkFieldProps) {
  const updateSession = useChatStore((store) => store.updateSession);
  const model = useAnsweringModel(session.id);
  const known = useModelsStore((store) => store.models.find(({ name }) => name === model));
  const choices = known === undefined ? [] : thinkChoicesOf(known);
  if (choices.length === 0) return null;
  const { think } = session.parameters;

  return (
    <Field label={text.parameters.think} hint={text.parameters.thinkHint}>
      {(control) => (
        <select
          {...control}
          value={think !== undefined && choices.includes(think) ? think : ''}
          onChange={(event) => {
            const chosen = v.parse(chosenSchema, event.target.value === '' ? null : event.target.value);
            attempt(() => updateSession(session.id, { parameters: { think: chosen } }));
          }}
        >
          <option value="">{text.parameters.default}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {text.parameters.thinkChoices[choice]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
