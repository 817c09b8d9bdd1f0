import type { Session } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
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
    const entry = enterParameter(name, entered);
    return entry.isValid ? undefined : entry.problem;
  }

  function save(entered: string): void {
    const entry = enterParameter(name, entered);
    if (entry.isValid) attempt(() => updateSession(session.id, { parameters: entry.changes }));
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
