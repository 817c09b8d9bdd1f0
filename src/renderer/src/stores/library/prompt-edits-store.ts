import { create } from 'zustand';
import type { PromptFields, PromptId } from '#shared/contract/prompts.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';
import { usePromptsStore } from './prompts-store.ts';

const saveDelayMs = 400;

export interface ShownPrompt {
  readonly id: PromptId;
  readonly fields: PromptFields;
}

interface PromptEditsStore {
  /** The prompt in the editor. */
  readonly shown: ShownPrompt | null;
  /** What was written and is not in the library yet. */
  readonly unsaved: Readonly<Record<PromptId, PromptFields>>;
  /** Why the last saving did not work. */
  readonly problem: ErrorReport | null;
  /** Reads a prompt into the editor; one that is gone empties it. */
  show(promptId: PromptId): Promise<void>;
  /** Puts a new prompt into the editor; it is saved once something is written. */
  begin(promptId: PromptId, fields: PromptFields): void;
  change(changes: Partial<PromptFields>): void;
  /** Empties the editor; what is not saved yet is saved. */
  leave(): void;
  /** Saves at once what is waiting; resolves when it is saved or cannot be. */
  flush(): Promise<void>;
  /** Forgets what was written in a prompt that goes away. */
  drop(promptId: PromptId): void;
}

export const nothingWritten: PromptFields = { folder: '', title: '', body: '' };

let lastShown = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The prompt being edited. Nothing written is lost: what could not be saved stays until it can. */
export const usePromptEditsStore = create<PromptEditsStore>()((set, get) => ({
  shown: null,
  unsaved: {},
  problem: null,

  async show(promptId) {
    lastShown += 1;
    const request = lastShown;
    void get().flush();
    const written = get().unsaved[promptId];
    if (written !== undefined) {
      set({ shown: { id: promptId, fields: written } });
      return;
    }
    const prompt = await api.request('prompts:get', { promptId });
    if (request !== lastShown) return;
    const { folder, title, body } = prompt;
    set({ shown: { id: promptId, fields: { folder, title, body } } });
  },

  begin(promptId, fields) {
    lastShown += 1;
    void get().flush();
    set({ shown: { id: promptId, fields } });
  },

  change(changes) {
    const { shown } = get();
    if (shown === null) return;
    const fields = { ...shown.fields, ...changes };
    set(({ unsaved }) => ({
      shown: { id: shown.id, fields },
      unsaved: { ...unsaved, [shown.id]: fields },
    }));
    clearTimeout(timer);
    timer = setTimeout(() => void get().flush(), saveDelayMs);
  },

  leave() {
    lastShown += 1;
    void get().flush();
    set({ shown: null });
  },

  async flush() {
    clearTimeout(timer);
    await Promise.all(Object.entries(get().unsaved).map(([id, fields]) => save(id, fields)));
  },

  drop: forget,
}));

async function save(promptId: PromptId, fields: PromptFields): Promise<void> {
  const isKnown = usePromptsStore.getState().prompts.some(({ id }) => id === promptId);
  if (!isKnown && fields.title.trim() === '' && fields.body.trim() === '') {
    forget(promptId);
    return;
  }
  try {
    await api.request('prompts:save', { promptId, fields });
    // What was typed while it was on its way is still to be saved.
    if (usePromptEditsStore.getState().unsaved[promptId] === fields) forget(promptId);
    usePromptEditsStore.setState({ problem: null });
  } catch (thrown) {
    const problem = toErrorReport(thrown);
    // It went to the trash meanwhile, as it was saved last.
    if (problem.code === 'not-found') forget(promptId);
    else usePromptEditsStore.setState({ problem });
  }
}

function forget(promptId: PromptId): void {
  usePromptEditsStore.setState(({ unsaved: { [promptId]: _, ...unsaved } }) => ({ unsaved }));
}
