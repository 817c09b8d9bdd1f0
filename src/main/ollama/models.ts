import type { InstalledModel, LoadedModel } from '#shared/domain.ts';
import type { PsEntry, ShowAnswer, TagsEntry } from './wire.ts';

const yearMs = 365.25 * 24 * 3_600_000;
/** An expiry further away than this is Ollama's way to say "never" (it adds 292 years). */
const foreverMs = 50 * yearMs;

/** @param shown what /api/show told; null when it was not asked or failed */
export function toInstalledModel(entry: TagsEntry, shown: ShowAnswer | null): InstalledModel {
  return {
    name: entry.name,
    sizeBytes: entry.size ?? 0,
    parameterSize: entry.details?.parameter_size || null,
    quantization: entry.details?.quantization_level || null,
    family: entry.details?.family || null,
    digest: entry.digest || null,
    capabilities: entry.capabilities ?? shown?.capabilities ?? null,
    contextLength: entry.details?.context_length || contextLengthShown(shown),
    remoteHost: entry.remote_host || shown?.remote_host || hostOfCloudName(entry.name),
  };
}

/** Embedding-only models and the like cannot. A server that does not tell gets the benefit of the doubt. */
export function canChat(model: InstalledModel): boolean {
  return model.capabilities === null || model.capabilities.includes('completion');
}

/**
 * `expiresAt` (ms since 1970) is null when the model stays until somebody unloads it, or when the server does not tell.
 * @param now ms since 1970
 */
export function toLoadedModel(entry: PsEntry, now: number): LoadedModel {
  return {
    name: entry.name,
    sizeBytes: entry.size ?? 0,
    vramBytes: entry.size_vram ?? 0,
    contextLength: entry.context_length || null,
    expiresAt: expiry(entry.expires_at, now),
  };
}

/** Go's zero time is the year 1, negative in milliseconds since 1970. */
function expiry(text: string | null, now: number): LoadedModel['expiresAt'] {
  const at = text === null ? Number.NaN : Date.parse(text);
  if (!(at > 0)) return null;
  return at - now < foreverMs ? at : 'never';
}

/** The key names the architecture: `llama.context_length`. */
function contextLengthShown(shown: ShowAnswer | null): number | null {
  const info = shown?.model_info;
  if (info === null || info === undefined) return null;
  const length = info[`${String(info['general.architecture'])}.context_length`];
  return typeof length === 'number' && length > 0 ? length : null;
}

/** Cloud models are known by their names even where `remote_host` is missing; prompts to them leave the computer. */
function hostOfCloudName(name: string): string | null {
  return /[:-]cloud$/i.test(name) ? 'ollama.com' : null;
}
