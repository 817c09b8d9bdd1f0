import { create } from 'zustand';
import type { Edit, MessageEdit } from '#shared/contract/edits.ts';
import type { AttachmentId, Message, MessageId, SessionId } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';

interface EditsStore {
  readonly edits: Readonly<Record<MessageId, Edit>>;
  /** The field that is to take the keyboard when it is drawn: one that a restart brought does not. */
  readonly focusId: MessageId | null;
  /** Why edits cannot be saved at the moment. */
  readonly savingProblem: ErrorReport | null;
  /** Takes over what was kept of a session; after the first time this window knows better. */
  loaded(sessionId: SessionId, edits: readonly MessageEdit[]): void;
  /** Opens the field, with what was written in it before if that was never sent. */
  begin(message: Message): void;
  write(messageId: MessageId, text: string): void;
  removeAttachment(messageId: MessageId, id: AttachmentId): void;
  /** Closes the field; what was changed in it stays, to be opened again. */
  leave(message: Message): void;
  /** Forgets it: it is not wanted. */
  drop(messageId: MessageId): void;
  /** Closes the field for a message on its way; forgotten only by `drop`, so that a crash loses nothing. */
  take(messageId: MessageId): void;
  /** It could not be sent. */
  restore(messageId: MessageId, edit: Edit): void;
  /** Saves at once what is waiting; resolves when it is saved or cannot be. */
  flush(): Promise<void>;
}

const saveDelayMs = 300;

/** Messages being written anew, kept until they are sent or dropped, over a restart too. */
export const useEditsStore = create<EditsStore>()((set, get) => ({
  edits: {},
  focusId: null,
  savingProblem: null,

  loaded(sessionId, edits) {
    if (known.has(sessionId)) return;
    known.add(sessionId);
    const kept = edits.map(({ messageId, ...edit }) => {
      sessions.set(messageId, sessionId);
      return [messageId, edit] as const;
    });
    if (kept.length > 0) set((state) => ({ edits: { ...Object.fromEntries(kept), ...state.edits } }));
  },

  begin({ id, sessionId, content }) {
    sessions.set(id, sessionId);
    const { text, removedIds } = get().edits[id] ?? { text: content, removedIds: [] };
    put(id, { text, removedIds, isOpen: true });
    set({ focusId: id });
  },

  write: (messageId, text) => change(messageId, (edit) => ({ ...edit, text })),

  removeAttachment: (messageId, id) =>
    change(messageId, (edit) => ({ ...edit, removedIds: [...edit.removedIds, id] })),

  leave(message) {
    const edit = get().edits[message.id];
    if (edit === undefined) return;
    if (!isChanged(edit, message)) return get().drop(message.id);
    put(message.id, { ...edit, isOpen: false });
    void saveNow(message.id);
  },

  drop(messageId) {
    forget(messageId);
    void saveNow(messageId);
  },

  take(messageId) {
    // Until main has the message, its text has to be somewhere.
    if (waiting.has(messageId)) void saveNow(messageId);
    forget(messageId);
  },

  restore: (messageId, edit) => put(messageId, { ...edit, isOpen: true }),

  async flush() {
    await Promise.all([...waiting.keys()].map(saveNow));
  },
}));

export function isChanged({ text, removedIds }: Edit, message: Message): boolean {
  return text !== message.content || removedIds.length > 0;
}

/** Sessions whose edits were read. */
const known = new Set<SessionId>();
/** Where each message that is or was written anew belongs. */
const sessions = new Map<MessageId, SessionId>();
const waiting = new Map<MessageId, ReturnType<typeof setTimeout>>();

function put(messageId: MessageId, edit: Edit): void {
  useEditsStore.setState(({ edits }) => ({ edits: { ...edits, [messageId]: edit } }));
  clearTimeout(waiting.get(messageId));
  waiting.set(
    messageId,
    setTimeout(() => void saveNow(messageId), saveDelayMs),
  );
}

function change(messageId: MessageId, transition: (edit: Edit) => Edit): void {
  const edit = useEditsStore.getState().edits[messageId];
  if (edit !== undefined) put(messageId, transition(edit));
}

function forget(messageId: MessageId): void {
  useEditsStore.setState(({ edits: { [messageId]: _, ...edits } }) => ({ edits }));
}

async function saveNow(messageId: MessageId): Promise<void> {
  clearTimeout(waiting.get(messageId));
  waiting.delete(messageId);
  const sessionId = sessions.get(messageId);
  if (sessionId === undefined) return;
  const edit = useEditsStore.getState().edits[messageId] ?? null;
  try {
    await api.request('edits:save', { sessionId, messageId, edit });
    useEditsStore.setState({ savingProblem: null });
  } catch (thrown) {
    // What is written stays in its field; a message that is gone needs none.
    const savingProblem = toErrorReport(thrown);
    if (savingProblem.code !== 'not-found') useEditsStore.setState({ savingProblem });
  }
}
