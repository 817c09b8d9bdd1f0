import * as v from 'valibot';
import {
  type Attachment,
  isVisible,
  type MessagePage,
  messageIdSchema,
  parameterChangesSchema,
  projectIdSchema,
  type Session,
  type SessionId,
  type SessionSummary,
  sessionIdSchema,
  tagIdSchema,
} from '../domain.ts';
import { messageLengthLimit } from './chat.ts';
import { carries, takes } from './define.ts';
import type { MessageEdit } from './edits.ts';
import type { QueuedMessage } from './queue.ts';

/** Longest system prompt of a session, in UTF-16 units. */
export const systemPromptLimit = 1_000_000;
/** Longest title, in UTF-16 units; what is longer is cut, not refused. */
export const titleLimit = 500;
/** Most sessions one request may change at once. */
export const bulkLimit = 10_000;

export const sessionSorts = ['activity', 'created', 'title'] as const;
export type SessionSort = (typeof sessionSorts)[number];

/**
 * The sessions a list is of. `project`: of one project, or of the Inbox (null), those that are pinned apart.
 * `pinned`: the pinned ones of all projects. `all`: every one, pinned or not, for the history. With `isArchived` the
 * archived ones instead: those of a project, pinned or not, or all; none are listed as pinned.
 */
const sessionPlaceSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('project'), projectId: v.nullable(projectIdSchema) }),
  v.strictObject({ kind: v.literal('pinned') }),
  v.strictObject({ kind: v.literal('all') }),
]);
export type SessionPlace = Readonly<v.InferOutput<typeof sessionPlaceSchema>>;

/** Place in a list: what the last row already seen is sorted by (a time, or a title), and its id. */
const sessionCursorSchema = v.strictObject({
  value: v.union([v.pipe(v.number(), v.integer()), v.pipe(v.string(), v.maxLength(titleLimit * 2))]),
  id: sessionIdSchema,
});
export type SessionCursor = Readonly<v.InferOutput<typeof sessionCursorSchema>>;

export interface SessionPage {
  readonly sessions: readonly SessionSummary[];
  readonly hasMore: boolean;
}

/** What a window needs to show a session: one page of it, and what was being typed in it. */
export interface OpenedSession {
  readonly session: Session;
  readonly page: MessagePage;
  readonly draft: Draft;
  /** Messages that wait for the answer before them, in their order. */
  readonly queue: readonly QueuedMessage[];
  /** Messages being written anew, on every branch. */
  readonly edits: readonly MessageEdit[];
}

/** What is being written in a session. */
export interface Draft {
  readonly text: string;
  /** Drafts that an earlier message took the place of, the newest first; absent = none. */
  readonly setAside?: readonly string[];
  readonly attachments: readonly Attachment[];
}

/** Most drafts that are kept beside the one in the field. */
export const draftsAsideLimit = 10;

/** Absent = as they are. */
const draftsAsideSchema = v.optional(
  v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(messageLengthLimit))),
    v.maxLength(draftsAsideLimit),
    v.readonly(),
  ),
);

/**
 * A request about a session may name the project it is believed to be in (null = the Inbox); when it is in another
 * one, the answer is not-found and nothing happens (E1).
 */
export const within = v.optional(v.nullable(projectIdSchema));
const sessionRequest = v.strictObject({ sessionId: sessionIdSchema, within });
const messageRequest = v.strictObject({ sessionId: sessionIdSchema, messageId: messageIdSchema, within });
const sessionIds = v.pipe(v.array(sessionIdSchema), v.minLength(1), v.maxLength(bulkLimit));
const pageLimit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));

const titleSchema = v.pipe(
  v.string(),
  v.trim(),
  // One that shows nothing counts as none.
  v.transform((title) =>
    isVisible(title)
      ? Array.from(title.slice(0, titleLimit * 2))
          .slice(0, titleLimit)
          .join('')
      : '',
  ),
);

const sessionChangesSchema = v.partial(
  v.strictObject({
    title: titleSchema,
    model: v.pipe(v.string(), v.nonEmpty(), v.maxLength(500)),
    systemPrompt: v.pipe(v.string(), v.maxLength(systemPromptLimit)),
    parameters: parameterChangesSchema,
    description: v.pipe(v.string(), v.trim(), v.maxLength(100_000)),
    /** The whole of the free fields. */
    metadata: v.pipe(
      v.record(
        v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
        v.pipe(v.string(), v.maxLength(10_000)),
      ),
      v.check((fields) => Object.keys(fields).length <= 200, 'too many fields'),
    ),
  }),
);
export type SessionChanges = Readonly<v.InferOutput<typeof sessionChangesSchema>>;

