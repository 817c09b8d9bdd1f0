// SQL of the search triggers that later steps write again, as a table that is made anew loses its triggers.

/** `source` gives the row whose indexed words are to be kept, when it is in the index. */
export const keepWords = (source: string) => `
  INSERT OR IGNORE INTO search_removals
    (message_id, session_id, role, model, has_image, content, thinking, attachments)
  SELECT
    ${source}.id,
    ${source}.session_id,
    ${source}.role,
    ${source}.model,
    EXISTS (SELECT 1 FROM attachments WHERE message_id = ${source}.id AND kind = 'image'),
    ${source}.content,
    ${source}.thinking,
    IFNULL(
      (
        SELECT group_concat(name || char(10) || IFNULL(extracted_text, ''), char(10))
        FROM attachments
        WHERE message_id = ${source}.id
      ),
      ''
    )`;

export const isIndexed = (id: string) => `EXISTS (SELECT 1 FROM message_search_docsize WHERE id = ${id})`;

const requeue = (id: string) => `
    ${keepWords('messages')}
    FROM messages
    WHERE messages.id = ${id} AND ${isIndexed('messages.id')};
    INSERT OR IGNORE INTO search_queue (message_id)
    SELECT id
    FROM messages
    WHERE id = ${id} AND status <> 'streaming';`;

/** Before the change, while the words that were indexed can still be read. */
export const attachmentTriggers = `
  CREATE TRIGGER search_new_attachment BEFORE INSERT ON attachments
  WHEN NEW.message_id IS NOT NULL
  BEGIN
    ${requeue('NEW.message_id')}
  END;

  CREATE TRIGGER search_changed_attachment
  BEFORE UPDATE OF message_id, name, kind, extracted_text ON attachments
  WHEN OLD.message_id IS NOT NULL OR NEW.message_id IS NOT NULL
  BEGIN
    ${requeue('OLD.message_id')}
    ${requeue('NEW.message_id')}
  END;

  CREATE TRIGGER search_erased_attachment BEFORE DELETE ON attachments
  WHEN OLD.message_id IS NOT NULL
  BEGIN
    ${requeue('OLD.message_id')}
  END;
`;
