import * as v from 'valibot';
import { type SessionId, type ThinkChoice, thinkChoices, thinkChoicesOf } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useChatStore } from '../../../stores/chat/chat-store.ts';
import { useModelsStore } from '../../../stores/window/models-store.ts';
import { Field } from '../../controls/field.tsx';
import { type ParameterName, shownValue } from '../../parameters/parameter-fields.ts';
import styles from './again-form.module.css';
import { answerParameterNames, type EnteredParameters, problemsOf } from './answer-parameters.ts';

export interface AnswerParametersProps {
  readonly sessionId: SessionId;
  /** Those that will answer. */
  readonly models: readonly string[];
  readonly entered: EnteredParameters;
  readonly think: ThinkChoice | null;
  readonly onEnter: (name: ParameterName, value: string) => void;
  readonly onThink: (think: ThinkChoice | null) => void;
}

const words = text.answers.again;
const chosenSchema = v.nullable(v.picklist(thinkChoices));

/** Parameters that hold for one answer, laid over those of the session. */
export function AnswerParameters(props: AnswerParametersProps) {
  const { sessionId, models, entered, think, onEnter, onThink } = props;
  const parameters = useChatStore(({ conversations }) => conversations[sessionId]?.session.parameters);
  const installed = useModelsStore((store) => store.models);
  const problems = problemsOf(entered);
  const known = installed.filter(({ name }) => models.includes(name));
  const first = known[0];
  // Only what all of them can.
  const choices =
    first === undefined || known.length < models.length
      ? []
      : thinkChoicesOf(first).filter((choice) =>
          known.every((model) => thinkChoicesOf(model).includes(choice)),
        );
  return (
    <details className={styles['parameters']}>
      <summary>{words.parameters}</summary>
      <p className={styles['hint']}>{words.parametersHint}</p>
      <div className={styles['grid']}>
        {answerParameterNames.map((name) => (
          <Field key={name} label={text.parameters.names[name]} problem={problems[name]}>
            {(control) => (
              <input
                {...control}
                value={entered[name] ?? ''}
                placeholder={shownValue(parameters ?? {}, name) || text.parameters.default}
                spellCheck={false}
                autoComplete="off"
                onChange={(event) => onEnter(name, event.currentTarget.value)}
              />
            )}
          </Field>
        ))}
        {choices.length > 0 && (
          <Field label={text.parameters.think}>
            {(control) => (
              <select
                {...control}
                value={think !== null && choices.includes(think) ? think : ''}
                onChange={({ target }) =>
                  onThink(v.parse(chosenSchema, target.value === '' ? null : target.value))
                }
              >
                <option value="">{words.ofSession}</option>
                {choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {text.parameters.thinkChoices[choice]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
    </details>
  );
}
