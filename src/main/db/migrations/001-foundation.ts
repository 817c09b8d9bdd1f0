import type { Migration } from './migration.ts';

/**
 * Everything Parlor keeps. Internal keys are integers, public ids are text; times are milliseconds since 1970, UTC;
 * yes/no is 1/0; JSON is text. Inside `messages` the long columns come last, because SQLite reads a long row from its
 * beginning and walking a branch needs only the short ones.
 */
export const foundation: Migration = {
  version: 1,
  name: 'foundation',
  up(connection) {
    connection.exec(library);
    connection.exec(conversation);
    connection.exec(composer);
  },
};

const library = `
  CREATE TABLE projects (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    colour INTEGER NOT NULL DEFAULT 0 CHECK (colour >= 0),
    position INTEGER NOT NULL,
    default_model TEXT,
    default_system_prompt TEXT,
    default_parameters TEXT CHECK (json_valid(default_parameters)),
    metadata TEXT CHECK (json_valid(metadata)),
    external_source TEXT,
    external_id TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    trashed_at INTEGER,
    UNIQUE (external_source, external_id)
  ) STRICT;

  CREATE INDEX projects_by_position ON projects (position) WHERE trashed_at IS NULL;

  CREATE TABLE sessions (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    project_id INTEGER REFERENCES projects (id) ON DELETE SET NULL,
    -- The project a session was in when that project went to the trash.
    trashed_project_id INTEGER REFERENCES projects (id) ON DELETE SET NULL,
    title TEXT NOT NULL DEFAULT '',
    title_source TEXT NOT NULL DEFAULT 'none' CHECK (title_source IN ('none', 'auto', 'user')),
    description TEXT NOT NULL DEFAULT '',
    preview TEXT NOT NULL DEFAULT '',
    model TEXT,
    is_model_checked INTEGER NOT NULL DEFAULT 0 CHECK (is_model_checked IN (0, 1)),
    agent_name TEXT,
    active_leaf_id INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    -- Order inside a session is this number, never a clock. A child always has a larger one than its parent.
    next_sequence INTEGER NOT NULL DEFAULT 1,
    -- Kept by the transaction that writes a message, so that no list ever counts rows.
    message_count INTEGER NOT NULL DEFAULT 0,
    prompt_tokens INTEGER NOT NULL DEFAULT 0,
    reply_tokens INTEGER NOT NULL DEFAULT 0,
    is_unread INTEGER NOT NULL DEFAULT 0 CHECK (is_unread IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    pinned_at INTEGER,
    archived_at INTEGER,
    trashed_at INTEGER,
    external_source TEXT,
    external_id TEXT,
    parameters TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(parameters)),
    system_prompt TEXT NOT NULL DEFAULT '',
    summary TEXT,
    summary_model TEXT,
    tool_settings TEXT CHECK (json_valid(tool_settings)),
    agent_settings TEXT CHECK (json_valid(agent_settings)),
    context_window_config TEXT CHECK (json_valid(context_window_config)),
    metadata TEXT CHECK (json_valid(metadata)),
    UNIQUE (external_source, external_id)
  ) STRICT;

  CREATE INDEX sessions_by_activity ON sessions (project_id, updated_at, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NULL;
  CREATE INDEX sessions_untouched ON sessions (project_id, updated_at, public_id)
    WHERE message_count = 0 AND title = '' AND trashed_at IS NULL AND archived_at IS NULL;
  CREATE INDEX sessions_by_project ON sessions (project_id) WHERE project_id IS NOT NULL;
  CREATE INDEX sessions_by_trashed_project ON sessions (trashed_project_id) WHERE trashed_project_id IS NOT NULL;
  CREATE INDEX sessions_by_active_leaf ON sessions (active_leaf_id) WHERE active_leaf_id IS NOT NULL;

  CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    colour INTEGER NOT NULL DEFAULT 0 CHECK (colour >= 0),
    trashed_at INTEGER
  ) STRICT;

  CREATE TABLE session_tags (
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    PRIMARY KEY (session_id, tag_id)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX session_tags_by_tag ON session_tags (tag_id);
`;

