import {
  ArrowRightToLine,
  Columns2,
  Info,
  ListMinus,
  ListPlus,
  Pencil,
  RotateCcw,
  WandSparkles,
} from 'lucide-react';
import { canContinue, type Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import {
  answerLonger,
  answerShorter,
  openAnswerAgain,
  openProvenance,
} from '../../actions/answering-again.ts';
import { askOnceMore, toggleSideBySide } from '../../actions/side-by-side.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useEditsStore } from '../../stores/chat/edits-store.ts';
import { columnsOf, useSideBySideStore } from '../../stores/chat/side-by-side-store.ts';
import type { MessageAction, MessageState } from './message-action.ts';

const words = text.answers;

/** The note about what went wrong has that button already. */
function hasOwnRetry({ status }: Message): boolean {
  return status === 'failed' || status === 'interrupted';
}

function canAskAgain({ role, parentId }: Message, { isBusy }: MessageState): boolean {
  return role === 'assistant' && parentId !== null && !isBusy;
}

/** What has to do with how an answer is made. */
export const answerActions: readonly MessageAction[] = [
  {
    id: 'edit',
    group: 'answer',
    place: 'foot',
    key: 'E',
    icon: Pencil,
    label: ({ role }) => (role === 'assistant' ? words.edit.answer : words.edit.question),
    name: words.edit.name,
    appliesTo: ({ role, status }) => role === 'user' || (role === 'assistant' && status !== 'streaming'),
    run: async (message) => useEditsStore.getState().begin(message),
  },
  {
    id: 'retry',
    group: 'answer',
    place: 'foot',
    key: 'R',
    icon: RotateCcw,
    label: () => text.chat.retryAnswer,
    name: text.chat.retryAnswer,
    word: text.chat.retry,
    appliesTo: (message, state) => canAskAgain(message, state) && !hasOwnRetry(message),
    run: (message) => askOnceMore(message),
  },
  {
    id: 'answer-again',
    group: 'answer',
    place: 'foot',
    key: 'Shift+R',
    icon: WandSparkles,
    label: () => words.again.action,
    name: words.again.action,
    appliesTo: canAskAgain,
    run: async (message) => openAnswerAgain(message),
  },
  {
    id: 'shorter',
    group: 'answer',
    place: 'menu',
    key: null,
    icon: ListMinus,
    label: () => words.again.shorter,
    name: words.again.shorter,
    appliesTo: (message, state) => canAskAgain(message, state) && message.content !== '',
    run: answerShorter,
  },
  {
    id: 'longer',
    group: 'answer',
    place: 'menu',
    key: null,
    icon: ListPlus,
    label: () => words.again.longer,
    name: words.again.longer,
    appliesTo: (message, state) => canAskAgain(message, state) && message.content !== '',
    run: answerLonger,
  },
  {
    id: 'continue',
    group: 'answer',
    place: 'menu',
    key: 'N',
    icon: ArrowRightToLine,
    label: () => words.goOn.action,
    name: words.goOn.action,
    appliesTo: (message, { isBusy }) => !isBusy && canContinue(message),
    run: (message) => useChatStore.getState().continueReply(message),
  },
  {
    id: 'side-by-side',
    group: 'answer',
    place: 'menu',
    key: 'V',
    icon: Columns2,
    label: (message) =>
      columnsOf(useSideBySideStore.getState().forks, message).length > 0
        ? words.sideBySide.fold
        : words.sideBySide.action,
    name: words.sideBySide.name,
    appliesTo: ({ role, parentId, siblingIds }) =>
      role === 'assistant' && parentId !== null && siblingIds.length > 1,
    run: toggleSideBySide,
  },
  {
    id: 'provenance',
    group: 'answer',
    place: 'menu',
    key: 'I',
    icon: Info,
    label: () => words.provenance.action,
    name: words.provenance.action,
    appliesTo: ({ role, status }) => role === 'assistant' && status !== 'streaming',
    run: async (message) => openProvenance(message),
  },
];
