import { create } from 'zustand';
import type { Draft } from '#shared/contract/sessions.ts';
import type { SessionId } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';
import { withDraftAside } from './drafts-aside.ts';

const saveDelayMs = 300;

interface DraftsStore {
  readonly drafts: Readonly<Record<SessionId, string>>;
  /** Why the last message of a session was not accepted. */
  readonly problems: Readonly<Record<SessionId, ErrorReport>>;
  /** Why drafts cannot be saved at the moment. */
  readonly savingProblem: ErrorReport | null;
  /** Drafts that wait because an earlier message took their place, the newest first. */
  readonly setAside: Readonly<Record<SessionId, readonly string[]>>;
  /** Takes over the text of a draft read from main, unless this window has a newer one. */
  loaded(sessionId: SessionId, draft: Pick<Draft, 'text' | 'setAside'>): void;
  /** Lets the draft wait, and puts `text` in its place: `takenUp`, or what became of it. */
  replace(sessionId: SessionId, text: string, takenUp: string): void;
  /** Puts the newest draft that waits into an empty field. */
  bringBack(sessionId: SessionId): void;
  /** Keeps what was typed, and saves it a moment later. */
  write(sessionId: SessionId, draft: string): void;
  /** Empties the field for a message on its way; saved only by `accepted`, so that a crash loses nothing. */
  take(sessionId: SessionId): string;
  accepted(sessionId: SessionId): void;
  /** Puts a message that was refused back, before what has been typed since. */
  refused(sessionId: SessionId, message: string, problem: ErrorReport): void;
  dismissProblem(sessionId: SessionId): void;
  /** Saves at once what is waiting; resolves when it is saved or cannot be. */
  flush(): Promise<void>;
}

/** What is being written in each session. */
export const useDraftsStore = create<DraftsStore>()((set, get) => ({
  drafts: {},
  setAside: {},
  problems: {},
  savingProblem: null,

  loaded(sessionId, { text, setAside = [] }) {
    if (get().drafts[sessionId] !== undefined) return;
    setDraft(sessionId, text);
    putAside(sessionId, setAside);
  },

  replace(sessionId, text, takenUp) {
    const waiting = get().setAside[sessionId] ?? [];
    putAside(sessionId, withDraftAside(waiting, get().drafts[sessionId] ?? '', takenUp));
    movedAside.add(sessionId);
    get().write(sessionId, text);
  },

  bringBack(sessionId) {
    const [newest, ...others] = get().setAside[sessionId] ?? [];
    if (newest === undefined || get().drafts[sessionId] !== '') return;
    putAside(sessionId, others);
    movedAside.add(sessionId);
    get().write(sessionId, newest);
  },

  write(sessionId, draft) {
    setDraft(sessionId, draft);
    get().dismissProblem(sessionId);
    save(sessionId);
  },

  take(sessionId) {
    const draft = get().drafts[sessionId] ?? '';
    // Until main has the message, its text has to be somewhere.
    if (waiting.has(sessionId)) void saveNow(sessionId);
    setDraft(sessionId, '');
    get().dismissProblem(sessionId);
    return draft;
  },

  accepted: (sessionId) => save(sessionId),

  refused(sessionId, message, problem) {
    const since = get().drafts[sessionId] ?? '';
    setDraft(sessionId, [message, since].filter((part) => part !== '').join('\n'));
    set(({ problems }) => ({ problems: { ...problems, [sessionId]: problem } }));
    save(sessionId);
  },

  dismissProblem(sessionId) {
    if (get().problems[sessionId] === undefined) return;
    set(({ problems: { [sessionId]: _, ...problems } }) => ({ problems }));
  },

  async flush() {
    await Promise.all([...waiting.keys()].map(saveNow));
  },
}));

/** Sessions whose drafts that wait have to be saved with the next draft: in one transaction, so that none is lost between. */
const movedAside = new Set<SessionId>();
const waiting = new Map<SessionId, ReturnType<typeof setTimeout>>();

function setDraft(sessionId: SessionId, draft: string): void {
  useDraftsStore.setState(({ drafts }) => ({ drafts: { ...drafts, [sessionId]: draft } }));
}

function putAside(sessionId: SessionId, texts: readonly string[]): void {
  useDraftsStore.setState(({ setAside }) => ({ setAside: { ...setAside, [sessionId]: texts } }));
}

function save(sessionId: SessionId): void {
  cancelSave(sessionId);
  waiting.set(
    sessionId,
    setTimeout(() => void saveNow(sessionId), saveDelayMs),
  );
}

function cancelSave(sessionId: SessionId): void {
  clearTimeout(waiting.get(sessionId));
  waiting.delete(sessionId);
}

async function saveNow(sessionId: SessionId): Promise<void> {
  cancelSave(sessionId);
  const { drafts, setAside } = useDraftsStore.getState();
  const isMoved = movedAside.delete(sessionId);
  const aside = isMoved ? { setAside: [...(setAside[sessionId] ?? [])] } : {};
  try {
    await api.request('drafts:save', { sessionId, text: drafts[sessionId] ?? '', ...aside });
    useDraftsStore.setState({ savingProblem: null });
  } catch (thrown) {
    if (isMoved) movedAside.add(sessionId);
    // The draft stays in the field; a session that is gone needs none.
    const savingProblem = toErrorReport(thrown);
    if (savingProblem.code !== 'not-found') useDraftsStore.setState({ savingProblem });
  }
}
