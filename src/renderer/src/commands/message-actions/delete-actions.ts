import { Eraser, Trash2 } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { deleteMessages } from '../../actions/branches.ts';
import { deleteBranch } from '../../actions/deleting.ts';
import { focusOn } from '../../focus.ts';
import type { MessageAction } from './message-action.ts';

export const deleteActions: readonly MessageAction[] = [
  {
    id: 'delete-one',
    group: 'delete',
    place: 'menu',
    key: 'Shift+Delete',
    icon: Eraser,
    label: () => text.branches.deleteOne,
    name: text.branches.deleteOne,
    appliesTo: (_, { isBusy }) => !isBusy,
    run: async ({ id, sessionId }) => {
      await deleteMessages(sessionId, [id]);
      // Where Ctrl+Z takes it back.
      focusOn('transcript');
    },
  },
  {
    id: 'delete-branch',
    group: 'delete',
    place: 'foot',
    key: 'Delete',
    icon: Trash2,
    label: () => text.chat.deleteBranch,
    name: text.chat.deleteBranch,
    appliesTo: (message, { isBusy }) => !isBusy && (message.role === 'user' || message.role === 'assistant'),
    run: async ({ id, sessionId }) => {
      await deleteBranch(sessionId, id);
      // Where Ctrl+Z takes it back.
      focusOn('transcript');
    },
  },
];