const conversation = `
  -- A range of messages of which a model is sent a summary instead.
  CREATE TABLE folds (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    summary TEXT NOT NULL,
    summary_model TEXT,
    created_at INTEGER NOT NULL,
    edited_at INTEGER
  ) STRICT;

  CREATE INDEX folds_by_session ON folds (session_id);

  CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    parent_id INTEGER REFERENCES messages (id) ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('system', 'user', 'assistant', 'tool')),
    status TEXT NOT NULL CHECK (status IN ('complete', 'streaming', 'stopped', 'failed', 'interrupted')),
    model TEXT,
    created_at INTEGER NOT NULL,
    edited_at INTEGER,
    finished_at INTEGER,
    prompt_tokens INTEGER,
    reply_tokens INTEGER,
    load_ms REAL,
    prompt_eval_ms REAL,
    eval_ms REAL,
    total_ms REAL,
    first_token_ms REAL,
    thinking_ms REAL,
    done_reason TEXT,
    is_pinned INTEGER NOT NULL DEFAULT 0 CHECK (is_pinned IN (0, 1)),
    is_left_out INTEGER NOT NULL DEFAULT 0 CHECK (is_left_out IN (0, 1)),
    fold_id INTEGER REFERENCES folds (id) ON DELETE SET NULL,
    agent_name TEXT,
    tool_name TEXT,
    tool_call_id TEXT,
    source_file TEXT,
    external_id TEXT,
    error TEXT CHECK (json_valid(error)),
    tool_calls TEXT CHECK (json_valid(tool_calls)),
    content TEXT NOT NULL DEFAULT '',
    thinking TEXT NOT NULL DEFAULT '',
    metadata TEXT CHECK (json_valid(metadata)),
    provenance TEXT CHECK (json_valid(provenance)),
    UNIQUE (session_id, sequence),
    UNIQUE (session_id, external_id)
  ) STRICT;

  -- Serves the foreign key, the siblings of a message and the first messages of a session.
  CREATE INDEX messages_by_parent ON messages (parent_id, session_id, sequence);
  CREATE INDEX messages_by_fold ON messages (fold_id) WHERE fold_id IS NOT NULL;
  CREATE INDEX messages_streaming ON messages (id) WHERE status = 'streaming';

  -- Contents of attachments, each stored once whatever its names.
  CREATE TABLE blobs (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    size_bytes INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
`;

const composer = `
  CREATE TABLE drafts (
    session_id INTEGER PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    updated_at INTEGER NOT NULL,
    text TEXT NOT NULL
  ) STRICT;

  CREATE TABLE attachments (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    message_id INTEGER REFERENCES messages (id) ON DELETE CASCADE,
    draft_session_id INTEGER REFERENCES drafts (session_id) ON DELETE CASCADE,
    blob_id INTEGER NOT NULL REFERENCES blobs (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('image', 'text', 'pdf', 'other')),
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    page_count INTEGER,
    token_estimate INTEGER,
    created_at INTEGER NOT NULL,
    metadata TEXT CHECK (json_valid(metadata)),
    extracted_text TEXT,
    CHECK ((message_id IS NULL) <> (draft_session_id IS NULL))
  ) STRICT;

  CREATE INDEX attachments_by_message ON attachments (message_id, position) WHERE message_id IS NOT NULL;
  CREATE INDEX attachments_by_draft ON attachments (draft_session_id, position) WHERE draft_session_id IS NOT NULL;
  CREATE INDEX attachments_by_blob ON attachments (blob_id);

  CREATE TABLE prompts (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    folder TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    trashed_at INTEGER
  ) STRICT;

  CREATE INDEX prompts_by_folder ON prompts (folder, position) WHERE trashed_at IS NULL;

  -- What was sent from the composer, for Up, Down and reverse search.
  CREATE TABLE prompt_history (
    id INTEGER PRIMARY KEY,
    session_id INTEGER REFERENCES sessions (id) ON DELETE SET NULL,
    used_at INTEGER NOT NULL,
    text TEXT NOT NULL
  ) STRICT;

  CREATE INDEX prompt_history_by_time ON prompt_history (used_at);
  CREATE INDEX prompt_history_by_session ON prompt_history (session_id) WHERE session_id IS NOT NULL;
`;
