import { Trash2 } from 'lucide-react';
import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { deleteBranch } from '../../actions/deleting.ts';
import { focusOn } from '../../focus.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { Button } from '../controls/button.tsx';

export interface DeleteBranchButtonProps {
  readonly message: Message;
}

/** Sends a message and everything below it to the trash. Not while the session is answering. */
export function DeleteBranchButton({ message: { id, sessionId } }: DeleteBranchButtonProps) {
  const isBusy = useChatStore((store) => store.running[sessionId] !== undefined);
  if (isBusy) return null;

  async function deleteAndStay(): Promise<void> {
    await deleteBranch(sessionId, id);
    // Where Ctrl+Z takes it back.
    focusOn('transcript');
  }

  return (
    <Button
      look="quiet"
      aria-label={text.chat.deleteBranch}
      title={text.chat.deleteBranch}
      onClick={() => attempt(deleteAndStay)}
    >
      <Trash2 size={13} aria-hidden />
    </Button>
  );
}
