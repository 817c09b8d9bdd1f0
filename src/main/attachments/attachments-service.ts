import {
  attachmentSizeLimit,
  type ChosenFile,
  type ChosenFiles,
  type ChosenFolder,
  type NewFile,
} from '#shared/contract/attachments.ts';
import type { Attachment, AttachmentId, SessionId } from '#shared/domain.ts';
import { text as texts } from '#shared/text/index.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import type { SavePathQuestion } from '../transfer/export/export-session.ts';
import { createChoices } from './choices.ts';
import type { Inspector } from './inspector.ts';
import { nameOnDisk } from './name-on-disk.ts';
import { tooLarge } from './read-chosen-file.ts';

export interface AttachmentsServiceOptions {
  readonly db: Pick<
    AsyncDatabase,
    'addDraftAttachment' | 'removeDraftAttachment' | 'getAttachmentText' | 'getAttachmentFile'
  >;
  readonly inspector: Pick<Inspector, 'inspect' | 'close'>;
  /** Dialogs of the system; paths of what was chosen, nothing when that was cancelled. */
  readonly openDialogs: {
    readonly chooseFiles: () => Promise<readonly string[]>;
    readonly chooseFolder: () => Promise<string | null>;
  };
  readonly chooseSavePath: (question: SavePathQuestion) => Promise<string | null>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly now: () => number;
}

export interface AttachmentsService {
  add(input: { readonly sessionId: SessionId; readonly file: NewFile }): Promise<Attachment>;
  remove(input: { readonly sessionId: SessionId; readonly attachmentId: AttachmentId }): Promise<void>;
  chooseFiles(): Promise<ChosenFiles | null>;
  chooseFolder(): Promise<ChosenFolder | null>;
  chosenPicture(file: ChosenFile): Promise<Uint8Array | null>;
  text(input: { readonly attachmentId: AttachmentId }): Promise<string>;
  picture(input: {
    readonly attachmentId: AttachmentId;
    readonly form: 'sent' | 'original';
  }): Promise<{ readonly bytes: Uint8Array; readonly mime: string }>;
  /** Where it was saved; null when that was cancelled. Errors: disk-full, write-failed. */
  save(input: { readonly attachmentId: AttachmentId }): Promise<string | null>;
  close(): Promise<void>;
}

export function createAttachmentsService(options: AttachmentsServiceOptions): AttachmentsService {
  const { db, inspector } = options;
  const choices = createChoices();
  return {
    async add({ sessionId, file: { id, name, content } }) {
      const { bytes, picture } =
        content.kind === 'bytes' ? content : { bytes: await choices.read(content.file), picture: null };
      for (const { byteLength } of picture === null ? [bytes] : [bytes, picture.bytes]) {
        if (byteLength > attachmentSizeLimit) throw tooLarge(name, byteLength);
      }
      const found = await inspector.inspect({ name, bytes, picture });
      return db.addDraftAttachment({
        ...found,
        sessionId,
        id,
        name,
        sizeBytes: found.bytes.byteLength,
        textLength: found.text?.length ?? null,
        at: options.now(),
      });
    },
    remove: (input) => db.removeDraftAttachment(input),
    async chooseFiles() {
      const paths = await options.openDialogs.chooseFiles();
      return paths.length === 0 ? null : choices.addFiles(paths);
    },
    async chooseFolder() {
      const path = await options.openDialogs.chooseFolder();
      return path === null ? null : choices.addFolder(path);
    },
    chosenPicture: (file) => choices.readPicture(file),
    text: (input) => db.getAttachmentText(input),
    async picture(input) {
      const { bytes, mime } = await db.getAttachmentFile(input);
      return { bytes, mime };
    },
    async save({ attachmentId }) {
      const { name, bytes } = await db.getAttachmentFile({ attachmentId, form: 'original' });
      const path = await options.chooseSavePath({
        ...nameOnDisk(name),
        title: texts.main.saveAttachmentDialogTitle(name),
      });
      if (path !== null) await options.writeFile(path, bytes);
      return path;
    },
    close: () => inspector.close(),
  };
}
