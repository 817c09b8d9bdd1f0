import { Check, Ellipsis } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import type { MessageAction, MessageState } from '../../commands/message-actions/message-action.ts';
import { actionsFor } from '../../commands/message-actions/message-actions.ts';
import { messageState, useMessageState } from '../../commands/message-actions/message-state.ts';
import { useNoticesStore } from '../../stores/window/notices-store.ts';
import { Button } from '../controls/button.tsx';
import { useOpenMessageMenu } from './message-menu-context.ts';

/** How long a button says that it did what it does. */
const confirmedForMs = 2_000;

export interface MessageActionsProps {
  readonly message: Message;
  /** As shown, of a growing answer too. */
  readonly content: string;
  readonly thinking: string;
}

/** The buttons under a message, and the one that opens its menu. */
export function MessageActions({ message, content, thinking }: MessageActionsProps) {
  const state = useMessageState(message, { content, thinking });
  const actions = actionsFor(message, state);
  return (
    <>
      {actions
        .filter(({ place }) => place === 'foot')
        .map((action) => (
          <ActionButton key={action.id} action={action} message={message} state={state} />
        ))}
      {actions.length > 0 && <MoreButton message={message} />}
    </>
  );
}

interface ActionButtonProps {
  readonly action: MessageAction;
  readonly message: Message;
  readonly state: MessageState;
}

function ActionButton({ action, message, state }: ActionButtonProps) {
  const [isConfirmed, setConfirmed] = useState(false);
  const label = action.label(message, state);
  const Icon = isConfirmed ? Check : action.icon;

  useEffect(() => {
    if (!isConfirmed) return;
    const timer = setTimeout(() => setConfirmed(false), confirmedForMs);
    return () => clearTimeout(timer);
  }, [isConfirmed]);

  async function runAndSay(): Promise<void> {
    const isDone = (await action.run(message, messageState(message))) !== false;
    if (!action.isConfirmed) return;
    const { announce, show } = useNoticesStore.getState();
    setConfirmed(isDone);
    if (isDone) announce(text.notices.copied);
    else show({ kind: 'copy-failed' });
  }

  return (
    <Button
      look="quiet"
      aria-label={label}
      aria-keyshortcuts={action.key ?? undefined}
      title={label}
      onClick={() => attempt(runAndSay)}
    >
      <Icon size={13} aria-hidden />
      {action.word !== undefined && <span data-word>{action.word}</span>}
    </Button>
  );
}

function MoreButton({ message }: { readonly message: Message }) {
  const open = useOpenMessageMenu();
  const author = message.role === 'assistant' ? (message.model ?? text.chat.assistant) : text.chat.you;
  return (
    <Button
      look="quiet"
      aria-label={text.messageActions.moreOf(author)}
      title={text.messageActions.more}
      aria-haspopup="menu"
      onClick={({ currentTarget, detail }) =>
        open({ message, anchor: currentTarget, returnFocusTo: currentTarget, isByKey: detail === 0 })
      }
    >
      <Ellipsis size={14} aria-hidden />
    </Button>
  );
}
