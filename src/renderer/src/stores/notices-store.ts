import { create } from 'zustand';
import type { StartNotice } from '#shared/contract/app.ts';
import type { ProjectId, SessionId } from '#shared/domain.ts';
import type { ErrorReport } from '#shared/errors.ts';

export type NoticeContent =
  | { readonly kind: 'session-deleted'; readonly sessionId: SessionId; readonly title: string }
  | { readonly kind: 'project-deleted'; readonly projectId: ProjectId; readonly name: string }
  | { readonly kind: 'exported'; readonly path: string }
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
  announce(sentence: string): void;
}

const undoMs = 10_000;
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

  announce(sentence) {
    lastId += 1;
    set({ announcement: { id: lastId, sentence } });
  },
}));

let lastId = 0;

/** The newest deletion that can be undone. */
export function lastUndoable(notices: readonly Notice[]): Notice | undefined {
  return notices.findLast(({ content }) => isUndoable(content));
}

export function isUndoable(content: NoticeContent): boolean {
  return content.kind === 'session-deleted' || content.kind === 'project-deleted';
}

function durationOf(content: NoticeContent): number | null {
  if (isUndoable(content)) return undoMs;
  return content.kind === 'copied' ? shortMs : content.kind === 'exported' ? undoMs : null;
}

function isSame(one: NoticeContent, other: NoticeContent): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
