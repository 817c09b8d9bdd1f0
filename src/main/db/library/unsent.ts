/** Whether something was written or put into a session that was not sent yet: for a condition on `sessions`. */
export const hasUnsent = `(
    EXISTS (SELECT 1 FROM drafts WHERE drafts.session_id = sessions.id)
    OR EXISTS (SELECT 1 FROM attachments WHERE attachments.draft_session_id = sessions.id)
    OR EXISTS (SELECT 1 FROM queued_messages WHERE queued_messages.session_id = sessions.id)
  )`;
