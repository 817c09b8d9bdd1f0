import type { InstalledModel } from '#shared/domain.ts';
import { AppError } from '#shared/errors.ts';
import type { OllamaClient } from '../ollama/interface.ts';

export interface ModelsServiceOptions {
  readonly client: () => OllamaClient;
  /** The default model of the settings; empty when none was chosen. */
  readonly preferredModel: () => string;
}

export interface ModelsService {
  list(): Promise<readonly InstalledModel[]>;
  /** The preferred model when it is installed, else the newest one that can chat, else null. */
  defaultModel(): Promise<string | null>;
  /** True: Ollama has it. False: Ollama is away, so nobody knows. Error: model-missing. */
  isInstalled(model: string): Promise<boolean>;
}

export function createModelsService({ client, preferredModel }: ModelsServiceOptions): ModelsService {
  async function list(): Promise<readonly InstalledModel[]> {
    return client().listModels();
  }
  return {
    list,
    async defaultModel() {
      const names = (await list()).map((model) => model.name);
      const preferred = names.find((name) => name === preferredModel());
      return preferred ?? names[0] ?? null;
    },
    async isInstalled(model) {
      try {
        await client().checkModel(model);
        return true;
      } catch (thrown) {
        if (thrown instanceof AppError && thrown.code === 'model-missing') throw thrown;
        return false;
      }
    },
  };
}
