import { NotebookPen } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { saveMessageAsPrompt } from '../../actions/prompts.ts';
import type { MessageAction } from './message-action.ts';

const words = text.prompts;

/** What makes a prompt of the library out of a message. */
export const promptActions: readonly MessageAction[] = [
  {
    id: 'save-as-prompt',
    group: 'copy',
    place: 'menu',
    key: 'P',
    icon: NotebookPen,
    label: () => words.saveMessage,
    name: words.saveMessage,
    appliesTo: ({ role }, { content }) => role === 'user' && content.trim() !== '',
    run: async (_, { content }) => saveMessageAsPrompt(content),
  },
];
