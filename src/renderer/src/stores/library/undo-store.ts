import { create } from 'zustand';
import type { PromptId } from '#shared/contract/prompts.ts';
import type { BulkChange } from '#shared/contract/sessions.ts';
import type { MessageId, ProjectId, SessionId, TagId } from '#shared/domain.ts';

/** Changes that together take one step back. */
export interface InverseChange {
  readonly sessionIds: readonly SessionId[];
  readonly change: BulkChange;
}

/** Something done that can be undone, with what its undoing needs and what its notice says. */
export type UndoStep =
  | { readonly kind: 'sessions-deleted'; readonly sessionIds: readonly SessionId[]; readonly title: string }
  | {
      readonly kind: 'project-deleted';
      readonly projectId: ProjectId;
      readonly name: string;
      readonly sessions: 'to-inbox' | 'to-trash';
    }
  | { readonly kind: 'tag-deleted'; readonly tagId: TagId; readonly name: string }
  | { readonly kind: 'prompts-deleted'; readonly promptIds: readonly PromptId[]; readonly title: string }
  | { readonly kind: 'branch-deleted'; readonly sessionId: SessionId; readonly messageId: MessageId }
  | {
      readonly kind: 'messages-deleted';
      readonly sessionId: SessionId;
      readonly messageIds: readonly MessageId[];
    }
  | {
      readonly kind: 'session-cleared';
      readonly sessionId: SessionId;
      /** Where its branches began; the one that was shown first. */
      readonly rootIds: readonly MessageId[];
    }
  | {
      readonly kind: 'queued-deleted';
      readonly sessionId: SessionId;
      readonly id: MessageId;
      /** Its first words; empty for files alone. */
      readonly title: string;
    }
  | {
      readonly kind: 'sessions-merged';
      readonly originalIds: readonly SessionId[];
      readonly mergedId: SessionId;
    }
  | {
      readonly kind: 'sessions-changed';
      readonly change: BulkChange;
      readonly inverse: readonly InverseChange[];
      readonly count: number;
      readonly title: string;
    };

export interface DoneStep {
  readonly id: number;
  readonly step: UndoStep;
}

/** Steps kept for Ctrl+Z; older ones are still in the trash. */
const stepLimit = 50;

interface UndoStore {
  /** The newest last. */
  readonly steps: readonly DoneStep[];
  /** Deletions and changes that main has not answered yet; each will push its step, or fail. */
  readonly underWay: readonly Promise<unknown>[];
  begin(work: Promise<unknown>): void;
  end(work: Promise<unknown>): void;
  /** Gives the number the step is known by. */
  push(step: UndoStep): number;
  /** Takes a step out, to undo it; undefined when it is gone already. */
  take(id: number): UndoStep | undefined;
}

let lastId = 0;

export const canUndo = ({ steps, underWay }: UndoStore): boolean => steps.length > 0 || underWay.length > 0;

export const useUndoStore = create<UndoStore>()((set, get) => ({
  steps: [],
  underWay: [],

  begin: (work) => set(({ underWay }) => ({ underWay: [...underWay, work] })),
  end: (work) => set(({ underWay }) => ({ underWay: underWay.filter((other) => other !== work) })),

  push(step) {
    lastId += 1;
    const done = { id: lastId, step };
    set(({ steps }) => ({ steps: [...steps, done].slice(-stepLimit) }));
    return done.id;
  },

  take(id) {
    const found = get().steps.find((done) => done.id === id);
    set(({ steps }) => ({ steps: steps.filter((done) => done.id !== id) }));
    return found?.step;
  },
}));
