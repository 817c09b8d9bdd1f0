import type { ChosenFile, ChosenFiles } from '#shared/contract/attachments.ts';
import { api } from '../../api.ts';

/** Asks for files in the system's dialog; null when that was cancelled. */
export function askForFiles(): Promise<ChosenFiles | null> {
  return api.request('attachments:choose-files');
}

/** The bytes of a picture that was chosen; null for any other file, which main reads itself. */
export function readChosenPicture(file: ChosenFile): Promise<Uint8Array | null> {
  return api.request('attachments:chosen-picture', file);
}
