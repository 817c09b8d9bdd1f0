import { Copy, CopyPlus } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { copyText } from '../../clipboard.ts';
import type { MessageAction } from './message-action.ts';

const words = text.messageActions;

export const copyActions: readonly MessageAction[] = [
  {
    id: 'copy',
    group: 'copy',
    place: 'foot',
    key: 'C',
    icon: Copy,
    label: () => text.chat.copyMessage,
    name: words.copyMarkdown,
    word: text.chat.copy,
    isConfirmed: true,
    appliesTo: (_, { content }) => content !== '',
    run: (_, { content }) => copyText(content),
  },
  {
    id: 'copy-formatted',
    group: 'copy',
    place: 'menu',
    key: 'Shift+C',
    icon: CopyPlus,
    label: () => words.copyFormatted,
    name: words.copyFormatted,
    isConfirmed: true,
    appliesTo: (message, { content }) => content !== '' && message.status !== 'streaming',
    run: async (message, { content }) =>
      (await import('../../actions/copy-formatted.ts')).copyFormatted(message, content),
  },
];