/** A change to many sessions at once. */
const bulkChangeSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('move'), projectId: v.nullable(projectIdSchema) }),
  v.strictObject({ kind: v.literal('pin'), isPinned: v.boolean() }),
  v.strictObject({ kind: v.literal('archive'), isArchived: v.boolean() }),
  v.strictObject({ kind: v.literal('mark'), isUnread: v.boolean() }),
  v.strictObject({
    kind: v.literal('tag'),
    add: v.pipe(v.array(tagIdSchema), v.maxLength(100), v.readonly()),
    remove: v.pipe(v.array(tagIdSchema), v.maxLength(100), v.readonly()),
  }),
]);
export type BulkChange = Readonly<v.InferOutput<typeof bulkChangeSchema>>;

export const sessionRequests = {
  /** One page of a list, `limit` rows after the cursor: newest first by time, or by title from A on. */
  'sessions:list': takes(
    v.strictObject({
      place: sessionPlaceSchema,
      isArchived: v.boolean(),
      sort: v.picklist(sessionSorts),
      after: v.nullable(sessionCursorSchema),
      limit: pageLimit,
    }),
  ).returns<SessionPage>(),

  /**
   * A new session with the defaults of its project, else of the settings, or with `model`. An empty session of the same
   * place that nobody has written in is given back instead of a second one. Errors: model-missing (nothing is created).
   */
  'sessions:create': takes(
    v.strictObject({
      projectId: v.nullable(projectIdSchema),
      model: v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(500))),
    }),
  ).returns<Session>(),

  /** The last page. A session that was unread is read now. */
  'sessions:open': takes(sessionRequest).returns<OpenedSession>(),

  /**
   * The page of the branch that holds `messageId`, around it; that branch becomes the active one. With `keepsBranch` the
   * active one stays, and a message that is not on it is not-found.
   */
  'sessions:open-at': takes(
    v.strictObject({ ...messageRequest.entries, keepsBranch: v.optional(v.boolean()) }),
  ).returns<OpenedSession>(),

  /** The page of the active branch that ends just above `beforeId`. */
  'sessions:older': takes(
    v.strictObject({ sessionId: sessionIdSchema, beforeId: messageIdSchema, limit: pageLimit, within }),
  ).returns<MessagePage>(),

  /** The page of the active branch that begins just below `afterId`, or, with null, at its very beginning. */
  'sessions:newer': takes(
    v.strictObject({
      sessionId: sessionIdSchema,
      afterId: v.nullable(messageIdSchema),
      limit: pageLimit,
      within,
    }),
  ).returns<MessagePage>(),

  /** Errors: model-missing when Ollama answers that it does not have the model (nothing is changed). */
  'sessions:update': takes(
    v.strictObject({ sessionId: sessionIdSchema, changes: sessionChangesSchema, within }),
  ).returns<Session>(),

  /** Those that are not there any more are passed over; answers with the ones changed, in their new state. */
  'sessions:change-many': takes(v.strictObject({ sessionIds, change: bulkChangeSchema, within })).returns<
    readonly SessionSummary[]
  >(),

  /** To the trash, running answers being stopped first. Answers with the ones that went there just now. */
  'sessions:trash': takes(v.strictObject({ sessionIds, within })).returns<readonly SessionId[]>(),
  /** Back from the trash, into their project or, when that is gone, the Inbox. */
  'sessions:restore': takes(v.strictObject({ sessionIds })).returns<readonly SessionSummary[]>(),

  /** A copy with every branch, in the same place, its title marked as a copy. */
  'sessions:duplicate': takes(sessionRequest).returns<Session>(),
  /**
   * One new session with the messages of both active branches in the order of their times; the originals go to the
   * trash. Undone by restoring the originals and trashing the new one. Errors: busy while one of them is answering.
   */
  'sessions:merge': takes(
    v.strictObject({ sessionIds: v.tuple([sessionIdSchema, sessionIdSchema]) }),
  ).returns<Session>(),

  /** Shows the branch through `messageId`, down to its newest leaf. */
  'sessions:select-branch': takes(messageRequest).returns<OpenedSession>(),

  'drafts:save': takes(
    v.strictObject({
      sessionId: sessionIdSchema,
      text: v.pipe(v.string(), v.maxLength(messageLengthLimit)),
      setAside: draftsAsideSchema,
      within,
    }),
  ).returns<void>(),

  /**
   * The session on the screen: an answer that ends there is no unread one. Opening a session says so already; this is
   * for when another view takes its place (null) and for when it comes back.
   */
  'sessions:watch': takes(v.strictObject({ sessionId: v.nullable(sessionIdSchema) })).returns<void>(),
};

export const sessionEvents = {
  /** New, changed or restored sessions, as they are now. */
  'sessions:changed': carries<readonly SessionSummary[]>(),
  'sessions:removed': carries<readonly SessionId[]>(),
  /** Messages of a session went away or came back: what is shown of it must be read again. */
  'session:branches-changed': carries<{ readonly sessionId: SessionId }>(),
};
