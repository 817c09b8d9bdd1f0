import { attachmentCountLimit } from '#shared/contract/attachments.ts';
import type { Attachment, AttachmentId, SessionId } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import { text } from '#shared/text/index.ts';
import { type FileSource, sourceOfChosen, sourceOfFile } from '../files/file-source.ts';
import { focusOn } from '../focus.ts';
import { saveAttachment } from '../stores/chat/attachment-contents.ts';
import { askForFiles, readChosenPicture } from '../stores/chat/chosen-files.ts';
import { type FileToAdd, filesOf, useDraftAttachmentsStore } from '../stores/chat/draft-attachments-store.ts';
import { type FolderChoice, useFolderChoiceStore } from '../stores/chat/folder-choice-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { useViewStore } from '../stores/window/view-store.ts';

/** Attaches files to what is being written in a session, in their order, and says when that is done. */
export async function attachSources(sessionId: SessionId, sources: readonly FileSource[]): Promise<void> {
  if (sources.length === 0) return;
  const room = roomFor(sessionId);
  const files = sources.map((source, index) => fileToAdd(source, index < room));
  await useDraftAttachmentsStore.getState().add(sessionId, files);
  const ids = new Set(files.map(({ id }) => id));
  const added = filesOf(useDraftAttachmentsStore.getState(), sessionId).attachments;
  const count = added.filter(({ id }) => ids.has(id)).length;
  if (count > 0) useNoticesStore.getState().announce(text.attachments.added(count));
}

export function attachFiles(sessionId: SessionId, files: readonly File[]): Promise<void> {
  return attachSources(
    sessionId,
    files.map((file) => sourceOfFile(file)),
  );
}

/** Asks for files and attaches them. */
export async function chooseFiles(sessionId: SessionId): Promise<void> {
  const chosen = await askForFiles();
  focusOn('composer');
  if (chosen === null) return;
  const { choiceId, files } = chosen;
  const sources = files.map(({ key, name }) => sourceOfChosen(name, { choiceId, key }, readChosenPicture));
  await attachSources(sessionId, sources);
}

/** Asks for a folder, then which of its files. */
export async function chooseFolder(sessionId: SessionId): Promise<void> {
  if (await useFolderChoiceStore.getState().ask(sessionId)) {
    useViewStore.getState().openDialog('attach-folder');
  }
}

/** Attaches the files of a folder that were chosen. */
export function attachFromFolder(choice: FolderChoice, paths: readonly string[]): Promise<void> {
  return attachSources(
    choice.sessionId,
    paths.map((path) => sourceInFolder(choice, path)),
  );
}

export function removeAttachment(
  sessionId: SessionId,
  { id, name }: Pick<Attachment, 'id' | 'name'>,
): Promise<void> {
  useNoticesStore.getState().announce(text.attachments.removed(name));
  return useDraftAttachmentsStore.getState().remove(sessionId, id);
}

/** Saves a file as it was given, where the user says. */
export async function saveAs(attachmentId: AttachmentId): Promise<void> {
  const path = await saveAttachment(attachmentId);
  if (path !== null) useNoticesStore.getState().show({ kind: 'exported', path });
}

/** How many more files the draft takes. */
function roomFor(sessionId: SessionId): number {
  const { attachments, adding } = filesOf(useDraftAttachmentsStore.getState(), sessionId);
  return attachmentCountLimit - attachments.length - adding.length;
}

function fileToAdd(source: FileSource, hasRoom: boolean): FileToAdd {
  const id = crypto.randomUUID();
  const { name } = source;
  return {
    id,
    name,
    async prepare() {
      // Not even read: a folder of ten thousand files may have been dropped.
      if (!hasRoom) throw tooMany(name);
      // Decoding is loaded with the first file.
      const { prepareFile } = await import('../files/prepare-file.ts');
      return prepareFile(id, source);
    },
  };
}

function tooMany(name: string): AppError {
  return new AppError({ code: 'attachment-too-many', details: { name, limit: attachmentCountLimit } });
}

function sourceInFolder({ name: folder, origin }: FolderChoice, path: string): FileSource {
  const name = `${folder}/${path}`;
  if (origin.kind === 'chosen') {
    return sourceOfChosen(name, { choiceId: origin.choiceId, key: path }, readChosenPicture);
  }
  const file = origin.files.get(path);
  if (file !== undefined) return sourceOfFile(file, name);
  const details = { name, reason: 'gone', detail: '' } as const;
  return { name, read: () => Promise.reject(new AppError({ code: 'attachment-unreadable', details })) };
}
