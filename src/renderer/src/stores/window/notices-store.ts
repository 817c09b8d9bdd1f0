import { create } from 'zustand';
import type { StartNotice } from '#shared/contract/app.ts';
import type { LeftOut, TransferKind } from '#shared/contract/transfer.ts';
import type { ErrorReport } from '#shared/errors.ts';
import type { DoneStep } from '../library/undo-store.ts';

export type NoticeContent =
  /** Something done that can be undone. */
  | { readonly kind: 'done'; readonly done: DoneStep }
  /** What was to be undone is gone. */
  | { readonly kind: 'nothing-to-undo' }
  | { readonly kind: 'exported'; readonly path: string; readonly leftOut?: LeftOut }
  /** What came of something that took a while. */
  | { readonly kind: 'told'; readonly sentence: string }
  /** Goes with what it tells of. */
  | { readonly kind: 'working'; readonly work: TransferKind }
  | { readonly kind: 'copied' }
  | { readonly kind: 'copy-failed' }
  | { readonly kind: 'start'; readonly notice: StartNotice }
  | { readonly kind: 'error'; readonly error: ErrorReport }
  /** Something that stays true until the next start or until it is mended. */
  | { readonly kind: 'problem'; readonly error: ErrorReport };

export interface Notice {
  readonly id: number;
  readonly content: NoticeContent;
  /** How long it stays; null = until it is dismissed. */
  readonly durationMs: number | null;
}

interface NoticesStore {
  readonly notices: readonly Notice[];
  /** The last sentence for screen readers; the number makes equal sentences different. */
  readonly announcement: { readonly id: number; readonly sentence: string };
  show(content: NoticeContent): void;
  dismiss(id: number): void;
  /** What a notice told of has come to its end. */
  drop(content: NoticeContent): void;
  /** What a notice offered to undo was undone by a key. */
  undone(stepId: number): void;
  announce(sentence: string): void;
}

const undoMs = 10_000;
const errorMs = 20_000;
const shortMs = 4_000;

/** What the user is told outside the conversation. */
export const useNoticesStore = create<NoticesStore>()((set) => ({
  notices: [],
  announcement: { id: 0, sentence: '' },

  show(content) {
    lastId += 1;
    const notice: Notice = { id: lastId, content, durationMs: durationOf(content) };
    set(({ notices }) => ({
      notices: [...notices.filter((each) => !isSame(each.content, content)), notice],
    }));
  },

  dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),

  drop: (content) =>
    set(({ notices }) => ({ notices: notices.filter((each) => !isSame(each.content, content)) })),

  undone: (stepId) =>
    set(({ notices }) => ({
      notices: notices.filter(({ content }) => content.kind !== 'done' || content.done.id !== stepId),
    })),

  announce(sentence) {
    lastId += 1;
    set({ announcement: { id: lastId, sentence } });
  },
}));

let lastId = 0;

function durationOf(content: NoticeContent): number | null {
  switch (content.kind) {
    case 'done':
    case 'nothing-to-undo':
    case 'exported':
    case 'told':
      return undoMs;
    case 'copied':
      return shortMs;
    // It says what to do, which takes longer to read; what it is about says so itself, or it can be tried again.
    case 'error':
    case 'copy-failed':
      return errorMs;
    case 'working':
    case 'start':
    case 'problem':
      return null;
  }
}

function isSame(one: NoticeContent, other: NoticeContent): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
