import type { Draft } from '#shared/contract/sessions.ts';
import { listAttachments } from '../attachments/attachment-rows.ts';
import type { CallInput } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { getSessionRow } from './sessions-repository.ts';

/** An empty text is none; the files of the draft stay. */
export function saveDraft(connection: Connection, input: CallInput<'saveDraft'>): void {
  const { key } = getSessionRow(connection, input.sessionId, input.within);
  const text = storable(input.text);
  if (text === '') {
    deleteDraft(connection, key);
    return;
  }
  prepared<{ key: number; text: string; at: number }>(
    connection,
    `INSERT INTO drafts (session_id, text, updated_at)
     VALUES (:key, :text, :at)
     ON CONFLICT (session_id) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`,
  ).run({ key, text, at: input.at });
}

export function findDraft(connection: Connection, sessionKey: number): Draft {
  const row = prepared<{ sessionKey: number }, { readonly text: string }>(
    connection,
    'SELECT text FROM drafts WHERE session_id = :sessionKey',
  ).get({ sessionKey });
  return { text: row?.text ?? '', attachments: listAttachments(connection, 'draft_session_id', sessionKey) };
}

/** What was written; files of the draft are not touched. */
export function deleteDraft(connection: Connection, sessionKey: number): void {
  prepared<{ sessionKey: number }>(connection, 'DELETE FROM drafts WHERE session_id = :sessionKey').run({
    sessionKey,
  });
}
