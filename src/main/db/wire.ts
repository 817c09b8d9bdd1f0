import type { ErrorReport, Result } from '#shared/errors.ts';
import type { Database } from './interface.ts';

// What goes between the database thread and its client.

export type CallName = keyof Database;

/** What the thread is started with. */
export interface WorkerInput {
  readonly databasePath: string;
}

export interface CallMessage {
  readonly kind: 'call';
  readonly id: number;
  readonly name: CallName;
  readonly input: unknown;
}

/** The first message is `opened` or `refused`, then one `answer` for each call, in their order. */
export type WorkerMessage =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly error: ErrorReport }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> };

/** The calls a thread takes; the compiler holds it against the interface. */
const calls = {
  createProject: true,
  listProjects: true,
  renameProject: true,
  trashProject: true,
  restoreProject: true,
  createSession: true,
  findEmptySession: true,
  listSessions: true,
  getSession: true,
  updateSession: true,
  trashSession: true,
  restoreSession: true,
  openSession: true,
  listOlderMessages: true,
  getMessage: true,
  selectBranch: true,
  saveDraft: true,
  insertTurn: true,
  insertReply: true,
  listBranch: true,
  saveProvenance: true,
  appendReplyText: true,
  finishReply: true,
  interruptStreamingReplies: true,
  exportSession: true,
  close: true,
} as const satisfies Readonly<Record<CallName, true>>;

export const callNames = Object.keys(calls) as readonly CallName[];

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}
