import type { Migration } from './migration.ts';
import { attachmentTriggers, isIndexed, keepWords } from './search-triggers.ts';

/**
 * The index of all words. It holds no text of its own (content=''), and is written by the indexer in idle moments;
 * what triggers do is to remember what has to be indexed, and the very words of an indexed row before they change,
 * because only with them can an entry be taken out again. How it works: docs/search.md.
 */
export const search: Migration = {
  version: 3,
  name: 'search',
  up(connection) {
    connection.exec(state);
    connection.exec(index);
    connection.exec(messageTriggers);
    connection.exec(attachmentTriggers);
    connection.exec(sessionTriggers);
  },
};

const state = `
  -- Internal keys of messages follow time from here on; those that were there before do not.
  CREATE TABLE message_key_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    widest_overflow INTEGER NOT NULL,
    unordered_below INTEGER NOT NULL
  ) STRICT;

  INSERT INTO message_key_state (id, widest_overflow, unordered_below)
  SELECT 1, 0, IFNULL(MAX(id), 0) + 1
  FROM messages;

  -- What was there before the index is indexed from the newest down: rows below these keys are still to come.
  CREATE TABLE search_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    -- Of the rules by which text was taken apart; others mean to begin anew.
    fingerprint TEXT NOT NULL,
    messages_below INTEGER NOT NULL,
    sessions_below INTEGER NOT NULL,
    -- Up to this entry session_changes is indexed.
    last_change INTEGER NOT NULL,
    checked_at INTEGER NOT NULL
  ) STRICT;

  INSERT INTO search_state (id, fingerprint, messages_below, sessions_below, last_change, checked_at)
  SELECT
    1,
    '',
    (SELECT IFNULL(MAX(id), 0) + 1 FROM messages),
    (SELECT IFNULL(MAX(id), 0) + 1 FROM sessions),
    0,
    0;

  CREATE TABLE search_queue (
    message_id INTEGER PRIMARY KEY
  ) STRICT;

  -- The words by which a message is in the index, which have to be taken out of it.
  CREATE TABLE search_removals (
    message_id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL,
    role TEXT NOT NULL,
    model TEXT,
    has_image INTEGER NOT NULL,
    content TEXT NOT NULL,
    thinking TEXT NOT NULL,
    attachments TEXT NOT NULL
  ) STRICT;

  CREATE TABLE session_search_removals (
    session_id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    project_id INTEGER,
    tag_ids TEXT NOT NULL
  ) STRICT;

  -- Sessions in the order of their changes: read by the indexer, and by whoever keeps titles in memory.
  CREATE TABLE session_changes (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL
  ) STRICT;

  -- Names of models, for the tokens that stand for them.
  CREATE TABLE search_models (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;

  -- Every word of the index, with the number of messages and sessions that have it.
  CREATE TABLE search_terms (
    term TEXT PRIMARY KEY,
    id INTEGER NOT NULL,
    documents INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX sessions_pinned_for_search ON sessions (pinned_at) WHERE pinned_at IS NOT NULL;
  CREATE UNIQUE INDEX search_terms_by_id ON search_terms (id);
`;

/**
 * Words come to these tables folded and separated by spaces, so the plainest tokenizer takes them apart again.
 * Merging never happens inside the transaction of a message: the indexer does it in slices. 'secure-delete' takes an
 * entry out where it stands, instead of noting beside it that it is gone.
 */
const index = `
  CREATE VIRTUAL TABLE message_search USING fts5 (
    content, thinking, attachments, facets, content='', tokenize='ascii'
  );
  CREATE VIRTUAL TABLE session_search USING fts5 (title, description, names, content='', tokenize='ascii');
  CREATE VIRTUAL TABLE term_search USING fts5 (
    term, content='', tokenize='trigram case_sensitive 1', detail=none, columnsize=0
  );

  INSERT INTO message_search (message_search, rank) VALUES ('automerge', 0), ('crisismerge', 1999), ('secure-delete', 1);
  INSERT INTO session_search (session_search, rank) VALUES ('automerge', 0), ('crisismerge', 1999), ('secure-delete', 1);
  INSERT INTO term_search (term_search, rank) VALUES ('automerge', 0), ('crisismerge', 1999), ('secure-delete', 1);
`;

/** A message that is still being written is not in the index, so that an answer can grow without a cost. */
const messageTriggers = `
  CREATE TRIGGER search_new_message AFTER INSERT ON messages
  WHEN NEW.status <> 'streaming'
  BEGIN
    INSERT OR IGNORE INTO search_queue (message_id) VALUES (NEW.id);
  END;

  CREATE TRIGGER search_changed_message
  AFTER UPDATE OF content, thinking, role, status, model, session_id ON messages
  WHEN OLD.status <> 'streaming' OR NEW.status <> 'streaming'
  BEGIN
    ${keepWords('OLD')}
    WHERE ${isIndexed('OLD.id')};
    INSERT OR IGNORE INTO search_queue (message_id)
    SELECT NEW.id
    WHERE NEW.status <> 'streaming';
  END;

  CREATE TRIGGER search_erased_message BEFORE DELETE ON messages
  BEGIN
    ${keepWords('OLD')}
    WHERE ${isIndexed('OLD.id')};
    DELETE FROM search_queue
    WHERE message_id = OLD.id;
  END;
`;

const keepSessionWords = `
    INSERT OR IGNORE INTO session_search_removals (session_id, title, description, project_id, tag_ids)
    SELECT OLD.id, OLD.title, OLD.description, OLD.project_id, OLD.tag_ids
    WHERE EXISTS (SELECT 1 FROM session_search_docsize WHERE id = OLD.id)`;

const sessionTriggers = `
  CREATE TRIGGER search_new_session AFTER INSERT ON sessions
  BEGIN
    INSERT INTO session_changes (session_id) VALUES (NEW.id);
  END;

  CREATE TRIGGER search_changed_session
  AFTER UPDATE OF title, description, project_id, tag_ids ON sessions
  BEGIN
    ${keepSessionWords};
    INSERT INTO session_changes (session_id) VALUES (NEW.id);
  END;

  CREATE TRIGGER search_moved_session AFTER UPDATE OF preview, archived_at, trashed_at ON sessions
  BEGIN
    INSERT INTO session_changes (session_id) VALUES (NEW.id);
  END;

  CREATE TRIGGER search_erased_session BEFORE DELETE ON sessions
  BEGIN
    ${keepSessionWords};
    INSERT INTO session_changes (session_id) VALUES (OLD.id);
  END;
`;
