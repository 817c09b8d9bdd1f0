import type { Attachment, AttachmentId } from '#shared/domain.ts';
import type { ErrorReport } from '#shared/errors.ts';

/** A file on its way into the draft. */
export interface AddingFile {
  readonly id: AttachmentId;
  readonly name: string;
}

/** A file that could not be attached, with the reason. */
export interface RefusedFile extends AddingFile {
  readonly error: ErrorReport;
}

/** The files of one draft. */
export interface DraftFiles {
  /** As main keeps them, in the order in which they were added. */
  readonly attachments: readonly Attachment[];
  readonly adding: readonly AddingFile[];
  readonly refused: readonly RefusedFile[];
}

export const noFiles: DraftFiles = { attachments: [], adding: [], refused: [] };

export function filesBegun(files: DraftFiles, adding: readonly AddingFile[]): DraftFiles {
  return { ...files, adding: [...files.adding, ...adding] };
}

export function fileAdded(files: DraftFiles, attachment: Attachment): DraftFiles {
  return {
    ...files,
    attachments: [...files.attachments, attachment],
    adding: without(files.adding, attachment.id),
  };
}

export function fileRefused(files: DraftFiles, id: AttachmentId, error: ErrorReport): DraftFiles {
  const file = files.adding.find((each) => each.id === id);
  if (file === undefined) return files;
  return { ...files, adding: without(files.adding, id), refused: [...files.refused, { ...file, error }] };
}

/** Takes a file out, whether it is attached or on its way. */
export function fileRemoved(files: DraftFiles, id: AttachmentId): DraftFiles {
  return { ...files, attachments: without(files.attachments, id), adding: without(files.adding, id) };
}

export function refusalsDismissed(files: DraftFiles, ids: readonly AttachmentId[]): DraftFiles {
  return { ...files, refused: files.refused.filter(({ id }) => !ids.includes(id)) };
}

/** Puts files back that were sent and refused, before what has been added since. */
export function filesReturned(files: DraftFiles, returned: readonly Attachment[]): DraftFiles {
  const ids = new Set(returned.map(({ id }) => id));
  return { ...files, attachments: [...returned, ...files.attachments.filter(({ id }) => !ids.has(id))] };
}

/** Estimated, of all attachments together that will be sent: pictures only where a model sees them. */
export function tokensToSend(attachments: readonly Attachment[], arePicturesSent: boolean): number {
  return attachments.reduce(
    (sum, { kind, tokenEstimate }) =>
      kind === 'image' && !arePicturesSent ? sum : sum + (tokenEstimate ?? 0),
    0,
  );
}

function without<File extends { readonly id: AttachmentId }>(
  files: readonly File[],
  id: AttachmentId,
): readonly File[] {
  return files.filter((file) => file.id !== id);
}
