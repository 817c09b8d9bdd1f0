import * as v from 'valibot';
import { create } from 'zustand';
import { repliesAtOnce } from '#shared/contract/chat.ts';
import { type Message, type MessageId, messageIdSchema } from '#shared/domain.ts';
import { recallRecord, rememberRecord } from '../window/remembered-record.ts';

interface SideBySideStore {
  /** By the question they answer: the answers shown beside each other. */
  readonly forks: Readonly<Record<MessageId, readonly MessageId[]>>;
  open(questionId: MessageId, answerIds: readonly MessageId[]): void;
  fold(questionId: MessageId): void;
}

const forkLimit = 500;
const storedSchema = v.pipe(v.array(messageIdSchema), v.minLength(2), v.maxLength(repliesAtOnce));

/** Which answers stand side by side in this window, until one is kept or they are folded. */
export const useSideBySideStore = create<SideBySideStore>()((set) => ({
  forks: recallRecord('side-by-side', storedSchema),
  open(questionId, answerIds) {
    set(({ forks: { [questionId]: _, ...others } }) => ({ forks: { ...others, [questionId]: answerIds } }));
  },
  fold: (questionId) => set(({ forks: { [questionId]: _, ...forks } }) => ({ forks })),
}));

useSideBySideStore.subscribe(({ forks }) => rememberRecord('side-by-side', forks, forkLimit));

const noColumns: readonly MessageId[] = [];

/** The answers that stand beside each other in the place of this one, itself included; none = it stands alone. */
export function columnsOf(
  forks: SideBySideStore['forks'],
  { id, parentId, siblingIds }: Pick<Message, 'id' | 'parentId' | 'siblingIds'>,
): readonly MessageId[] {
  // Some may be gone by now.
  const left = parentId === null ? undefined : forks[parentId]?.filter((each) => siblingIds.includes(each));
  return left === undefined || left.length < 2 || !left.includes(id) ? noColumns : left;
}

/** The answers to be shown beside this one: all of them, or those nearest to it. */
export function columnsAround({ id, siblingIds }: Pick<Message, 'id' | 'siblingIds'>): readonly MessageId[] {
  const from = Math.min(siblingIds.indexOf(id), Math.max(0, siblingIds.length - repliesAtOnce));
  return siblingIds.slice(Math.max(0, from), Math.max(0, from) + repliesAtOnce);
}
