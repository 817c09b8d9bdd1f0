import type { Emit, RequestInput } from '#shared/contract/index.ts';
import type { OpenedSession } from '#shared/contract/library.ts';
import { type Session, type SessionId, summaryOf } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { Settings } from '#shared/settings.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import type { ModelsService } from '../models/models-service.ts';
import { newId } from './ids.ts';

/** Messages read when a session is opened: a few screens, so that opening costs the same at any length. */
const openPageSize = 50;

export interface SessionsServiceOptions {
  readonly db: AsyncDatabase;
  readonly models: ModelsService;
  readonly settings: () => Settings;
  readonly emit: Emit;
  readonly now: () => number;
}

export interface SessionsService {
  create(input: RequestInput<'sessions:create'>): Promise<Session>;
  open(sessionId: SessionId): Promise<OpenedSession>;
  update(input: RequestInput<'sessions:update'>): Promise<Session>;
  trash(sessionId: SessionId): Promise<void>;
  restore(sessionId: SessionId): Promise<Session>;
  selectBranch(input: RequestInput<'sessions:select-branch'>): Promise<OpenedSession>;
}

/** The rules of sessions above their rows: which model a new one gets, what is checked, who is told. */
export function createSessionsService(options: SessionsServiceOptions): SessionsService {
  const { db, models, emit } = options;

  /** A1: an unknown model is refused; while Ollama is away the session is created and marked unchecked. */
  async function chooseModel(
    wanted: string | null,
  ): Promise<{ readonly model: string | null; readonly isModelChecked: boolean }> {
    if (wanted !== null) return { model: wanted, isModelChecked: await models.isInstalled(wanted) };
    try {
      const model = await models.defaultModel();
      return { model, isModelChecked: model !== null };
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      const preferred = options.settings().defaultModel;
      return { model: preferred === '' ? null : preferred, isModelChecked: false };
    }
  }

  /** A session made while no model was known gets one as soon as one is. */
  async function withModel(session: Session): Promise<Session> {
    if (session.model !== null) return session;
    const { model, isModelChecked } = await chooseModel(null);
    if (model === null) return session;
    return db.updateSession({ sessionId: session.id, changes: { model, isModelChecked } });
  }

  function open(sessionId: SessionId): Promise<OpenedSession> {
    return db.openSession({ sessionId, limit: openPageSize });
  }

  return {
    async create({ projectId, model: wanted }) {
      const empty = await db.findEmptySession({ projectId });
      if (empty !== undefined && (wanted === null || wanted === empty.model)) return withModel(empty);
      const session = await db.createSession({
        id: newId(),
        projectId,
        ...(await chooseModel(wanted)),
        systemPrompt: options.settings().defaultSystemPrompt,
        parameters: {},
        at: options.now(),
      });
      emit('session:changed', summaryOf(session));
      return session;
    },

    open,

    async update({ sessionId, changes }) {
      const isModelChecked =
        changes.model === undefined ? undefined : await models.isInstalled(changes.model);
      const session = await db.updateSession({ sessionId, changes: { ...changes, isModelChecked } });
      emit('session:changed', summaryOf(session));
      return session;
    },

    async trash(sessionId) {
      await db.trashSession({ sessionId, at: options.now() });
      emit('session:removed', { sessionId });
    },

    async restore(sessionId) {
      const session = await db.restoreSession({ sessionId });
      emit('session:changed', summaryOf(session));
      return session;
    },

    async selectBranch({ sessionId, messageId }) {
      await db.selectBranch({ sessionId, messageId });
      return open(sessionId);
    },
  };
}
