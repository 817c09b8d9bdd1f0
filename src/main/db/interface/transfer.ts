import type { Attachment, Message, ProjectId, Session, SessionId, SessionSummary } from '#shared/domain.ts';
import type { Within } from './within.ts';

/** Whole sessions, out and in. See `Database` for what holds of all calls. */
export interface TransferCalls {
  /** `withFiles`: with what is in the attachments. `withSession` reads that one by one, whatever it comes to. */
  exportSession(
    input: { readonly sessionId: SessionId; readonly withFiles?: boolean | undefined } & Within,
  ): SessionRecord;
  /**
   * A session of a file, whole, into its project and with its tags, which are made when they are not there. Nothing happens
   * when it is here already, in the trash or not, unless a copy is wanted. Ids that are taken are given anew.
   */
  importSession(input: NewImport): ImportOutcome;
}

/** A session with everything that belongs to it, for the writers of files. */
export interface SessionRecord {
  readonly session: Session;
  readonly projectName: string | null;
  readonly tags: readonly string[];
  readonly description: string;
  readonly summary: string | null;
  readonly summaryModel: string | null;
  /** mochi-server's settings (A4), as JSON objects; null when the session never had any. */
  readonly toolSettings: unknown;
  readonly agentSettings: unknown;
  readonly contextWindowConfig: unknown;
  /** Fields of imported files that Parlor does not know, by source. */
  readonly metadata: unknown;
  /** Every message of every branch, in the order of their sequence numbers. */
  readonly messages: readonly MessageRecord[];
  /** What is being written in it; null when that is nothing. */
  readonly draft: DraftRecord | null;
}

export interface DraftRecord {
  readonly text: string;
  /** What comes back when that is sent. */
  readonly setAside: readonly string[];
  readonly attachments: readonly AttachmentRecord[];
}

/** A session read from a file, checked: its messages are a tree, parents first, and all ids in it differ. */
export interface NewImport {
  /** The program it comes from, and its id there. */
  readonly source: string;
  readonly sourceId: string;
  /** With what is in the files; one without is passed over. Sums and the preview are made anew. */
  readonly record: SessionRecord;
  /** Makes a second one of a session that is here already. */
  readonly isCopy: boolean;
  /** For where the ids of the file are taken. */
  readonly freshId: SessionId;
  readonly freshProjectId: ProjectId;
  readonly at: number;
}

export interface ImportOutcome {
  /** The session that came of it, or the one that was here already. */
  readonly session: SessionSummary;
  readonly isNew: boolean;
  readonly isTrashed: boolean;
}

/** What is in an attachment. */
export interface AttachmentContents {
  readonly text: string | null;
  /** The file as it was given; null when files were not asked for. */
  readonly bytes: Uint8Array | null;
  /** A picture as it is sent, when that is another one. */
  readonly sent: { readonly bytes: Uint8Array; readonly mime: string } | null;
}

/** An attachment with what is in it. The pictures left out of a document are in its metadata. */
export interface AttachmentRecord extends Omit<Attachment, 'picturesLeftOut'>, AttachmentContents {
  readonly createdAt: number;
  readonly metadata: unknown;
}

export interface MessageRecord extends Omit<Message, 'siblingIds' | 'sessionId' | 'attachments'> {
  readonly attachments: readonly AttachmentRecord[];
  readonly sequence: number;
  readonly finishedAt: number | null;
  readonly sourceFile: string | null;
  readonly toolName: string | null;
  readonly toolCalls: unknown;
  readonly agentName: string | null;
  readonly provenance: unknown;
  readonly metadata: unknown;
}
