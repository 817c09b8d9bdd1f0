import type { Migration } from './migration.ts';

/**
 * What a library of 100,000 sessions needs: counts that are never counted, an index for each order of each list,
 * and a trash for branches.
 */
export const library: Migration = {
  version: 2,
  name: 'library',
  up(connection) {
    connection.exec(columns);
    connection.exec(longColumnsLast);
    connection.exec(lists);
    connection.exec(counts);
  },
};

const columns = `
  -- Ids of the session's tags as a JSON array, in the order of their names: kept by whoever changes session_tags, so
  -- that a list reads one row a session.
  ALTER TABLE sessions ADD COLUMN tag_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tag_ids));
  -- A copy that is still being written: nobody sees it, and a start removes it.
  ALTER TABLE sessions ADD COLUMN is_incomplete INTEGER NOT NULL DEFAULT 0 CHECK (is_incomplete IN (0, 1));
  -- Names and values of the user's own: a JSON object of texts.
  ALTER TABLE sessions ADD COLUMN fields TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(fields));
  -- After a change of the tag: the session from which on tag_ids have not been written anew yet.
  ALTER TABLE tags ADD COLUMN refresh_from INTEGER;
  -- When the branch that begins with this message went to the trash.
  ALTER TABLE messages ADD COLUMN trashed_at INTEGER;

  CREATE INDEX sessions_incomplete ON sessions (id) WHERE is_incomplete = 1;
  -- Work that waits for a quiet moment, a restart included.
  CREATE TABLE chores (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  CREATE INDEX messages_in_trash ON messages (trashed_at) WHERE trashed_at IS NOT NULL;
  CREATE INDEX sessions_in_trash ON sessions (trashed_at) WHERE trashed_at IS NOT NULL;
  CREATE INDEX projects_in_trash ON projects (trashed_at) WHERE trashed_at IS NOT NULL;
`;

/** The two texts that can be long go to the end of the row, where a list does not have to read past them. */
const longColumnsLast = `
  ALTER TABLE sessions ADD COLUMN description_last TEXT NOT NULL DEFAULT '';
  ALTER TABLE sessions ADD COLUMN system_prompt_last TEXT NOT NULL DEFAULT '';
  UPDATE sessions
  SET description_last = description, system_prompt_last = system_prompt
  WHERE description <> '' OR system_prompt <> '';
  ALTER TABLE sessions DROP COLUMN description;
  ALTER TABLE sessions DROP COLUMN system_prompt;
  ALTER TABLE sessions RENAME COLUMN description_last TO description;
  ALTER TABLE sessions RENAME COLUMN system_prompt_last TO system_prompt;
`;

/** A row with is_incomplete has a trashed_at too, so the lists need not ask for it. */
const lists = `
  DROP INDEX sessions_by_activity;

  CREATE INDEX sessions_by_activity ON sessions (project_id, updated_at, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NULL AND pinned_at IS NULL;
  CREATE INDEX sessions_by_creation ON sessions (project_id, created_at, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NULL AND pinned_at IS NULL;
  CREATE INDEX sessions_by_title ON sessions (project_id, title COLLATE NOCASE, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NULL AND pinned_at IS NULL;

  CREATE INDEX archived_by_activity ON sessions (project_id, updated_at, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NOT NULL;
  CREATE INDEX archived_by_creation ON sessions (project_id, created_at, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NOT NULL;
  CREATE INDEX archived_by_title ON sessions (project_id, title COLLATE NOCASE, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NOT NULL;

  CREATE INDEX pinned_by_activity ON sessions (updated_at, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NULL AND pinned_at IS NOT NULL;
  CREATE INDEX pinned_by_creation ON sessions (created_at, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NULL AND pinned_at IS NOT NULL;
  CREATE INDEX pinned_by_title ON sessions (title COLLATE NOCASE, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NULL AND pinned_at IS NOT NULL;

  CREATE INDEX active_everywhere_by_activity ON sessions (updated_at, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NULL;
  CREATE INDEX active_everywhere_by_creation ON sessions (created_at, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NULL;
  CREATE INDEX active_everywhere_by_title ON sessions (title COLLATE NOCASE, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NULL;

  CREATE INDEX archived_everywhere_by_activity ON sessions (updated_at, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NOT NULL;
  CREATE INDEX archived_everywhere_by_creation ON sessions (created_at, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NOT NULL;
  CREATE INDEX archived_everywhere_by_title ON sessions (title COLLATE NOCASE, public_id)
    WHERE trashed_at IS NULL AND archived_at IS NOT NULL;

  -- Archived or not, for what looks at the age of every session.
  CREATE INDEX all_by_activity ON sessions (updated_at, public_id)
    WHERE trashed_at IS NULL;
`;

const counts = `
  -- Sessions by place: project_key 0 is the Inbox. Kept by triggers.
  CREATE TABLE session_counts (
    project_key INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'archived', 'trashed')),
    count INTEGER NOT NULL,
    PRIMARY KEY (project_key, state)
  ) STRICT, WITHOUT ROWID;

  INSERT INTO session_counts (project_key, state, count)
  SELECT
    IFNULL(project_id, 0),
    CASE WHEN trashed_at IS NOT NULL THEN 'trashed' WHEN archived_at IS NOT NULL THEN 'archived' ELSE 'active' END,
    COUNT(*)
  FROM sessions
  GROUP BY 1, 2;

  CREATE TRIGGER count_new_session AFTER INSERT ON sessions
  BEGIN
    INSERT INTO session_counts (project_key, state, count)
    VALUES (
      IFNULL(NEW.project_id, 0),
      CASE WHEN NEW.trashed_at IS NOT NULL THEN 'trashed' WHEN NEW.archived_at IS NOT NULL THEN 'archived' ELSE 'active' END,
      1
    )
    ON CONFLICT DO UPDATE SET count = count + 1;
  END;

  CREATE TRIGGER count_erased_session AFTER DELETE ON sessions
  BEGIN
    UPDATE session_counts
    SET count = count - 1
    WHERE project_key = IFNULL(OLD.project_id, 0)
      AND state = CASE
        WHEN OLD.trashed_at IS NOT NULL THEN 'trashed'
        WHEN OLD.archived_at IS NOT NULL THEN 'archived'
        ELSE 'active'
      END;
  END;

  CREATE TRIGGER count_moved_session AFTER UPDATE OF project_id, trashed_at, archived_at ON sessions
  BEGIN
    UPDATE session_counts
    SET count = count - 1
    WHERE project_key = IFNULL(OLD.project_id, 0)
      AND state = CASE
        WHEN OLD.trashed_at IS NOT NULL THEN 'trashed'
        WHEN OLD.archived_at IS NOT NULL THEN 'archived'
        ELSE 'active'
      END;
    INSERT INTO session_counts (project_key, state, count)
    VALUES (
      IFNULL(NEW.project_id, 0),
      CASE WHEN NEW.trashed_at IS NOT NULL THEN 'trashed' WHEN NEW.archived_at IS NOT NULL THEN 'archived' ELSE 'active' END,
      1
    )
    ON CONFLICT DO UPDATE SET count = count + 1;
  END;
`;
