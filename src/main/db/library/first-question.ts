import { previewOf, titleFromText } from '#shared/domain.ts';
import { type Connection, prepared } from '../statements.ts';

/** What a session is called by when nobody gave it a title. */
export interface FirstQuestion {
  /** The first question, and the first with words for a title; null where there is none. */
  readonly key: number | null;
  readonly titleKey: number | null;
  readonly preview: string;
  readonly title: string;
}

/**
 * By the order of the session, nothing that is in the trash or below it: a branch is left where it begins. What has no
 * words, such as an image alone, leaves it to the next question.
 */
const shownQuestionsSql = `
  WITH RECURSIVE shown (key, sequence, role) AS (
    SELECT id, sequence, role
    FROM messages
    WHERE session_id = :sessionKey
      AND parent_id IS NULL
      AND trashed_at IS NULL
    UNION ALL
    SELECT messages.id, messages.sequence, messages.role
    FROM shown
    CROSS JOIN messages ON messages.parent_id = shown.key
    WHERE messages.trashed_at IS NULL
    ORDER BY 2
  )
  SELECT shown.key, substr(messages.content, 1, 2000) AS content
  FROM shown
  CROSS JOIN messages ON messages.id = shown.key
  WHERE shown.role = 'user'`;

export function firstShownQuestion(connection: Connection, sessionKey: number): FirstQuestion {
  const questions = prepared<{ sessionKey: number }, { readonly key: number; readonly content: string }>(
    connection,
    shownQuestionsSql,
  ).iterate({ sessionKey });
  let first: FirstQuestion = { key: null, titleKey: null, preview: '', title: '' };
  for (const { key, content } of questions) {
    const title = first.title === '' ? titleFromText(content) : first.title;
    first = {
      key: first.key ?? key,
      titleKey: first.titleKey ?? (title === '' ? null : key),
      preview: first.preview === '' ? previewOf(content) : first.preview,
      title,
    };
    if (first.preview !== '' && first.title !== '') break;
  }
  return first;
}

/**
 * Takes the words of a branch that went or came back out of the session's row, or into it. A title of the program's
 * making follows the first question; so does one that a model made of it.
 */
export function followFirstQuestion(connection: Connection, sessionKey: number, before: FirstQuestion): void {
  const now = firstShownQuestion(connection, sessionKey);
  const isOther = now.key !== before.key || now.titleKey !== before.titleKey;
  writeFirstQuestion(connection, sessionKey, now, isOther);
}

/** The same when an exchange is erased of which the title can have been made: nothing may stay of it. */
export function forgetFirstExchange(connection: Connection, sessionKey: number): void {
  writeFirstQuestion(connection, sessionKey, firstShownQuestion(connection, sessionKey), true);
}

/** Only what is different is written: the search index takes in every row that is. */
function writeFirstQuestion(
  connection: Connection,
  sessionKey: number,
  { preview, title }: FirstQuestion,
  isTitleMade: boolean,
): void {
  prepared<{ sessionKey: number; preview: string }>(
    connection,
    `UPDATE sessions
     SET preview = :preview
     WHERE id = :sessionKey AND preview <> :preview`,
  ).run({ sessionKey, preview });
  if (!isTitleMade) return;
  prepared<{ sessionKey: number; title: string }>(
    connection,
    `UPDATE sessions
     SET title = :title, title_source = CASE WHEN :title = '' THEN 'none' ELSE 'auto' END
     WHERE id = :sessionKey AND title_source <> 'user' AND title <> :title`,
  ).run({ sessionKey, title });
}
