import { create } from 'zustand';
import type { Message } from '#shared/domain.ts';

/** A session on its way to paper. */
export interface PrintJob {
  readonly title: string;
  /** Those read so far. */
  readonly messages: readonly Message[];
  /** All of them are read. */
  readonly isRead: boolean;
}

interface PrintStore {
  readonly job: PrintJob | null;
}

export const usePrintStore = create<PrintStore>()(() => ({ job: null }));
