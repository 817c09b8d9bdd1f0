import type { Emit } from '#shared/contract/index.ts';
import type { Project, ProjectId } from '#shared/domain.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import { newId } from './ids.ts';

export interface ProjectsServiceOptions {
  readonly db: AsyncDatabase;
  readonly emit: Emit;
  readonly now: () => number;
}

export interface ProjectsService {
  create(name: string): Promise<Project>;
  rename(projectId: ProjectId, name: string): Promise<Project>;
  /** The sessions go to the Inbox; `restore` brings them back. */
  trash(projectId: ProjectId): Promise<void>;
  restore(projectId: ProjectId): Promise<Project>;
}

export function createProjectsService({ db, emit, now }: ProjectsServiceOptions): ProjectsService {
  async function told<Value>(change: Promise<Value>): Promise<Value> {
    const value = await change;
    emit('projects:changed', null);
    return value;
  }
  return {
    create: (name) => told(db.createProject({ id: newId(), name, at: now() })),
    rename: (projectId, name) => told(db.renameProject({ projectId, name, at: now() })),
    trash: (projectId) => told(db.trashProject({ projectId, at: now() })),
    restore: (projectId) => told(db.restoreProject({ projectId, at: now() })),
  };
}
