import * as v from 'valibot';
import { type SessionSummary, sessionIdSchema } from '../domain.ts';
import type { ErrorReport } from '../errors.ts';
import { carries, takes } from './define.ts';
import { within } from './sessions.ts';

export const exportFormats = ['markdown', 'text', 'mochi-json', 'parlor-json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Whether thinking is written as wanted, never (the format has no place for it) or always. */
export const thinkingIn = {
  markdown: 'as-wanted',
  text: 'as-wanted',
  'mochi-json': 'never',
  'parlor-json': 'always',
} as const satisfies Record<ExportFormat, string>;

/** How much of a session is not in the file. */
export interface LeftOut {
  /** What is in them; their names are there where the format has a place for them. */
  readonly attachments: number;
  readonly otherBranches: number;
  readonly thinking: number;
}

export interface Exported {
  readonly path: string;
  readonly leftOut: LeftOut;
}

export interface ImportedSession {
  /** The one that came of the file, or the one that was here already. */
  readonly session: SessionSummary;
  readonly isNew: boolean;
  readonly isTrashed: boolean;
  /** Attachments that were not in the file. */
  readonly missingFiles: number;
}

/** What came of a file. */
export interface ImportedFile {
  /** For `transfer:import-copy`: two files can have one name. */
  readonly id: string;
  readonly name: string;
  readonly sessions: readonly ImportedSession[];
  /** Why it, or the rest of it, was not imported. */
  readonly error: ErrorReport | null;
}

/** What can take a while. */
export type TransferKind = 'export' | 'import' | 'backup';

export const transferRequests = {
  /** Asks for a place with the system's dialog and writes the session there; null when it was cancelled. */
  'transfer:export': takes(
    v.strictObject({
      sessionId: sessionIdSchema,
      format: v.picklist(exportFormats),
      /** For the formats where it is as wanted; absent = without. */
      withThinking: v.optional(v.boolean()),
      /** Offered instead of the session's title: a name only, never a path. */
      name: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
      within,
    }),
  ).returns<Exported | null>(),

  /**
   * Asks for files with the system's dialog and imports their sessions; null when it was cancelled. What is here already
   * is not imported again.
   */
  'transfer:import': takes(v.undefined()).returns<readonly ImportedFile[] | null>(),
  /** A file of the last import once more, its sessions as new ones. Error: import-unreadable. */
  'transfer:import-copy': takes(v.strictObject({ fileId: v.string() })).returns<ImportedFile>(),

  /**
   * Asks for a place and writes a checked copy of the whole database there; null when it was cancelled. Errors:
   * disk-full, write-failed, database-damaged.
   */
  'library:backup': takes(v.undefined()).returns<{
    readonly path: string;
    readonly sizeBytes: number;
  } | null>(),
};

export const transferEvents = {
  /** Something that takes more than a moment began, or came to its end. */
  'transfer:working': carries<{ readonly kind: TransferKind; readonly isWorking: boolean }>(),
};
