import type { Attachment, AttachmentId, SessionId } from '#shared/domain.ts';

/** Files of a draft, and what is in a file. See `Database` for what holds of all calls. */
export interface AttachmentCalls {
  /** Puts a file at the end of the draft. Errors: attachment-too-many; invalid-input for an id that is in use. */
  addDraftAttachment(input: NewAttachment): Attachment;
  /** Takes one out of the draft; nothing happens when it is not there. */
  removeDraftAttachment(input: { readonly sessionId: SessionId; readonly attachmentId: AttachmentId }): void;
  /** The text in it; empty for a picture. Error: not-found, as for the next one. */
  getAttachmentText(input: { readonly attachmentId: AttachmentId }): string;
  /** `sent`: the picture as a model gets it; of any other the file as it was given, as with `original`. */
  getAttachmentFile(input: {
    readonly attachmentId: AttachmentId;
    readonly form: 'sent' | 'original';
  }): AttachmentFile;
}

export interface AttachmentFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** A file for the draft of a session, looked at already. */
export interface NewAttachment extends Attachment {
  readonly sessionId: SessionId;
  readonly bytes: Uint8Array;
  /** Of `bytes`, 64 hexadecimal characters. */
  readonly sha256: string;
  /** A picture as it is sent, when that is another one. */
  readonly sent: { readonly bytes: Uint8Array; readonly sha256: string; readonly mime: string } | null;
  readonly text: string | null;
  readonly at: number;
}
