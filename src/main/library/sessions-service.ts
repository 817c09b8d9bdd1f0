import type { Emit, RequestInput } from '#shared/contract/index.ts';
import type { OpenedSession } from '#shared/contract/sessions.ts';
import { type Session, type SessionId, type SessionSummary, summaryOf } from '#shared/domain.ts';
import type { Settings } from '#shared/settings.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import type { ModelsService } from '../models/models-service.ts';
import { chunksOf } from './chunks.ts';
import { newId } from './ids.ts';
import { isAsNew, newSessionRules } from './new-session.ts';
import { type RunningReplies, stopReplies } from './running-replies.ts';

/** Messages read when a session is opened: two or three screens. More come before they are scrolled to. */
const openPageSize = 20;
/** The same around a message, on either side of it. */
const pageSizeAround = 12;

export interface SessionsServiceOptions {
  readonly db: AsyncDatabase;
  readonly models: ModelsService;
  readonly replies: RunningReplies;
  readonly settings: () => Settings;
  readonly emit: Emit;
  readonly now: () => number;
}

export interface SessionsService {
  create(input: RequestInput<'sessions:create'>): Promise<Session>;
  open(input: RequestInput<'sessions:open'>): Promise<OpenedSession>;
  update(input: RequestInput<'sessions:update'>): Promise<Session>;
  changeMany(input: RequestInput<'sessions:change-many'>): Promise<readonly SessionSummary[]>;
  trash(input: RequestInput<'sessions:trash'>): Promise<readonly SessionId[]>;
  restore(input: RequestInput<'sessions:restore'>): Promise<readonly SessionSummary[]>;
  openAt(input: RequestInput<'sessions:open-at'>): Promise<OpenedSession>;
  selectBranch(input: RequestInput<'sessions:select-branch'>): Promise<OpenedSession>;
}

/** The rules of sessions above their rows: what a new one begins with, what is checked, who is told. */
export function createSessionsService(options: SessionsServiceOptions): SessionsService {
  const { db, models, emit, now } = options;
  const { defaultsOf, chooseModel } = newSessionRules(options);

  function tell(summaries: readonly SessionSummary[]): void {
    if (summaries.length > 0) emit('sessions:changed', summaries);
  }

  /** A session made while no model was known gets one as soon as one is. */
  async function withModel(session: Session): Promise<Session> {
    if (session.model !== null) return session;
    const { model, isModelChecked } = await chooseModel(null, null);
    if (model === null) return session;
    return db.updateSession({ sessionId: session.id, changes: { model, isModelChecked } });
  }

  async function open({ sessionId, within }: RequestInput<'sessions:open'>): Promise<OpenedSession> {
    return asRead(await db.openSession({ sessionId, within, limit: openPageSize }));
  }

  /** What is being looked at is not unread. A commit only where it was. */
  async function asRead(opened: OpenedSession): Promise<OpenedSession> {
    if (!opened.session.isUnread) return opened;
    const change = { kind: 'mark', isUnread: false } as const;
    tell(await db.changeSessions({ sessionIds: [opened.session.id], change, at: now() }));
    return { ...opened, session: { ...opened.session, isUnread: false } };
  }

  /** Makes the branch through a message the active one. The long way down is walked beside the owner of the file. */
  async function showBranch(input: RequestInput<'sessions:select-branch'>): Promise<void> {
    const leafId = await db.findLeafBelow(input);
    if (leafId !== null) await db.selectBranch({ ...input, messageId: leafId });
  }

  return {
    async create({ projectId, model: wanted }) {
      const defaults = await defaultsOf(projectId);
      const found = await db.findEmptySession({ projectId });
      const empty = found !== undefined && isAsNew(found, defaults) ? found : undefined;
      const expected = wanted ?? defaults.model;
      if (empty !== undefined && (expected === null || expected === empty.model)) return withModel(empty);
      const chosen = await chooseModel(wanted, defaults.model);
      if (empty !== undefined && empty.model === chosen.model) return empty;
      const { systemPrompt, parameters } = defaults;
      const session = await db.createSession({
        id: newId(),
        projectId,
        ...chosen,
        systemPrompt,
        parameters,
        at: now(),
      });
      tell([summaryOf(session)]);
      emit('projects:changed', null);
      return session;
    },

    open,

    async update({ sessionId, changes, within }) {
      // Membership first: whether a model is there is no business of a request that may not touch the session.
      if (changes.model !== undefined) await db.getSession({ sessionId, within });
      const isModelChecked =
        changes.model === undefined ? undefined : await models.isInstalled(changes.model);
      const session = await db.updateSession({ sessionId, within, changes: { ...changes, isModelChecked } });
      tell([summaryOf(session)]);
      return session;
    },

    async changeMany({ sessionIds, change, within }) {
      const changed: SessionSummary[] = [];
      const at = now();
      try {
        for (const ids of chunksOf(sessionIds)) {
          const summaries = await db.changeSessions({ sessionIds: ids, change, within, at });
          tell(summaries);
          changed.push(...summaries);
        }
      } finally {
        const isCounted = change.kind === 'move' || change.kind === 'archive';
        if (isCounted && changed.length > 0) emit('projects:changed', null);
      }
      return changed;
    },

    async trash({ sessionIds, within }) {
      const wanted = new Set(sessionIds);
      await stopReplies(options.replies, async (sessionId) => {
        // Asked of the database, so that no answer is stopped in a project that was not named.
        return wanted.has(sessionId) && (await db.getSession({ sessionId, within })) !== undefined;
      });
      const removed: SessionId[] = [];
      const at = now();
      try {
        for (const ids of chunksOf(sessionIds)) {
          const gone = await db.trashSessions({ sessionIds: ids, within, at });
          if (gone.length > 0) emit('sessions:removed', gone);
          removed.push(...gone);
        }
      } finally {
        tellOfTrash(removed);
      }
      return removed;
    },

    async restore({ sessionIds }) {
      const restored: SessionSummary[] = [];
      try {
        for (const ids of chunksOf(sessionIds)) {
          const summaries = await db.restoreSessions({ sessionIds: ids });
          tell(summaries);
          restored.push(...summaries);
        }
      } finally {
        tellOfTrash(restored);
      }
      return restored;
    },

    async openAt({ keepsBranch = false, ...input }) {
      if (!keepsBranch) await showBranch(input);
      const size = { above: pageSizeAround, below: pageSizeAround };
      return asRead(await db.openSessionAt({ ...input, ...size }));
    },

    async selectBranch(input) {
      await showBranch(input);
      return open(input);
    },
  };

  /** Both lists that a way to the trash or back changes besides the sessions'. */
  function tellOfTrash(moved: readonly unknown[]): void {
    if (moved.length === 0) return;
    emit('trash:changed', null);
    emit('projects:changed', null);
  }
}
