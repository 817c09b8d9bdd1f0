import type { Emit } from '#shared/contract/index.ts';
import type { RetentionPreview } from '#shared/contract/trash.ts';
import type { SessionId } from '#shared/domain.ts';
import type { Retention, Settings } from '#shared/settings.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import { chunkSize } from './chunks.ts';
import type { RunningReplies } from './running-replies.ts';

const dayMs = 24 * 60 * 60 * 1_000;
/** Enough to see what kind of sessions would go. */
const exampleCount = 50;

export interface RetentionServiceOptions {
  readonly db: AsyncDatabase;
  readonly settings: () => Settings;
  readonly replies: Pick<RunningReplies, 'busy'>;
  readonly emit: Emit;
  readonly now: () => number;
}

export interface RetentionService {
  /** What a policy would do now, without doing it. */
  preview(retention: Retention): Promise<RetentionPreview>;
  /** Sends to the trash what the policy of the settings does not keep. */
  apply(): Promise<void>;
}

export function createRetentionService(options: RetentionServiceOptions): RetentionService {
  const { db, emit, now } = options;

  function list(retention: Retention, limit: number): Promise<RetentionPreview> {
    const { maxAgeDays } = retention;
    const oldest = maxAgeDays === null ? null : now() - maxAgeDays * dayMs;
    return db.listExpired({ retention, oldest, answering: options.replies.busy(), limit });
  }

  return {
    preview: async (retention) =>
      hasLimit(retention) ? list(retention, exampleCount) : { count: 0, examples: [] },

    async apply() {
      const gone: SessionId[] = [];
      try {
        for (;;) {
          // Read anew each time: somebody may have switched it off meanwhile.
          const { retention } = options.settings();
          if (!hasLimit(retention)) return;
          const { examples } = await list(retention, chunkSize);
          const sessionIds = examples.map(({ id }) => id);
          const { keepTagged } = retention;
          const trashed = await db.trashExpired({
            sessionIds,
            keepTagged,
            answering: options.replies.busy(),
            at: now(),
          });
          if (trashed.length === 0) return;
          emit('sessions:removed', trashed);
          gone.push(...trashed);
        }
      } finally {
        if (gone.length > 0) {
          emit('trash:changed', null);
          emit('projects:changed', null);
        }
      }
    },
  };
}

function hasLimit({ maxSessions, maxAgeDays }: Retention): boolean {
  return maxSessions !== null || maxAgeDays !== null;
}
