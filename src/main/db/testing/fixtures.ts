import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionId } from '#shared/domain.ts';
import { AppError, type ErrorCode, type ErrorReport } from '#shared/errors.ts';
import { builtThread } from '../../../../scripts/build/threads.ts';
import { openConnection } from '../database.ts';
import type { Database, FinishedReply, NewReplies, NewReply, NewSession, NewTurn } from '../interface.ts';
import { createDatabase } from '../repository.ts';
import type { Connection } from '../statements.ts';

export const workerPath = builtThread('database-worker');

/** A folder of its own for each test, with the function that removes it. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'parlor-db-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function memoryDatabase(): { readonly connection: Connection; readonly db: Database } {
  const connection = openConnection(':memory:');
  return { connection, db: createDatabase(connection) };
}

/** The tenth hexadecimal id and so on. */
export function hexId(number: number): SessionId {
  return number.toString(16).padStart(10, '0');
}

export function newSession(changes: Partial<NewSession> = {}): NewSession {
  return {
    id: hexId(1),
    projectId: null,
    model: 'qwen3:8b',
    isModelChecked: true,
    systemPrompt: '',
    parameters: {},
    at: 1_000,
    ...changes,
  };
}

/** Question `u<name>` and answer `r<name>`. */
export function newTurn(
  name: string,
  { replyId = `r${name}`, model = 'qwen3:8b', ...changes }: Partial<NewTurn & NewReply> = {},
): NewTurn {
  return {
    sessionId: hexId(1),
    parentId: null,
    userMessageId: `u${name}`,
    text: `Question ${name}`,
    attachmentIds: [],
    remembers: false,
    replies: [{ replyId, model }],
    at: 2_000,
    ...changes,
  };
}

/** One more answer `replyId` to `userMessageId`. */
export function newReplies(
  userMessageId: string,
  replyId: string,
  { model = 'm', ...changes }: Partial<NewReplies & NewReply> = {},
): NewReplies {
  return { sessionId: hexId(1), userMessageId, replies: [{ replyId, model }], at: 1, ...changes };
}

export function finishedReply(replyId: string, changes: Partial<FinishedReply> = {}): FinishedReply {
  return {
    replyId,
    status: 'complete',
    error: null,
    content: `Answer ${replyId}`,
    thinking: '',
    usage: {
      promptTokens: 10,
      replyTokens: 5,
      loadMs: 1.5,
      promptEvalMs: 20.25,
      evalMs: 100,
      totalMs: 130,
      firstTokenMs: 30,
      thinkingMs: null,
      doneReason: 'stop',
    },
    isUnread: false,
    at: 3_000,
    ...changes,
  };
}

/** The report of what `run` throws, or rejects with; fails when it does neither. */
export async function reportOf(run: () => unknown): Promise<ErrorReport> {
  try {
    await run();
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.report;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}

export async function codeOf(run: () => unknown): Promise<ErrorCode> {
  return (await reportOf(run)).code;
}
