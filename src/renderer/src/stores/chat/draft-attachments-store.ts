import { create } from 'zustand';
import type { NewFile } from '#shared/contract/attachments.ts';
import type { Attachment, AttachmentId, SessionId } from '#shared/domain.ts';
import { AppError, toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';
import {
  type AddingFile,
  type DraftFiles,
  fileAdded,
  fileRefused,
  fileRemoved,
  filesBegun,
  filesReturned,
  noFiles,
  refusalsDismissed,
} from './draft-files.ts';
import { createSlots } from './slots.ts';

/** Files that are read and decoded at the same time: a picture can take some hundred megabytes meanwhile. */
const filesInFlight = 2;

export interface FileToAdd extends AddingFile {
  /** Reads it; what it throws is why the file is refused. */
  prepare(): Promise<NewFile>;
}

interface DraftAttachmentsStore {
  readonly files: Readonly<Record<SessionId, DraftFiles>>;
  /** Takes over what main keeps with a draft, unless this window knows better. */
  loaded(sessionId: SessionId, attachments: readonly Attachment[]): void;
  /** Adds files in their order. One that is refused changes nothing for the others. Resolves when all are decided. */
  add(sessionId: SessionId, files: readonly FileToAdd[]): Promise<void>;
  /** Takes a file out, whether it is attached or on its way. */
  remove(sessionId: SessionId, id: AttachmentId): Promise<void>;
  dismiss(sessionId: SessionId, ids: readonly AttachmentId[]): void;
  /** Takes the attachments for a message on its way. There are none to wait for: nobody sends while files are read. */
  take(sessionId: SessionId): readonly Attachment[];
  /** Puts the attachments of a message that was refused back. */
  refused(sessionId: SessionId, attachments: readonly Attachment[]): void;
}

/** The files that go with what is being written in each session. */
export const useDraftAttachmentsStore = create<DraftAttachmentsStore>()((_set, get) => ({
  files: {},

  loaded(sessionId, attachments) {
    if (get().files[sessionId] === undefined) change(sessionId, (files) => ({ ...files, attachments }));
  },

  async add(sessionId, files) {
    change(sessionId, (present) =>
      filesBegun(
        present,
        files.map(({ id, name }) => ({ id, name })),
      ),
    );
    await Promise.all(files.map((file) => addInTurn(sessionId, file)));
  },

  async remove(sessionId, id) {
    const isAttached = filesOf(get(), sessionId).attachments.some((attachment) => attachment.id === id);
    change(sessionId, (files) => fileRemoved(files, id));
    if (isAttached) await removeInMain(sessionId, id);
  },

  dismiss: (sessionId, ids) => change(sessionId, (files) => refusalsDismissed(files, ids)),

  take(sessionId) {
    const { attachments } = filesOf(get(), sessionId);
    // What was refused before has been read by now, or it would still stand there after the message is gone.
    change(sessionId, (files) => ({ ...files, attachments: [], refused: [] }));
    return attachments;
  },

  refused: (sessionId, attachments) => change(sessionId, (files) => filesReturned(files, attachments)),
}));

export function filesOf({ files }: Pick<DraftAttachmentsStore, 'files'>, sessionId: SessionId): DraftFiles {
  return files[sessionId] ?? noFiles;
}

const inSlot = createSlots(filesInFlight);
/** The file of each session that is added last: main gets them one after the other, so their order is kept. */
const lastAdded = new Map<SessionId, Promise<void>>();

function addInTurn(sessionId: SessionId, file: FileToAdd): Promise<void> {
  const before = lastAdded.get(sessionId) ?? Promise.resolve();
  const added = inSlot(async () => {
    // Nobody needs to read what was taken out while it waited.
    const prepared = isWanted(sessionId, file.id) ? file.prepare() : null;
    // Its failure is told when its turn comes.
    prepared?.catch(() => undefined);
    await before;
    if (prepared !== null) await addToMain(sessionId, file.id, prepared);
  });
  lastAdded.set(sessionId, added);
  return added;
}

async function addToMain(sessionId: SessionId, id: AttachmentId, prepared: Promise<NewFile>): Promise<void> {
  try {
    const file = await prepared;
    if (!isWanted(sessionId, id)) return;
    const attachment = await api.request('attachments:add', { sessionId, file });
    if (isWanted(sessionId, id)) change(sessionId, (files) => fileAdded(files, attachment));
    else await removeInMain(sessionId, id);
  } catch (thrown) {
    change(sessionId, (files) => fileRefused(files, id, toErrorReport(thrown)));
  }
}

function isWanted(sessionId: SessionId, id: AttachmentId): boolean {
  return filesOf(useDraftAttachmentsStore.getState(), sessionId).adding.some((file) => file.id === id);
}

async function removeInMain(sessionId: SessionId, attachmentId: AttachmentId): Promise<void> {
  try {
    await api.request('attachments:remove', { sessionId, attachmentId });
  } catch (thrown) {
    // What is gone already is what was wanted.
    if (!(thrown instanceof AppError && thrown.code === 'not-found')) throw thrown;
  }
}

function change(sessionId: SessionId, transition: (files: DraftFiles) => DraftFiles): void {
  useDraftAttachmentsStore.setState((store) => ({
    files: { ...store.files, [sessionId]: transition(filesOf(store, sessionId)) },
  }));
}
