import type { NewFileContent } from '#shared/contract/attachments.ts';
import type { AttachmentKind } from '#shared/domain.ts';
import { AppError, type ErrorDetails, type ErrorReport } from '#shared/errors.ts';

/** What a file turned out to be. The bytes are those that were given, handed back. */
export interface InspectedFile {
  readonly kind: AttachmentKind;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly pageCount: number | null;
  readonly text: string | null;
  readonly tokenEstimate: number;
  /** Pictures in a document; absent when there are none. */
  readonly picturesLeftOut?: number;
  /** A picture as it is sent, when that is another one. */
  readonly sent: { readonly bytes: Uint8Array; readonly sha256: string; readonly mime: string } | null;
}

export type InspectionInput = { readonly name: string } & Pick<
  Extract<NewFileContent, { kind: 'bytes' }>,
  'bytes' | 'picture'
>;

/** To the thread. */
export interface InspectionRequest {
  readonly id: number;
  readonly file: InspectionInput;
}

/** Back from it. */
export type InspectionAnswer =
  | { readonly id: number; readonly ok: true; readonly file: InspectedFile }
  | { readonly id: number; readonly ok: false; readonly error: ErrorReport };

type Reason = ErrorDetails['attachment-unreadable']['reason'];

export function unreadable(name: string, reason: Reason, detail = '', cause?: unknown): AppError {
  return new AppError({ code: 'attachment-unreadable', details: { name, reason, detail } }, { cause });
}
