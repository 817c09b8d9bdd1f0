import * as v from 'valibot';
import type { Draft } from '#shared/contract/sessions.ts';
import { listAttachments } from '../attachments/attachment-rows.ts';
import type { CallInput } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { storable } from '../storable-text.ts';
import { getSessionRow } from './sessions-repository.ts';

interface DraftRow {
  readonly text: string;
  /** A JSON list; NULL = none. */
  readonly setAside: string | null;
}

const textsSchema = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

/** An empty text is none; the files of the draft stay. */
export function saveDraft(connection: Connection, input: CallInput<'saveDraft'>): void {
  writeDraft(connection, getSessionRow(connection, input.sessionId, input.within).key, input);
}

/** The same, by the internal key of the session. */
export function writeDraft(
  connection: Connection,
  key: number,
  input: Pick<CallInput<'saveDraft'>, 'text' | 'setAside' | 'at'>,
): void {
  if (input.setAside !== undefined) saveAside(connection, key, input.setAside, input.at);
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
  const row = prepared<{ sessionKey: number }, DraftRow>(
    connection,
    `SELECT text, set_aside AS setAside
     FROM drafts
     WHERE session_id = :sessionKey`,
  ).get({ sessionKey });
  const setAside = v.safeParse(textsSchema, row?.setAside ?? '[]');
  return {
    text: row?.text ?? '',
    ...(setAside.success && setAside.output.length > 0 && { setAside: setAside.output }),
    attachments: listAttachments(connection, 'draft_session_id', sessionKey),
  };
}

/** What was written; files of the draft are not touched, and drafts that wait go on waiting. */
export function deleteDraft(connection: Connection, sessionKey: number): void {
  const key = { sessionKey };
  prepared<{ sessionKey: number }>(
    connection,
    'DELETE FROM drafts WHERE session_id = :sessionKey AND set_aside IS NULL',
  ).run(key);
  prepared<{ sessionKey: number }>(
    connection,
    "UPDATE drafts SET text = '' WHERE session_id = :sessionKey",
  ).run(key);
}

function saveAside(connection: Connection, key: number, texts: readonly string[], at: number): void {
  const setAside = texts.length === 0 ? null : JSON.stringify(texts.map(storable));
  prepared<{ key: number; setAside: string | null; at: number }>(
    connection,
    `INSERT INTO drafts (session_id, text, set_aside, updated_at)
     VALUES (:key, '', :setAside, :at)
     ON CONFLICT (session_id) DO UPDATE SET set_aside = excluded.set_aside`,
  ).run({ key, setAside, at });
}
