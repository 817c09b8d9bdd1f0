import { GitCompareArrows, ListChecks, MessageSquareDashed, MessageSquareShare } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { chooseMessages, compareVersions, copyPart } from '../../actions/branches.ts';
import type { MessageAction } from './message-action.ts';

const words = text.branches;

/** What makes another session or another branch out of a message. */
export const branchActions: readonly MessageAction[] = [
  {
    id: 'compare',
    group: 'branch',
    place: 'menu',
    key: 'D',
    icon: GitCompareArrows,
    label: () => words.compareVersions,
    name: words.compareVersions,
    appliesTo: ({ siblingIds }) => siblingIds.length > 1,
    run: async (message) => compareVersions(message),
  },
  {
    id: 'new-session-head',
    group: 'branch',
    place: 'menu',
    key: 'B',
    icon: MessageSquareShare,
    label: () => words.newSessionHead,
    name: words.newSessionHead,
    appliesTo: (_, { isBusy }) => !isBusy,
    run: ({ sessionId, id: messageId }) => copyPart(sessionId, { kind: 'head', messageId }),
  },
  {
    id: 'new-session-tail',
    group: 'branch',
    place: 'menu',
    key: 'Shift+B',
    icon: MessageSquareDashed,
    label: () => words.newSessionTail,
    name: words.newSessionTail,
    appliesTo: (_, { isBusy }) => !isBusy,
    run: ({ sessionId, id: messageId }) => copyPart(sessionId, { kind: 'tail', messageId }),
  },
  {
    id: 'select',
    group: 'branch',
    place: 'menu',
    key: 'X',
    icon: ListChecks,
    label: () => words.selectFromHere,
    name: words.selectFromHere,
    appliesTo: () => true,
    run: async ({ sessionId, id }) => chooseMessages(sessionId, id),
  },
];
