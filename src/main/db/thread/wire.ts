import type { MessagePort } from 'node:worker_threads';
import type { ErrorReport, Result } from '#shared/errors.ts';
import type { Database } from '../interface.ts';

// What goes between the database thread and its client.

export type CallName = keyof Database;

/**
 * The owner writes, and answers whatever a person waits for in the lists and in a session. Reading that may take long
 * has threads of its own with a read-only connection, so that a report holds up no search and neither holds up a turn.
 */
export type ReaderName = 'search' | 'reports';
export type ThreadName = 'owner' | ReaderName;

/** What a thread is started with. */
export interface WorkerInput {
  readonly databasePath: string;
  readonly access: 'owner' | 'reader';
}

export interface CallMessage {
  readonly kind: 'call';
  readonly id: number;
  readonly name: CallName;
  readonly input: unknown;
}

/** Gives another thread a line of its own, on which calls are answered as on the first one. */
export interface ConnectMessage {
  readonly kind: 'connect';
  readonly port: MessagePort;
}

/** The first message is `opened` or `refused`, then one `answer` for each call, in their order. */
export type WorkerMessage =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly error: ErrorReport }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> };

/** Every call and the thread that takes it; the compiler holds the names against the interface. */
const calls = {
  createProject: 'owner',
  listProjects: 'owner',
  getProject: 'owner',
  updateProject: 'owner',
  trashProject: 'owner',
  restoreProject: 'owner',
  listTags: 'owner',
  createTag: 'owner',
  updateTag: 'owner',
  trashTag: 'owner',
  restoreTag: 'owner',
  refreshTaggedSessions: 'owner',
  listPrompts: 'owner',
  getPrompt: 'owner',
  savePrompt: 'owner',
  trashPrompts: 'owner',
  restorePrompts: 'owner',
  renamePromptFolder: 'owner',
  readPrompts: 'reports',
  importPrompts: 'owner',
  createSession: 'owner',
  findEmptySession: 'owner',
  listSessions: 'owner',
  getSession: 'owner',
  updateSession: 'owner',
  changeSessions: 'owner',
  trashSessions: 'owner',
  restoreSessions: 'owner',
  openSession: 'owner',
  listOlderMessages: 'owner',
  // These may have to walk a whole branch once, and keep what they found in their thread.
  listNewerMessages: 'search',
  openSessionAt: 'search',
  findLeafBelow: 'search',
  getMessage: 'owner',
  getSomeMessages: 'owner',
  readOutline: 'search',
  listBranchIds: 'search',
  countBranches: 'reports',
  listElsewhere: 'reports',
  insertEditedAnswer: 'owner',
  selectBranch: 'owner',
  saveDraft: 'owner',
  saveMessageEdit: 'owner',
  addDraftAttachment: 'owner',
  removeDraftAttachment: 'owner',
  // Up to 100 MB each: nobody who types waits for them.
  getAttachmentText: 'reports',
  getAttachmentFile: 'reports',
  readPictures: 'reports',
  insertTurn: 'owner',
  // Of the owner, so that what was just added is seen.
  listQueued: 'owner',
  addQueued: 'owner',
  changeQueued: 'owner',
  removeQueued: 'owner',
  restoreQueued: 'owner',
  forgetRemovedQueued: 'owner',
  sendQueued: 'owner',
  insertReplies: 'owner',
  continueReply: 'owner',
  listBranch: 'owner',
  listBranchMessages: 'owner',
  saveProvenance: 'owner',
  getProvenance: 'owner',
  appendReplyText: 'owner',
  finishReply: 'owner',
  interruptStreamingReplies: 'owner',
  listPromptHistory: 'search',
  clearPromptHistory: 'owner',
  exportSession: 'reports',
  importSession: 'owner',
  getStatistics: 'reports',
  listTrash: 'owner',
  trashBranch: 'owner',
  trashMessages: 'owner',
  restoreBranches: 'owner',
  markErased: 'owner',
  markErasedWithProject: 'owner',
  markErasedUntil: 'owner',
  markAbandonedCopies: 'owner',
  eraseSome: 'owner',
  forgetSamples: 'owner',
  truncateLog: 'owner',
  rewriteFile: 'owner',
  hasChore: 'owner',
  settleChore: 'owner',
  beginCopy: 'owner',
  listCopyOrder: 'reports',
  appendCopies: 'owner',
  finishCopy: 'owner',
  abandonCopy: 'owner',
  listExpired: 'reports',
  trashExpired: 'owner',
  setAutoTitle: 'owner',
  runSearch: 'search',
  findInSession: 'search',
  findTitles: 'search',
  warmTitles: 'search',
  indexSlice: 'owner',
  mergeSlice: 'owner',
  isSearchSound: 'reports',
  noteSearchSound: 'owner',
  rebuildSearch: 'owner',
  foldLog: 'owner',
  close: 'owner',
} as const satisfies Readonly<Record<CallName, ThreadName>>;

export const callNames = Object.keys(calls) as readonly CallName[];

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

export function threadOf(name: CallName): ThreadName {
  return calls[name];
}
