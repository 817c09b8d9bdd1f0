import type { Migration } from './migration.ts';

/**
 * What the statistics add up, kept beside the messages by triggers: one row for each session, model and quarter of an
 * hour (UTC). Every time zone is a whole number of quarters away from UTC, so these rows can be put together to the
 * days of any zone. Ordered by time, because a report walks day by day; moving a session or putting it in the trash
 * changes nothing here.
 */
export const statistics: Migration = {
  version: 4,
  name: 'statistics',
  up(connection) {
    connection.exec(tables);
    connection.exec(triggers);
  },
};

/** Sums a message adds to its row. Microseconds as integers: what is added can be taken away without a rest. */
const columns = ['messages', 'answers', 'prompt_tokens', 'reply_tokens', 'timed_tokens', 'eval_us'] as const;

function valuesOf(message: string): readonly string[] {
  const isAnswer = `(${message}.role = 'assistant')`;
  const isTimed = `(${isAnswer} AND IFNULL(${message}.eval_ms, 0) > 0)`;
  return [
    '1',
    isAnswer,
    `${isAnswer} * IFNULL(${message}.prompt_tokens, 0)`,
    `${isAnswer} * IFNULL(${message}.reply_tokens, 0)`,
    `${isTimed} * IFNULL(${message}.reply_tokens, 0)`,
    `CAST(${isTimed} * ROUND(IFNULL(${message}.eval_ms, 0) * 1000) AS INTEGER)`,
  ];
}

/** Quarters since 1970; a time nobody can mean is moved into the years 1970 to 9999. */
const slotOf = (message: string) => `MIN(MAX(${message}.created_at, 0), 253402127999999) / 900000`;

const modelOf = (message: string) => `IFNULL(
      (SELECT id FROM usage_models WHERE name = ${message}.model AND ${message}.role = 'assistant'),
      0
    )`;

const keyIs = (message: string) => `slot = ${slotOf(message)}
      AND session_id = ${message}.session_id
      AND model_id = ${modelOf(message)}`;

const tables = `
  CREATE TABLE usage_models (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;

  -- model_id 0: messages that are no answers, and answers of an unknown model.
  CREATE TABLE usage (
    slot INTEGER NOT NULL,
    session_id INTEGER NOT NULL,
    model_id INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    reply_tokens INTEGER NOT NULL,
    -- Tokens of the answers whose generating time is known, and that time.
    timed_tokens INTEGER NOT NULL,
    eval_us INTEGER NOT NULL,
    PRIMARY KEY (slot, session_id, model_id)
  ) STRICT, WITHOUT ROWID;

  INSERT INTO usage_models (name)
  SELECT DISTINCT model
  FROM messages
  WHERE role = 'assistant' AND model <> '';

  INSERT INTO usage (slot, session_id, model_id, ${columns.join(', ')})
  SELECT
    ${slotOf('messages')},
    session_id,
    ${modelOf('messages')},
    ${valuesOf('messages')
      .map((value) => `SUM(${value})`)
      .join(',\n    ')}
  FROM messages
  GROUP BY 1, 2, 3;
`;

const add = `
    INSERT INTO usage_models (name)
    SELECT NEW.model
    WHERE NEW.role = 'assistant'
      AND NEW.model <> ''
      AND NOT EXISTS (SELECT 1 FROM usage_models WHERE name = NEW.model);
    INSERT INTO usage (slot, session_id, model_id, ${columns.join(', ')})
    VALUES (
      ${slotOf('NEW')},
      NEW.session_id,
      ${modelOf('NEW')},
      ${valuesOf('NEW').join(',\n      ')}
    )
    ON CONFLICT DO UPDATE
    SET ${columns.map((name) => `${name} = ${name} + excluded.${name}`).join(',\n      ')};`;

const takeAway = `
    UPDATE usage
    SET ${columns.map((name, index) => `${name} = ${name} - ${valuesOf('OLD')[index]}`).join(',\n      ')}
    WHERE ${keyIs('OLD')};`;

const removeEmpty = `
    DELETE FROM usage
    WHERE messages = 0
      AND ${keyIs('OLD')};`;

/** A growing answer (content, thinking) wakes none of them. */
const triggers = `
  CREATE TRIGGER add_usage AFTER INSERT ON messages
  BEGIN${add}
  END;

  CREATE TRIGGER take_usage_away AFTER DELETE ON messages
  BEGIN${takeAway}${removeEmpty}
  END;

  CREATE TRIGGER change_usage
  AFTER UPDATE OF session_id, role, model, created_at, prompt_tokens, reply_tokens, eval_ms ON messages
  BEGIN${takeAway}${add}${removeEmpty}
  END;
`;
