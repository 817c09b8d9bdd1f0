import { createHash } from 'node:crypto';

/** A model the demo server claims to have. Only the name is needed; the rest has quiet defaults. */
export interface DemoModel {
  readonly name: string;
  readonly sizeBytes?: number;
  /** 64 hexadecimal characters; made from the name when absent. */
  readonly digest?: string;
  readonly family?: string;
  readonly families?: readonly string[] | null;
  readonly parameterSize?: string;
  readonly quantization?: string;
  /** Null: not even /api/show tells them (Ollama before 0.6.4). */
  readonly capabilities?: readonly string[] | null;
  readonly contextLength?: number;
  readonly remoteHost?: string;
  readonly remoteModel?: string;
}

/** What the built-in demo offers. */
export const demoModels: readonly DemoModel[] = [
  { name: 'parlor-demo:latest', sizeBytes: 42_000_000, parameterSize: '0.1M' },
  {
    name: 'parlor-demo-thinking:latest',
    sizeBytes: 43_000_000,
    parameterSize: '0.1M',
    capabilities: ['completion', 'thinking'],
  },
  {
    name: 'parlor-demo-vision:latest',
    sizeBytes: 44_000_000,
    parameterSize: '0.1M',
    capabilities: ['completion', 'vision'],
  },
];

/** Kinds of models a client meets in the wild. */
export const otherModels = {
  embeddingOnly: { name: 'only-embeddings:latest', family: 'bert', capabilities: ['embedding'] },
  nullFamilies: { name: 'no-families:latest', families: null },
  cloud: {
    name: 'big-model:480b-cloud',
    sizeBytes: 384,
    parameterSize: '480B',
    capabilities: ['completion', 'tools', 'thinking'],
    contextLength: 262_144,
    remoteHost: 'https://cloud.invalid:443',
    remoteModel: 'big-model:480b',
  },
  silent: { name: 'says-nothing:latest', capabilities: null },
} as const satisfies Record<string, DemoModel>;

export function manyModels(count: number): readonly DemoModel[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `model-${String(index + 1).padStart(3, '0')}:latest`,
    sizeBytes: (index + 1) * 1_000_000,
  }));
}

/** Ollama finds names without regard to case, and without a tag means `latest`. */
export function findModel(models: readonly DemoModel[], name: string): DemoModel | undefined {
  const wanted = fullName(name);
  return models.find((model) => fullName(model.name) === wanted);
}

function fullName(name: string): string {
  const lower = name.toLowerCase();
  return /:[^/]*$/.test(lower) ? lower : `${lower}:latest`;
}

export function capabilitiesOf(model: DemoModel): readonly string[] | null {
  return model.capabilities === undefined ? ['completion'] : model.capabilities;
}

/**
 * An entry of /api/tags.
 * @param isOldServer Ollama before 0.30: no capabilities and no context length here.
 */
export function tagsEntry(model: DemoModel, isOldServer: boolean): Record<string, unknown> {
  const capabilities = capabilitiesOf(model);
  return {
    ...identity(model),
    modified_at: '2026-11-21T09:00:00.123456789+01:00',
    details: { ...details(model), ...(isOldServer ? {} : { context_length: contextLengthOf(model) }) },
    ...(isOldServer || capabilities === null ? {} : { capabilities }),
    ...(model.remoteHost === undefined
      ? {}
      : { remote_host: model.remoteHost, remote_model: model.remoteModel ?? model.name }),
  };
}

/** The answer of /api/show. */
export function showAnswer(model: DemoModel): Record<string, unknown> {
  const architecture = model.family ?? 'demo';
  const capabilities = capabilitiesOf(model);
  return {
    license: '',
    modelfile: `FROM ${model.name}`,
    parameters: '',
    template: '{{ .Prompt }}',
    details: details(model),
    model_info: {
      'general.architecture': architecture,
      [`${architecture}.context_length`]: contextLengthOf(model),
    },
    ...(capabilities === null ? {} : { capabilities }),
    ...(model.remoteHost === undefined ? {} : { remote_host: model.remoteHost }),
    modified_at: '2026-11-21T09:00:00.123456789+01:00',
  };
}

/** An entry of /api/ps. @param expiresAt when it will be unloaded, as Ollama writes it */
export function psEntry(model: DemoModel, contextLength: number, expiresAt: string): Record<string, unknown> {
  const size = sizeOf(model) * 2;
  return {
    ...identity(model),
    size,
    details: details(model),
    expires_at: expiresAt,
    size_vram: size,
    context_length: contextLength,
  };
}

function identity(model: DemoModel): Record<string, unknown> {
  return {
    name: model.name,
    model: model.name,
    size: sizeOf(model),
    digest: model.digest ?? createHash('sha256').update(model.name).digest('hex'),
  };
}

function details(model: DemoModel): Record<string, unknown> {
  const family = model.family ?? 'demo';
  return {
    parent_model: '',
    format: 'gguf',
    family,
    families: model.families === undefined ? [family] : model.families,
    parameter_size: model.parameterSize ?? '1.0B',
    quantization_level: model.quantization ?? 'Q4_K_M',
  };
}

const sizeOf = (model: DemoModel) => model.sizeBytes ?? 1_000_000_000;
const contextLengthOf = (model: DemoModel) => model.contextLength ?? 32_768;
