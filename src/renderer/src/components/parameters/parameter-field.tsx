import type { Session } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { useChatStore } from '../../stores/chat-store.ts';
import { LateField } from '../controls/late-field.tsx';
import { enterParameter, type ParameterName, shownValue } from './parameter-fields.ts';
import styles from './parameters-panel.module.css';

export interface ParameterFieldProps {
  readonly name: ParameterName;
  readonly session: Session;
}

/** One parameter of a session. */
export function ParameterField({ name, session }: ParameterFieldProps) {
  const updateSession = useChatStore((store) => store.updateSession);

  function problemOf(entered: string): string | undefined {
    const entry = enterParameter(session.parameters, name, entered);
    return entry.isValid ? undefined : entry.problem;
  }

  function save(entered: string): void {
    attempt(async () => {
      // Another field may have been saved since this one was drawn.
      const present = useChatStore.getState().conversations[session.id]?.session ?? session;
      const entry = enterParameter(present.parameters, name, entered);
      if (entry.isValid) await updateSession(session.id, { parameters: entry.parameters });
    });
  }

  const isWide = name === 'stop';
  return (
    <div className={isWide ? styles['wide'] : undefined}>
      <LateField
        label={text.parameters.names[name]}
        hint={name === 'stop' ? text.parameters.stopHint : text.parameters.hints[name]}
        value={shownValue(session.parameters, name)}
        placeholder={text.parameters.default}
        rows={name === 'stop' ? 2 : undefined}
        problemOf={problemOf}
        onSave={save}
      />
    </div>
  );
}
