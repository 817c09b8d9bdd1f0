import * as v from 'valibot';
import { create } from 'zustand';
import { type AttachmentId, attachmentIdSchema, type Message, type MessageId } from '#shared/domain.ts';
import { recallRecord, rememberRecord } from '../window/remembered-record.ts';

/** A message being written anew. */
export interface Edit {
  readonly text: string;
  /** Files of the message that shall not go with the new one. */
  readonly removedIds: readonly AttachmentId[];
  /** Its field is shown. */
  readonly isOpen: boolean;
}

interface EditsStore {
  readonly edits: Readonly<Record<MessageId, Edit>>;
  /** The field that is to take the keyboard when it is drawn: one that a restart brought does not. */
  readonly focusId: MessageId | null;
  /** Opens the field, with what was written in it before if that was never sent. */
  begin(message: Message): void;
  write(messageId: MessageId, text: string): void;
  removeAttachment(messageId: MessageId, id: AttachmentId): void;
  /** Closes the field; what was changed in it stays, to be opened again. */
  leave(message: Message): void;
  /** Forgets it: it was sent, or is not wanted. */
  drop(messageId: MessageId): void;
  /** It could not be sent. */
  restore(messageId: MessageId, edit: Edit): void;
}

const editLimit = 50;
const writeDelayMs = 300;
const storedSchema = v.strictObject({
  text: v.string(),
  removedIds: v.array(attachmentIdSchema),
  isOpen: v.boolean(),
});

/** Messages being written anew, kept until they are sent or dropped, over a restart too. */
export const useEditsStore = create<EditsStore>()((set, get) => ({
  edits: recallRecord('edits', storedSchema),
  focusId: null,

  begin(message) {
    const { text, removedIds } = get().edits[message.id] ?? { text: message.content, removedIds: [] };
    put(message.id, { text, removedIds, isOpen: true });
    set({ focusId: message.id });
  },

  write: (messageId, text) => change(messageId, (edit) => ({ ...edit, text })),

  removeAttachment: (messageId, id) =>
    change(messageId, (edit) => ({ ...edit, removedIds: [...edit.removedIds, id] })),

  leave(message) {
    const edit = get().edits[message.id];
    if (edit === undefined) return;
    if (isChanged(edit, message)) put(message.id, { ...edit, isOpen: false });
    else get().drop(message.id);
  },

  drop: (messageId) => set(({ edits: { [messageId]: _, ...edits } }) => ({ edits })),

  restore: (messageId, edit) => put(messageId, { ...edit, isOpen: true }),
}));

export function isChanged({ text, removedIds }: Edit, message: Message): boolean {
  return text !== message.content || removedIds.length > 0;
}

function put(messageId: MessageId, edit: Edit): void {
  useEditsStore.setState(({ edits: { [messageId]: _, ...others } }) => ({
    edits: { ...others, [messageId]: edit },
  }));
}

function change(messageId: MessageId, transition: (edit: Edit) => Edit): void {
  const edit = useEditsStore.getState().edits[messageId];
  if (edit !== undefined) put(messageId, transition(edit));
}

let writing: ReturnType<typeof setTimeout> | undefined;

/** Before the page goes. */
export function writeEdits(): void {
  clearTimeout(writing);
  writing = undefined;
  rememberRecord('edits', useEditsStore.getState().edits, editLimit);
}

useEditsStore.subscribe(() => {
  writing ??= setTimeout(writeEdits, writeDelayMs);
});
globalThis.addEventListener?.('pagehide', writeEdits);
