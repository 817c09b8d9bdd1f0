import { defaultModelOf, type InstalledModel } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { OllamaClient } from '../ollama/interface.ts';

/** How long a new session may wait to learn which models there are: making one has to feel instant. */
const patienceMs = 1_000;

export interface ModelsServiceOptions {
  readonly client: () => OllamaClient;
  /** The default model of the settings; empty when none was chosen. */
  readonly preferredModel: () => string;
}

export interface ModelsService {
  list(): Promise<readonly InstalledModel[]>;
  /**
   * The preferred model when it is installed, else the newest one that can chat, else null. Known from the last list
   * of the same Ollama; only when there is none it is asked, for a second at most. Error: as of `list`.
   */
  defaultModel(): Promise<string | null>;
  /** What the last list of the same Ollama told about a model; null when it was not in it. Asks nobody. */
  known(model: string): InstalledModel | null;
  /** True: Ollama has it. False: Ollama is away or slow, so nobody knows. Error: model-missing. */
  isInstalled(model: string): Promise<boolean>;
}

export function createModelsService({ client, preferredModel }: ModelsServiceOptions): ModelsService {
  let known: { readonly address: string; readonly models: readonly InstalledModel[] } | null = null;

  async function list(signal?: AbortSignal): Promise<readonly InstalledModel[]> {
    const asked = client();
    const models = await asked.listModels(signal);
    known = { address: asked.address, models };
    return models;
  }

  async function names(): Promise<readonly string[]> {
    const { address } = client();
    if (known?.address === address && known.models.length > 0) return known.models.map(({ name }) => name);
    const models = await withPatience(address, (signal) => list(signal));
    return models.map((model) => model.name);
  }

  return {
    list: () => list(),
    async defaultModel() {
      return defaultModelOf(await names(), preferredModel());
    },
    known(name) {
      if (known?.address !== client().address) return null;
      return known.models.find((model) => model.name === name) ?? null;
    },
    async isInstalled(model) {
      const asked = client();
      try {
        await withPatience(asked.address, (signal) => asked.checkModel(model, signal));
        return true;
      } catch (thrown) {
        if (thrown instanceof AppError && thrown.code !== 'model-missing') return false;
        throw thrown;
      }
    },
  };
}

/** An Ollama that does not answer in time counts as one that is away. */
async function withPatience<Value>(
  address: string,
  ask: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    return await ask(signal);
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
    throw new AppError({ code: 'ollama-unreachable', details: { address } }, { cause: thrown });
  }
}
