import { useState } from 'react';
import { systemPromptLimit } from '#shared/contract/sessions.ts';
import type { Session } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import { LateField } from '../controls/late-field.tsx';
import { ParameterField } from './parameter-field.tsx';
import { allToDefault, parameterNames } from './parameter-fields.ts';
import styles from './parameters-panel.module.css';
import { ThinkField } from './think-field.tsx';

/** System prompt and parameters of the open session, in a sheet beside the conversation. */
export function ParametersPanel() {
  const isOpen = useViewStore((store) => store.dialog === 'parameters');
  const closeDialog = useViewStore((store) => store.closeDialog);
  const session = useChatStore(({ openSessionId, conversations }) =>
    openSessionId === null ? undefined : conversations[openSessionId]?.session,
  );
  if (session === undefined) return null;
  return (
    <DialogFrame
      title={text.parameters.title}
      description={text.parameters.intro}
      isOpen={isOpen}
      onClose={closeDialog}
      place="sheet"
    >
      <ParametersForm key={session.id} session={session} />
    </DialogFrame>
  );
}

function ParametersForm({ session }: { readonly session: Session }) {
  const updateSession = useChatStore((store) => store.updateSession);
  // Counts the times all fields were emptied, to make them anew.
  const [resets, setResets] = useState(0);
  const { id, parameters, systemPrompt } = session;
  const hasChanges = Object.keys(parameters).length > 0;

  function clearAll(): void {
    attempt(() => updateSession(id, { parameters: allToDefault }));
    setResets(resets + 1);
  }

  return (
    <div className={styles['form']}>
      <LateField
        label={text.parameters.systemPrompt}
        hint={text.parameters.systemPromptHint}
        value={systemPrompt}
        rows={5}
        problemOf={(entered) =>
          entered.length > systemPromptLimit ? text.parameters.problems.tooLong : undefined
        }
        onSave={(entered) => attempt(() => updateSession(id, { systemPrompt: entered }))}
      />
      <div key={resets} className={styles['grid']}>
        {parameterNames.map((name) => (
          <ParameterField key={name} name={name} session={session} />
        ))}
        <ThinkField session={session} />
      </div>
      <p className={styles['note']}>{text.parameters.reloadNote}</p>
      <Button className={styles['clear']} disabled={!hasChanges} onClick={clearAll}>
        {text.parameters.clearAll}
      </Button>
    </div>
  );
}
