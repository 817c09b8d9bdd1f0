import type { Migration } from './migration.ts';
import { attachmentTriggers } from './search-triggers.ts';

/**
 * What the composer needs: attachments with the form in which a picture is sent, messages that wait for the answer
 * before them; and the memory of a message taken out of the middle of its branch.
 */
export const composing: Migration = {
  version: 5,
  name: 'composing',
  up(connection) {
    connection.exec(queue);
    // Triggers of messages name the table that is made anew; the renaming must not look for it in them.
    connection.pragma('legacy_alter_table = ON');
    connection.exec(attachments);
    connection.pragma('legacy_alter_table = OFF');
    connection.exec(attachmentTriggers);
    connection.exec(tree);
    connection.exec(prompts);
  },
};

const queue = `
  -- Written while an answer was running; each goes when the one before it has been answered.
  CREATE TABLE queued_messages (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    text TEXT NOT NULL,
    -- Taken out; kept until the next start, so that this can be undone.
    removed_at INTEGER
  ) STRICT;

  CREATE INDEX queued_messages_by_session ON queued_messages (session_id, id);
`;

/** Belongs to a message, to the draft of a session, or to a message that waits. */
const attachments = `
  CREATE TABLE new_attachments (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    message_id INTEGER REFERENCES messages (id) ON DELETE CASCADE,
    draft_session_id INTEGER REFERENCES sessions (id) ON DELETE CASCADE,
    queued_id INTEGER REFERENCES queued_messages (id) ON DELETE CASCADE,
    -- The file as it was given.
    blob_id INTEGER NOT NULL REFERENCES blobs (id),
    -- A picture as it is sent, when that is another one: scaled down, or in a form every model reads.
    sent_blob_id INTEGER REFERENCES blobs (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('image', 'text', 'pdf', 'docx')),
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    -- Of the file as it was given.
    size_bytes INTEGER NOT NULL,
    -- Of the picture as it is sent, in pixels.
    width INTEGER,
    height INTEGER,
    page_count INTEGER,
    -- Of the extracted text, in UTF-16 units.
    text_length INTEGER,
    token_estimate INTEGER,
    created_at INTEGER NOT NULL,
    metadata TEXT CHECK (json_valid(metadata)),
    extracted_text TEXT,
    CHECK ((message_id IS NOT NULL) + (draft_session_id IS NOT NULL) + (queued_id IS NOT NULL) = 1)
  ) STRICT;

  INSERT INTO new_attachments
    (id, public_id, message_id, draft_session_id, blob_id, position, kind, name, mime, size_bytes, page_count,
     text_length, token_estimate, created_at, metadata, extracted_text)
  SELECT
    attachments.id, attachments.public_id, message_id, draft_session_id, blob_id, position,
    CASE kind WHEN 'other' THEN 'text' ELSE kind END,
    name, mime, blobs.size_bytes, page_count, length(extracted_text), token_estimate, created_at, metadata, extracted_text
  FROM attachments
  JOIN blobs ON blobs.id = attachments.blob_id;

  DROP TABLE attachments;
  ALTER TABLE new_attachments RENAME TO attachments;

  CREATE INDEX attachments_by_message ON attachments (message_id, position) WHERE message_id IS NOT NULL;
  CREATE INDEX attachments_by_draft ON attachments (draft_session_id, position) WHERE draft_session_id IS NOT NULL;
  CREATE INDEX attachments_by_queued ON attachments (queued_id, position) WHERE queued_id IS NOT NULL;
  CREATE INDEX attachments_by_blob ON attachments (blob_id);
  CREATE INDEX attachments_by_sent_blob ON attachments (sent_blob_id) WHERE sent_blob_id IS NOT NULL;
`;

const tree = `
  -- A message taken out of the middle of a branch hands its children to its parent; this says which, for the way back.
  CREATE TABLE handed_over (
    child_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    removed_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    PRIMARY KEY (removed_id, child_id)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX handed_over_by_child ON handed_over (child_id);

  -- Grows whenever a message gets another parent: what was remembered of branches is void then.
  CREATE TABLE tree_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL
  ) STRICT;

  INSERT INTO tree_state (id, version) VALUES (1, 0);
`;

const prompts = `
  CREATE INDEX prompts_in_trash ON prompts (trashed_at) WHERE trashed_at IS NOT NULL;
`;
