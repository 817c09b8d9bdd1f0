import { create } from 'zustand';
import type { InstalledModel, OllamaStatus } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { api } from '../../api.ts';

interface ModelsStore {
  readonly status: OllamaStatus | null;
  readonly models: readonly InstalledModel[];
  /** Whether `models` can be trusted. */
  readonly modelsState: 'unknown' | 'loading' | 'ready' | ErrorReport;

  load(): Promise<void>;
  /** Asks Ollama now how it is. */
  check(): Promise<void>;
  refresh(): Promise<void>;
  statusChanged(status: OllamaStatus): void;
  /** Throws what is wrong with the address. */
  test(
    address: string,
  ): Promise<{ readonly address: string; readonly version: string; readonly modelCount: number }>;
  startDemo(): Promise<void>;
  stopDemo(): Promise<void>;
}

/** What is known about Ollama and its models. */
export const useModelsStore = create<ModelsStore>()((set, get) => ({
  status: null,
  models: [],
  modelsState: 'unknown',

  // A status from another place than before reads the list too.
  load: () => get().check(),

  async check() {
    get().statusChanged(await api.request('ollama:status'));
  },

  async refresh() {
    // A list that is known stays in sight while it is read again.
    if (get().modelsState !== 'ready') set({ modelsState: 'loading' });
    const asked = sourceOf(get().status);
    try {
      const models = await api.request('models:list');
      // What another address answered is not the list of this one; that one was asked for with the new status.
      if (sourceOf(get().status) === asked) set({ models, modelsState: 'ready' });
    } catch (thrown) {
      if (sourceOf(get().status) === asked) set({ models: [], modelsState: toErrorReport(thrown) });
    }
  },

  statusChanged(status) {
    const before = get().status;
    set({ status });
    if (sourceOf(before) !== sourceOf(status) || loadedNames(before) !== loadedNames(status)) {
      void get().refresh();
    }
  },

  test: (address) => api.request('ollama:test', { address }),

  async startDemo() {
    get().statusChanged(await api.request('demo:start'));
  },

  async stopDemo() {
    get().statusChanged(await api.request('demo:stop'));
  },
}));

/** Changes when another list of models has to be expected. */
function sourceOf(status: OllamaStatus | null): string {
  return status === null ? '' : `${status.state} ${status.address}`;
}

/** A model that has just been loaded may have just been installed. */
function loadedNames(status: OllamaStatus | null): string {
  return status?.state === 'reachable' ? status.loaded.map(({ name }) => name).join(' ') : '';
}
