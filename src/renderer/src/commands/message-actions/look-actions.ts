import { ChevronsDownUp, Lightbulb, Pause, Volume2 } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { foldText } from '../../format/long-text.ts';
import { useMessageFolds } from '../../stores/chat/message-folds-store.ts';
import type { MessageAction } from './message-action.ts';

const words = text.messageActions;

/** How a message is shown, or heard. */
export const lookActions: readonly MessageAction[] = [
  {
    id: 'fold',
    group: 'look',
    place: 'menu',
    key: 'O',
    icon: ChevronsDownUp,
    label: (_, { isFolded }) => (isFolded ? words.unfold : words.fold),
    name: words.foldOrUnfold,
    appliesTo: ({ role }, { content, thinking }) =>
      (role === 'user' || role === 'assistant') && content + thinking !== '',
    run: async ({ id }) => useMessageFolds.getState().toggleMessage(id),
  },
  {
    id: 'fold-part',
    group: 'look',
    place: 'menu',
    key: 'T',
    icon: Lightbulb,
    label: (message) => (message.role === 'user' ? words.toggleLongText : words.toggleThinking),
    name: words.togglePart,
    appliesTo: ({ role }, { content, thinking }) =>
      role === 'user' ? foldText(content).isFolded : role === 'assistant' && thinking !== '',
    run: async ({ id }, { isPartOpen }) => useMessageFolds.getState().setPart(id, !isPartOpen),
  },
  {
    id: 'read-aloud',
    group: 'look',
    place: 'menu',
    key: 'S',
    icon: Volume2,
    label: (_, { isReadAloud }) => (isReadAloud ? words.stopReading : words.readAloud),
    name: words.readAloud,
    appliesTo: ({ role }, { content }) => role === 'assistant' && content !== '',
    run: async (message, { content }) =>
      (await import('../../actions/read-aloud.ts')).toggleReading(message, content),
  },
  {
    id: 'pause-reading',
    group: 'look',
    place: 'menu',
    key: 'Shift+S',
    icon: Pause,
    label: (_, { isReadingPaused }) => (isReadingPaused ? words.resumeReading : words.pauseReading),
    name: words.pauseReading,
    appliesTo: (_, { isReadAloud }) => isReadAloud,
    run: async () => (await import('../../actions/read-aloud.ts')).togglePause(),
  },
];
