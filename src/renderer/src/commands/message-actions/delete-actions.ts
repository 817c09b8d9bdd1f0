import { Eraser, Trash2 } from 'lucide-react';
import type { Message, MessageId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { deleteMessages } from '../../actions/branches.ts';
import { deleteBranch } from '../../actions/deleting.ts';
import { focusOnMessage } from '../../focus.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import type { MessageAction } from './message-action.ts';

/** What comes after a message goes on being read, or else what came before it. There Ctrl+Z takes the deletion back. */
function besideOf({ id, sessionId, parentId }: Message): MessageId | null {
  const messages = useChatStore.getState().conversations[sessionId]?.messages ?? [];
  const index = messages.findIndex((message) => message.id === id);
  // One of several answers beside each other need not be on the branch.
  return index < 0 ? parentId : (messages[index + 1]?.id ?? parentId);
}

export const deleteActions: readonly MessageAction[] = [
  {
    id: 'delete-one',
    group: 'delete',
    place: 'menu',
    key: 'Delete',
    icon: Eraser,
    label: () => text.branches.deleteOne,
    name: text.branches.deleteOne,
    appliesTo: (_, { isBusy }) => !isBusy,
    run: async (message) => {
      const beside = besideOf(message);
      await deleteMessages(message.sessionId, [message.id]);
      focusOnMessage(beside);
    },
  },
  {
    id: 'delete-branch',
    group: 'delete',
    place: 'foot',
    key: 'Shift+Delete',
    icon: Trash2,
    label: () => text.chat.deleteBranch,
    name: text.chat.deleteBranch,
    appliesTo: (message, { isBusy }) => !isBusy && (message.role === 'user' || message.role === 'assistant'),
    run: async ({ id, sessionId, parentId }) => {
      await deleteBranch(sessionId, id);
      focusOnMessage(parentId);
    },
  },
];
