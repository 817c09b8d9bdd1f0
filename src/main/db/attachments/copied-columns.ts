/** What a copy of an attachment has in common with it. */
export const copiedColumns = `
  blob_id, sent_blob_id, kind, name, mime, size_bytes, width, height, page_count, text_length, token_estimate, metadata,
  extracted_text`;
