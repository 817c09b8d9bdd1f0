import { type Connection, prepared } from '../statements.ts';
import type { AttachmentOwner } from './attachment-rows.ts';

/** The key of these contents, which are stored once. `sha256` is theirs. */
export function storeBlob(connection: Connection, bytes: Uint8Array, sha256: string): number {
  const find = prepared<{ sha256: string }, { readonly key: number }>(
    connection,
    'SELECT id AS key FROM blobs WHERE sha256 = :sha256',
  );
  const found = find.get({ sha256 });
  if (found !== undefined) return found.key;
  const { lastInsertRowid } = prepared<object>(
    connection,
    'INSERT INTO blobs (sha256, size_bytes, bytes) VALUES (:sha256, :size, :bytes)',
  ).run({ sha256, size: bytes.byteLength, bytes: asBuffer(bytes) });
  return Number(lastInsertRowid);
}

/** SQLite's binding takes a Buffer only; no copy is made. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Contents of the attachments of these owners. */
export function blobsOf(
  connection: Connection,
  owner: AttachmentOwner,
  keys: readonly number[],
): readonly number[] {
  return prepared<{ keys: string }, { readonly key: number }>(
    connection,
    `SELECT attachments.blob_id AS key
     FROM json_each(:keys) AS wanted
     CROSS JOIN attachments ON attachments.${owner} = wanted.value
     UNION
     SELECT attachments.sent_blob_id
     FROM json_each(:keys) AS wanted
     CROSS JOIN attachments ON attachments.${owner} = wanted.value
     WHERE attachments.sent_blob_id IS NOT NULL`,
  )
    .all({ keys: JSON.stringify(keys) })
    .map(({ key }) => key);
}

/** Deletes those of them that nothing refers to any more. */
export function deleteUnusedBlobs(connection: Connection, keys: readonly number[]): void {
  const remove = prepared<{ key: number }>(
    connection,
    `DELETE FROM blobs
     WHERE id = :key
       AND NOT EXISTS (SELECT 1 FROM attachments WHERE attachments.blob_id = blobs.id)
       AND NOT EXISTS (SELECT 1 FROM attachments WHERE attachments.sent_blob_id = blobs.id)`,
  );
  for (const key of keys) remove.run({ key });
}
