import type { ChosenFile, ChosenFiles } from '#shared/contract/attachments.ts';
import { api } from '../../api.ts';

/** Asks for files in the system's dialog; null when that was cancelled. */
export function askForFiles(): Promise<ChosenFiles | null> {
  return api.request('attachments:choose-files');
}

/** Reads a file of a choice, by its key or its path in the folder. */
export function readChosen(choiceId: string, key: string): Promise<ChosenFile> {
  return api.request('attachments:read-chosen', { id: choiceId, key });
}
