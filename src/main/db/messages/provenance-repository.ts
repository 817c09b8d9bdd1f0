import type { MessageId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { CallInput, KeptProvenance, Provenance } from '../interface.ts';
import { getSessionRow } from '../library/sessions-repository.ts';
import { type Connection, prepared } from '../statements.ts';
import { getMessageKeys, messageNotFound } from './messages-repository.ts';
import { getReplyRow } from './replies-repository.ts';

/** As stored: instead of ids, runs of sequence numbers [first, last], in the order in which they were sent. */
type StoredProvenance = Omit<Provenance, 'messageIds'> & { readonly sent: readonly Run[] };
type Run = readonly [first: number, last: number];

/**
 * Keeps what was sent. The ids of a long conversation would make each answer larger than its text, and all answers
 * together grow with the square of its length; runs of sequence numbers are a few bytes for a straight branch.
 */
export function saveProvenance(connection: Connection, input: CallInput<'saveProvenance'>): void {
  const reply = getReplyRow(connection, input.replyId);
  const { messageIds, ...rest } = input.provenance;
  const stored: StoredProvenance = {
    ...rest,
    sent: toRuns(sequencesOf(connection, reply.session_key, messageIds)),
  };
  prepared<{ key: number; provenance: string }>(
    connection,
    'UPDATE messages SET provenance = :provenance WHERE id = :key',
  ).run({ key: reply.key, provenance: JSON.stringify(stored) });
}

/** The stored form of what a file tells was sent, its ids being those of the file. */
export function storedProvenance(
  { messageIds, ...rest }: Provenance,
  sequenceOf: ReadonlyMap<MessageId, number>,
): string {
  const sent = toRuns(messageIds.flatMap((id) => sequenceOf.get(id) ?? []));
  return JSON.stringify({ ...rest, sent } satisfies StoredProvenance);
}

/** The provenance as it was saved, from its stored form and the ids of the session by sequence number. */
export function readProvenance(json: string, idOf: ReadonlyMap<number, MessageId>): Provenance {
  const { sent, ...rest } = JSON.parse(json) as StoredProvenance;
  return {
    ...rest,
    messageIds: sent.flatMap((run) => sequencesIn(run).flatMap((sequence) => idOf.get(sequence) ?? [])),
  };
}

const beginningLength = 200;

/** Messages that went for good leave a gap in the numbers: they are counted, not named. */
export function getProvenance(connection: Connection, input: CallInput<'getProvenance'>): KeptProvenance {
  const session = getSessionRow(connection, input.sessionId, input.within);
  const { key } = getMessageKeys(connection, session.key, input.messageId);
  const row = prepared<{ key: number }, { readonly provenance: string | null }>(
    connection,
    'SELECT provenance FROM messages WHERE id = :key',
  ).get({ key });
  const stored = row?.provenance == null ? null : (JSON.parse(row.provenance) as Partial<StoredProvenance>);
  // What another program kept is not ours to read.
  if (stored?.sent === undefined || stored.model === undefined || stored.options === undefined) {
    throw new AppError({ code: 'not-found', details: { what: 'provenance', id: input.messageId } });
  }
  const { sent, ...rest } = stored as StoredProvenance;
  const messages = listSent(connection, session.key, sent);
  const count = sent.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return {
    ...rest,
    messageIds: messages.map(({ id }) => id),
    sent: messages,
    missing: count - messages.length,
  };
}

function listSent(connection: Connection, sessionKey: number, runs: readonly Run[]): KeptProvenance['sent'] {
  const rows = prepared<
    { sessionKey: number; runs: string },
    Omit<KeptProvenance['sent'][number], 'isTrashed'> & { readonly isTrashed: 0 | 1 }
  >(
    connection,
    `SELECT
       messages.public_id AS id,
       messages.role,
       substr(messages.content, 1, ${beginningLength}) AS beginning,
       length(messages.content) AS length,
       (SELECT COUNT(*) FROM attachments WHERE message_id = messages.id) AS attachmentCount,
       messages.trashed_at IS NOT NULL AS isTrashed
     FROM json_each(:runs) AS run
     CROSS JOIN messages
       ON messages.session_id = :sessionKey
       AND messages.sequence BETWEEN run.value ->> 0 AND run.value ->> 1
     ORDER BY run.key, messages.sequence`,
  ).all({ sessionKey, runs: JSON.stringify(runs) });
  return rows.map((row) => ({ ...row, isTrashed: row.isTrashed === 1 }));
}

function sequencesOf(
  connection: Connection,
  sessionKey: number,
  messageIds: readonly MessageId[],
): readonly number[] {
  const rows = prepared<{ sessionKey: number; ids: string }, { readonly sequence: number }>(
    connection,
    `SELECT messages.sequence
     FROM json_each(:ids) AS wanted
     CROSS JOIN messages ON messages.public_id = wanted.value AND messages.session_id = :sessionKey
     ORDER BY wanted.key`,
  ).all({ sessionKey, ids: JSON.stringify(messageIds) });
  if (rows.length !== messageIds.length) throw messageNotFound(messageIds.join(' ').slice(0, 200));
  return rows.map((row) => row.sequence);
}

export function toRuns(sequences: readonly number[]): readonly Run[] {
  const runs: [number, number][] = [];
  for (const sequence of sequences) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === sequence) last[1] = sequence;
    else runs.push([sequence, sequence]);
  }
  return runs;
}

function sequencesIn([first, last]: Run): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
