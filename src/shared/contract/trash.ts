import * as v from 'valibot';
import {
  messageIdSchema,
  projectIdSchema,
  type SessionSummary,
  sessionIdSchema,
  tagIdSchema,
} from '../domain.ts';
import { retentionSchema } from '../settings.ts';
import { carries, takes } from './define.ts';
import { promptIdSchema } from './prompts.ts';
import { bulkLimit } from './sessions.ts';

/** What is in the trash, named. */
const trashedThingSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('session'), sessionId: sessionIdSchema }),
  v.strictObject({ kind: v.literal('project'), projectId: projectIdSchema }),
  v.strictObject({ kind: v.literal('tag'), tagId: tagIdSchema }),
  v.strictObject({ kind: v.literal('branch'), sessionId: sessionIdSchema, messageId: messageIdSchema }),
  v.strictObject({ kind: v.literal('prompt'), promptId: promptIdSchema }),
]);
export type TrashedThing = Readonly<v.InferOutput<typeof trashedThingSchema>>;
const things = v.pipe(v.array(trashedThingSchema), v.minLength(1), v.maxLength(bulkLimit));

/** Where counting what hangs on one thing in the trash ends. */
export const trashCountCap = 1_000;

/**
 * One line of the trash. `count`: of a project and a tag its sessions, of a session and a branch its messages; all but
 * a session's end at `trashCountCap`. Of a prompt it is 1.
 */
export interface TrashItem {
  readonly thing: TrashedThing;
  /** Title, name, or the beginning of the first message. */
  readonly title: string;
  /** Of a branch: the title of its session. */
  readonly sessionTitle: string | null;
  readonly count: number;
  readonly trashedAt: number;
}

/** Place in the trash, newest first: the last line already seen. */
const trashCursorSchema = v.strictObject({
  trashedAt: v.pipe(v.number(), v.integer()),
  key: v.pipe(v.string(), v.maxLength(100)),
});
export type TrashCursor = Readonly<v.InferOutput<typeof trashCursorSchema>>;

export interface TrashPage {
  readonly items: readonly TrashItem[];
  readonly next: TrashCursor | null;
  /** Of the whole trash. */
  readonly total: number;
}

export interface RetentionPreview {
  /** Sessions that would go to the trash now. */
  readonly count: number;
  /** The first of them, oldest activity first. */
  readonly examples: readonly SessionSummary[];
}

export interface EraseProgress {
  readonly done: number;
  readonly total: number;
}

export const trashRequests = {
  'trash:list': takes(
    v.strictObject({
      after: v.nullable(trashCursorSchema),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
    }),
  ).returns<TrashPage>(),
  'trash:restore': takes(v.strictObject({ things })).returns<void>(),
  /** Deletes for good: rows, search index and write-ahead log. Older backups and snapshots still hold it. */
  'trash:erase': takes(v.strictObject({ things })).returns<void>(),
  'trash:empty': takes(v.undefined()).returns<void>(),
  /** What a policy would do now, without doing it. */
  'retention:preview': takes(retentionSchema).returns<RetentionPreview>(),
};

export const trashEvents = {
  /** Something went to the trash or left it. */
  'trash:changed': carries<null>(),
  /** While things are deleted for good; null = done. */
  'trash:erasing': carries<EraseProgress | null>(),
};
