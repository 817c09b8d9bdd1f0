import * as v from 'valibot';
import {
  isVisible,
  type Message,
  type MessagePage,
  messageIdSchema,
  type Project,
  parameterChangesSchema,
  projectIdSchema,
  type Session,
  type SessionId,
  type SessionSummary,
  sessionIdSchema,
} from '../domain.ts';
import { messageLengthLimit } from './chat.ts';
import { carries, takes } from './define.ts';

const session = v.strictObject({ sessionId: sessionIdSchema });
const project = v.strictObject({ projectId: projectIdSchema });
const pageLimit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));
const projectName = v.pipe(v.string(), v.trim(), v.check(isVisible), v.maxLength(200));

/** Longest system prompt of a session, in UTF-16 units. */
export const systemPromptLimit = 1_000_000;

/** Place in a list ordered by last activity, newest first: the last row already seen. */
const sessionCursorSchema = v.strictObject({
  updatedAt: v.pipe(v.number(), v.integer()),
  id: sessionIdSchema,
});
export type SessionCursor = Readonly<v.InferOutput<typeof sessionCursorSchema>>;

export interface SessionPage {
  readonly sessions: readonly SessionSummary[];
  readonly hasMore: boolean;
}

/** What a window needs to show a session: its last page, and what was being typed in it. */
export interface OpenedSession {
  readonly session: Session;
  readonly page: MessagePage;
  readonly draft: string;
}

const sessionChangesSchema = v.partial(
  v.strictObject({
    /** One that shows nothing counts as none. */
    title: v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(500),
      v.transform((title) => (isVisible(title) ? title : '')),
    ),
    model: v.pipe(v.string(), v.nonEmpty(), v.maxLength(500)),
    systemPrompt: v.pipe(v.string(), v.maxLength(systemPromptLimit)),
    parameters: parameterChangesSchema,
  }),
);
export type SessionChanges = Readonly<v.InferOutput<typeof sessionChangesSchema>>;

export const libraryRequests = {
  /** Sessions of one project, or of the Inbox (null), newest activity first, `limit` after the cursor. */
  'sessions:list': takes(
    v.strictObject({
      projectId: v.nullable(projectIdSchema),
      after: v.nullable(sessionCursorSchema),
      limit: pageLimit,
    }),
  ).returns<SessionPage>(),

  /**
   * A new session with the default model and prompt of the settings, or with `model`. An empty session of the same
   * place that nobody has written in is given back instead of a second one. Errors: model-missing (nothing is created).
   */
  'sessions:create': takes(
    v.strictObject({
      projectId: v.nullable(projectIdSchema),
      model: v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(500))),
    }),
  ).returns<Session>(),

  'sessions:open': takes(session).returns<OpenedSession>(),

  /** The page of the active branch that ends just above `beforeId`. */
  'sessions:older': takes(
    v.strictObject({ sessionId: sessionIdSchema, beforeId: messageIdSchema, limit: pageLimit }),
  ).returns<MessagePage>(),

  /** Errors: model-missing when Ollama answers that it does not have the model (nothing is changed). */
  'sessions:update': takes(
    v.strictObject({ sessionId: sessionIdSchema, changes: sessionChangesSchema }),
  ).returns<Session>(),

  /** To the trash; a running answer is stopped first. */
  'sessions:trash': takes(session).returns<void>(),
  'sessions:restore': takes(session).returns<Session>(),

  /** Shows the branch through `messageId`, down to its newest leaf. */
  'sessions:select-branch': takes(
    v.strictObject({ sessionId: sessionIdSchema, messageId: messageIdSchema }),
  ).returns<OpenedSession>(),

  'messages:get': takes(
    v.strictObject({ sessionId: sessionIdSchema, messageId: messageIdSchema }),
  ).returns<Message>(),

  'drafts:save': takes(
    v.strictObject({ sessionId: sessionIdSchema, text: v.pipe(v.string(), v.maxLength(messageLengthLimit)) }),
  ).returns<void>(),

  'projects:list': takes(v.undefined()).returns<readonly Project[]>(),
  'projects:create': takes(v.strictObject({ name: projectName })).returns<Project>(),
  'projects:rename': takes(
    v.strictObject({ projectId: projectIdSchema, name: projectName }),
  ).returns<Project>(),
  /** The project goes to the trash, its sessions to the Inbox; `projects:restore` brings both back. */
  'projects:trash': takes(project).returns<void>(),
  'projects:restore': takes(project).returns<Project>(),
};

export const libraryEvents = {
  'session:changed': carries<SessionSummary>(),
  'session:removed': carries<{ readonly sessionId: SessionId }>(),
  /** Projects were added, renamed, removed, or their sessions moved: lists must be read again. */
  'projects:changed': carries<null>(),
};
