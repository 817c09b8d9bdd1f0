import type { AsyncDatabase } from '../db/interface.ts';
import type { Eraser } from './eraser.ts';

export interface PromptHistoryService {
  /** Forgets everything that was sent, in every file too; the messages themselves stay. */
  clear(): Promise<void>;
}

export function createPromptHistoryService({
  db,
  sweep,
}: {
  readonly db: Pick<AsyncDatabase, 'clearPromptHistory'>;
  readonly sweep: Eraser['sweep'];
}): PromptHistoryService {
  return {
    async clear() {
      await db.clearPromptHistory();
      await sweep();
    },
  };
}
