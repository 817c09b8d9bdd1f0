import type { Message, MessageId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatMessageTime } from '../../format/time.ts';
import { useNow } from '../../hooks/use-now.ts';
import { Field } from '../controls/field.tsx';
import { authorOf } from './authors.ts';

export interface VersionChoiceProps {
  readonly label: string;
  readonly versions: readonly Message[];
  readonly chosen: MessageId;
  readonly onChoose: (id: MessageId) => void;
}

/** One of the versions of a message. */
export function VersionChoice({ label, versions, chosen, onChoose }: VersionChoiceProps) {
  const now = useNow(60_000);
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
          {versions.map((message, index) => (
            <option key={message.id} value={message.id}>
              {text.branches.diff.version(
                index + 1,
                versions.length,
                authorOf(message),
                formatMessageTime(message.createdAt, now),
              )}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
