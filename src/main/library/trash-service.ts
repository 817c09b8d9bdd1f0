import type { Emit, RequestInput } from '#shared/contract/index.ts';
import type { TrashedThing, TrashPage } from '#shared/contract/trash.ts';
import type { MessageId, SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import type { PromptsService } from '../prompts/prompts-service.ts';
import type { Eraser } from './eraser.ts';
import type { ProjectsService } from './projects-service.ts';
import type { SessionsService } from './sessions-service.ts';
import type { TagsService } from './tags-service.ts';

export interface TrashServiceOptions {
  readonly db: AsyncDatabase;
  readonly eraser: Eraser;
  readonly sessions: Pick<SessionsService, 'restore'>;
  readonly projects: Pick<ProjectsService, 'restore'>;
  readonly tags: Pick<TagsService, 'restore'>;
  readonly prompts: Pick<PromptsService, 'restore'>;
  readonly restoreBranches: (input: RequestInput<'messages:restore'>) => Promise<unknown>;
  readonly emit: Emit;
  readonly now: () => number;
}

export interface TrashService {
  list(input: RequestInput<'trash:list'>): Promise<TrashPage>;
  restore(input: RequestInput<'trash:restore'>): Promise<void>;
  erase(input: RequestInput<'trash:erase'>): Promise<void>;
  /** What goes to the trash after this moment stays there. */
  empty(): Promise<void>;
}

export function createTrashService(options: TrashServiceOptions): TrashService {
  const { db, eraser, emit } = options;

  return {
    list: (input) => db.listTrash(input),

    /** Projects first, so that their sessions find them. What is gone meanwhile is passed over. */
    async restore({ things }) {
      const sessionIds: SessionId[] = [];
      const branches = new Map<SessionId, MessageId[]>();
      const isOneOfMany = things.length > 1;
      try {
        for (const thing of [...things].sort(projectsFirst)) {
          if (thing.kind === 'session') sessionIds.push(thing.sessionId);
          else if (thing.kind === 'branch') {
            const known = branches.get(thing.sessionId);
            if (known === undefined) branches.set(thing.sessionId, [thing.messageId]);
            else known.push(thing.messageId);
          } else await passOver(restoreOne(thing), isOneOfMany);
        }
        for (const [sessionId, messageIds] of branches) {
          await passOver(options.restoreBranches({ sessionId, messageIds }), isOneOfMany);
        }
        if (sessionIds.length > 0) await options.sessions.restore({ sessionIds });
      } finally {
        emit('trash:changed', null);
      }
    },

    erase: ({ things }) => eraser.erase(things),
    empty: () => eraser.eraseUntil(options.now()),
  };

  async function restoreOne(
    thing: Exclude<TrashedThing, { readonly kind: 'session' | 'branch' }>,
  ): Promise<unknown> {
    switch (thing.kind) {
      case 'project':
        return options.projects.restore({ projectId: thing.projectId });
      case 'tag':
        return options.tags.restore({ tagId: thing.tagId });
      case 'prompt':
        return options.prompts.restore({ promptIds: [thing.promptId] });
    }
  }
}

function projectsFirst(one: TrashedThing, other: TrashedThing): number {
  return Number(other.kind === 'project') - Number(one.kind === 'project');
}

/** One of many that is not there any more must not keep the others from coming back. */
async function passOver(change: Promise<unknown>, isOneOfMany: boolean): Promise<void> {
  try {
    await change;
  } catch (thrown) {
    if (!isOneOfMany || !(thrown instanceof AppError) || thrown.code !== 'not-found') throw thrown;
  }
}
