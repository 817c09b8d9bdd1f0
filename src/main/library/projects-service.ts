import type { Emit, RequestInput } from '#shared/contract/index.ts';
import type { Project } from '#shared/domain.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import { chunkSize } from './chunks.ts';
import { newId } from './ids.ts';
import { type RunningReplies, stopReplies } from './running-replies.ts';

export interface ProjectsServiceOptions {
  readonly db: AsyncDatabase;
  readonly replies: RunningReplies;
  readonly emit: Emit;
  readonly now: () => number;
}

export interface ProjectsService {
  create(input: RequestInput<'projects:create'>): Promise<Project>;
  update(input: RequestInput<'projects:update'>): Promise<Project>;
  /** The sessions go to the Inbox, or to the trash with it; `restore` brings them back. */
  trash(input: RequestInput<'projects:trash'>): Promise<void>;
  restore(input: RequestInput<'projects:restore'>): Promise<Project>;
}

export function createProjectsService(options: ProjectsServiceOptions): ProjectsService {
  const { db, emit, now } = options;

  async function told<Value>(change: Promise<Value>): Promise<Value> {
    const value = await change;
    emit('projects:changed', null);
    return value;
  }

  async function trash({ projectId, sessions }: RequestInput<'projects:trash'>): Promise<void> {
    if (sessions === 'to-trash') {
      await stopReplies(options.replies, async (sessionId) => {
        return (await db.getSession({ sessionId })).projectId === projectId;
      });
    }
    const at = now();
    for (;;) {
      const gone = await db.trashProject({ projectId, sessions, at, limit: chunkSize });
      if (gone.changed.length > 0) emit('sessions:changed', gone.changed);
      if (gone.removed.length > 0) emit('sessions:removed', gone.removed);
      if (gone.isDone) return;
    }
  }

  async function restore({ projectId }: RequestInput<'projects:restore'>): Promise<Project> {
    let wentAt: number | null = null;
    for (;;) {
      const back = await db.restoreProject({ projectId, at: now(), wentAt, limit: chunkSize });
      if (back.changed.length > 0) emit('sessions:changed', back.changed);
      if (back.isDone) return back.project;
      wentAt = back.wentAt;
    }
  }

  return {
    create: ({ name }) => told(db.createProject({ id: newId(), name, at: now() })),
    update: (input) => told(db.updateProject({ ...input, at: now() })),
    async trash(input) {
      try {
        await trash(input);
      } finally {
        // Also when it ended half way: some of its sessions are elsewhere by then.
        emit('trash:changed', null);
        emit('projects:changed', null);
      }
    },
    async restore(input) {
      try {
        return await restore(input);
      } finally {
        emit('trash:changed', null);
        emit('projects:changed', null);
      }
    },
  };
}
