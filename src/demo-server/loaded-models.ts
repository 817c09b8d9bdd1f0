import { type DemoModel, psEntry } from './catalogue.ts';

const defaultKeepAliveMs = 5 * 60_000;
const defaultContextLength = 8_192;
/** What Go prints for "now plus the longest duration": how Ollama says forever. */
const forever = '2318-03-04T11:00:00.854775807Z';

/** Which models count as loaded, for /api/ps: those used, until their keep-alive is over. */
export interface LoadedModels {
  /** @param keepAlive as in the request: seconds, or a Go duration; negative = forever; 0 = unload */
  use(model: DemoModel, keepAlive: unknown, contextLength: number | null): void;
  isLoaded(model: DemoModel): boolean;
  entries(): readonly Record<string, unknown>[];
}

export function createLoadedModels(now: () => number = Date.now): LoadedModels {
  const loaded = new Map<string, { model: DemoModel; contextLength: number; expiresAtMs: number }>();

  function dropExpired(): void {
    for (const [name, { expiresAtMs }] of loaded) if (expiresAtMs <= now()) loaded.delete(name);
  }

  return {
    use(model, keepAlive, contextLength) {
      loaded.set(model.name, {
        model,
        contextLength: contextLength ?? loaded.get(model.name)?.contextLength ?? defaultContextLength,
        expiresAtMs: now() + (keepAliveMs(keepAlive) ?? defaultKeepAliveMs),
      });
    },
    isLoaded(model) {
      dropExpired();
      return loaded.has(model.name);
    },
    entries() {
      dropExpired();
      return [...loaded.values()].map(({ model, contextLength, expiresAtMs }) => {
        const expiresAt = Number.isFinite(expiresAtMs) ? new Date(expiresAtMs).toISOString() : forever;
        return psEntry(model, contextLength, expiresAt);
      });
    },
  };
}

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** Milliseconds, Infinity for forever; null when there is no keep-alive or no understanding it. */
export function keepAliveMs(keepAlive: unknown): number | null {
  if (typeof keepAlive === 'number') return keepAlive < 0 ? Number.POSITIVE_INFINITY : keepAlive * 1_000;
  if (typeof keepAlive !== 'string') return null;
  if (keepAlive.startsWith('-')) return Number.POSITIVE_INFINITY;
  const parts = [...keepAlive.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  if (parts.length === 0) return null;
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (unitsMs[unit ?? ''] ?? 0), 0);
}
