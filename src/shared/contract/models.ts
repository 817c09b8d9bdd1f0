import * as v from 'valibot';
import type { InstalledModel, OllamaStatus } from '../domain.ts';
import { carries, takes } from './define.ts';

export const modelRequests = {
  /** Installed models that can chat, newest first. */
  'models:list': takes(v.undefined()).returns<readonly InstalledModel[]>(),
  /** Asks Ollama now; emits `ollama:changed` when the status differs from the one last seen. */
  'ollama:status': takes(v.undefined()).returns<OllamaStatus>(),
  /** Tries an address without keeping it. Empty = the one that would be used without a setting. */
  'ollama:test': takes(v.strictObject({ address: v.pipe(v.string(), v.maxLength(500)) })).returns<{
    readonly address: string;
    readonly version: string;
    readonly modelCount: number;
  }>(),
  /** Starts the built-in demo server and talks to it until `demo:stop` or the end of the program. */
  'demo:start': takes(v.undefined()).returns<OllamaStatus>(),
  'demo:stop': takes(v.undefined()).returns<OllamaStatus>(),
};

export const modelEvents = {
  'ollama:changed': carries<OllamaStatus>(),
};
