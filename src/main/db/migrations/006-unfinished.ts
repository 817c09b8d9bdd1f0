import type { Migration } from './migration.ts';

/** What a person has begun and not finished: it outlives a kill as a draft does. */
export const unfinished: Migration = {
  version: 6,
  name: 'unfinished',
  up(connection) {
    connection.exec(queue);
    connection.exec(drafts);
    connection.exec(edits);
  },
};

const queue = `
  -- The answers asked for, as JSON: a list of {model, parameters}; NULL = one of the session's own model.
  ALTER TABLE queued_messages ADD COLUMN replies TEXT CHECK (json_valid(replies));
`;

const drafts = `
  -- What was being written when an earlier prompt was taken up for a change; comes back after that.
  ALTER TABLE drafts ADD COLUMN set_aside TEXT;
`;

const edits = `
  -- A message being changed and not sent yet.
  CREATE TABLE message_edits (
    message_id INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    updated_at INTEGER NOT NULL,
    text TEXT NOT NULL,
    -- Files of the message that shall not go with the new one, as JSON: a list of public ids.
    removed_ids TEXT NOT NULL CHECK (json_valid(removed_ids)),
    -- Whether its field is shown.
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
  ) STRICT;

  CREATE INDEX message_edits_by_session ON message_edits (session_id);
`;
