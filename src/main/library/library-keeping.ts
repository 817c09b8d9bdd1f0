import type { Emit, EventName, EventPayload } from '#shared/contract/index.ts';
import type { Settings } from '#shared/settings.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import type { OllamaClient } from '../ollama/interface.ts';
import type { PromptsService } from '../prompts/prompts-service.ts';
import { type BranchesService, createBranchesService } from './branches-service.ts';
import { type CopiesService, createCopiesService } from './copies-service.ts';
import { createEraser } from './eraser.ts';
import { createHousekeeping } from './housekeeping.ts';
import type { ProjectsService } from './projects-service.ts';
import { createPromptHistoryService, type PromptHistoryService } from './prompt-history-service.ts';
import { createRetentionService, type RetentionService } from './retention-service.ts';
import type { RunningReplies } from './running-replies.ts';
import type { SessionsService } from './sessions-service.ts';
import type { TagsService } from './tags-service.ts';
import { createTitlesService } from './titles-service.ts';
import { createTrashService, type TrashService } from './trash-service.ts';

export interface LibraryKeepingOptions {
  readonly db: AsyncDatabase;
  readonly replies: RunningReplies;
  readonly sessions: SessionsService;
  readonly projects: ProjectsService;
  readonly tags: TagsService;
  readonly prompts: PromptsService;
  readonly ollama: () => OllamaClient;
  readonly isDemo: () => boolean;
  readonly settings: () => Settings;
  readonly drainIndex: () => Promise<void>;
  readonly emit: Emit;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/** What brings things into and out of the library besides its own services, put together. */
export interface LibraryKeeping {
  readonly branches: BranchesService;
  readonly copies: CopiesService;
  readonly trash: TrashService;
  readonly retention: RetentionService;
  readonly promptHistory: PromptHistoryService;
  /** To be told of every event of the program. */
  heard(name: EventName, payload: unknown): void;
  start(): void;
  close(): Promise<void>;
}

export function createLibraryKeeping(options: LibraryKeepingOptions): LibraryKeeping {
  const { db, replies, emit, now, settings } = options;
  const isAnswering = () => replies.busy().length > 0;
  const eraser = createEraser({
    db,
    drainIndex: options.drainIndex,
    isAnswering,
    onMarked: () => emit('trash:changed', null),
    onProgress: (progress) => emit('trash:erasing', progress),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const branches = createBranchesService({ ...options, replies });
  const retention = createRetentionService({ db, settings, replies, emit, now });
  const titles = createTitlesService({
    db,
    ollama: options.ollama,
    isDemo: options.isDemo,
    settings,
    isAnswering,
    emit,
  });
  const housekeeping = createHousekeeping({
    eraser,
    retention,
    settings,
    now,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onProblem: (thrown) => options.log(`Housekeeping: ${String(thrown)}`),
  });
  let known = settings();

  return {
    branches,
    retention,
    promptHistory: createPromptHistoryService({ db, sweep: eraser.sweep }),
    copies: createCopiesService({ db, replies, sweep: eraser.sweep, emit, now }),
    trash: createTrashService({
      db,
      eraser,
      sessions: options.sessions,
      projects: options.projects,
      tags: options.tags,
      prompts: options.prompts,
      restoreBranches: branches.restore,
      emit,
      now,
    }),

    heard(name, payload) {
      if (name === 'chat:ended') void titles.answerEnded(payload as EventPayload<'chat:ended'>);
      if (name === 'chat:started') titles.cancel();
      if (name !== 'settings:changed') return;
      housekeeping.settingsChanged(known, settings());
      known = settings();
    },
    start: housekeeping.start,
    async close() {
      titles.cancel();
      await housekeeping.close();
    },
  };
}
