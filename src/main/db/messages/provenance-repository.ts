import type { MessageId } from '#shared/domain.ts';
import type { CallInput, Provenance } from '../interface.ts';
import { type Connection, prepared } from '../statements.ts';
import { messageNotFound } from './messages-repository.ts';
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

/** The provenance as it was saved, from its stored form and the ids of the session by sequence number. */
export function readProvenance(json: string, idOf: ReadonlyMap<number, MessageId>): Provenance {
  const { sent, ...rest } = JSON.parse(json) as StoredProvenance;
  return {
    ...rest,
    messageIds: sent.flatMap((run) => sequencesIn(run).flatMap((sequence) => idOf.get(sequence) ?? [])),
  };
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
