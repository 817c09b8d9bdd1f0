import { AppError } from '#shared/errors.ts';
import type { SessionRecord } from '../../db/interface.ts';

/** A file that was chosen. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its value, when it is JSON; parsed once. Error: import-unreadable. */
  readonly json: () => unknown;
}

/** A session of a file, checked, ready to be written by one call of the database. */
export interface ParsedSession {
  /** The program it comes from, and its id there. */
  readonly source: string;
  readonly sourceId: string;
  readonly record: SessionRecord;
  /** Attachments of which the file has nothing but the name. */
  readonly missingFiles: number;
}

/** Reads the files of one program. */
export interface Importer {
  /** Whether the file is one of its kind, whole or not. Error: import-unreadable. */
  recognises(file: ImportFile): boolean;
  /** Every session of the file: all of them are read before the first is written. Error: import-unreadable. */
  parse(file: ImportFile): readonly ParsedSession[];
}

/** `problem`: a sentence without its end. */
export function unreadable(name: string, problem: string, cause?: unknown): AppError {
  return new AppError({ code: 'import-unreadable', details: { name, problem } }, { cause });
}
