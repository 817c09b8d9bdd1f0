import type { Emit, RequestOutput } from '#shared/contract/index.ts';
import type { OllamaStatus } from '#shared/domain.ts';
import { toErrorReport } from '#shared/errors.ts';
import type { OllamaClient } from '../ollama/interface.ts';

const checkIntervalMs = 5_000;
/** While Ollama is away its return should be noticed soon. */
const awayCheckIntervalMs = 2_000;

export interface RunningDemo {
  readonly address: string;
  readonly close: () => Promise<void>;
}

export interface OllamaConnectionOptions {
  /** The address of the settings, empty when none is set. */
  readonly configuredAddress: () => string;
  /** The normalised address for a setting, or for none; throws address-invalid. */
  readonly resolveAddress: (setting: string) => string;
  readonly createClient: (address: string) => OllamaClient;
  readonly startDemo: () => Promise<RunningDemo>;
  readonly emit: Emit;
}

/** Which Ollama Parlor talks to, and what is known about it. */
export interface OllamaConnection {
  /** The client of the address in force. Throws address-invalid. */
  client(): OllamaClient;
  status(): OllamaStatus;
  /** As Ollama last told it; null while it is away. */
  version(): string | null;
  /** Asks Ollama now; emits `ollama:changed` when something is different. */
  check(): Promise<OllamaStatus>;
  /** To be called when the address of the settings has changed. */
  addressChanged(): void;
  /** Tries an address without keeping it. Fails with what is wrong with it. */
  test(setting: string): Promise<RequestOutput<'ollama:test'>>;
  startDemo(): Promise<OllamaStatus>;
  stopDemo(): Promise<OllamaStatus>;
  /** Keeps checking until `close`. */
  watch(): void;
  close(): Promise<void>;
}

export function createOllamaConnection(options: OllamaConnectionOptions): OllamaConnection {
  let client: OllamaClient | null = null;
  let demo: RunningDemo | null = null;
  /** Two requests to start the demo start one. */
  let starting: Promise<RunningDemo> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isWatching = false;
  /** Counts changes of the address, so that an answer from the one before is not taken for the present one. */
  let configuration = 0;
  let status: OllamaStatus = { state: 'checking', address: '', isDemo: false };

  function currentClient(): OllamaClient {
    const address = demo?.address ?? options.resolveAddress(options.configuredAddress());
    if (client?.address !== address) client = options.createClient(address);
    return client;
  }

  async function ask(): Promise<OllamaStatus> {
    const isDemo = demo !== null;
    let address = '';
    try {
      const asked = currentClient();
      address = asked.address;
      const version = await asked.getVersion();
      const loaded = await asked.listLoadedModels();
      return { state: 'reachable', address, isDemo, version, loaded };
    } catch (thrown) {
      return { state: 'unreachable', address, isDemo, error: toErrorReport(thrown) };
    }
  }

  async function check(): Promise<OllamaStatus> {
    const askedConfiguration = configuration;
    const asked = await ask();
    if (askedConfiguration === configuration && JSON.stringify(asked) !== JSON.stringify(status)) {
      status = asked;
      options.emit('ollama:changed', status);
    }
    return status;
  }

  function schedule(): void {
    if (!isWatching) return;
    const delayMs = status.state === 'reachable' ? checkIntervalMs : awayCheckIntervalMs;
    timer = setTimeout(() => void check().finally(schedule), delayMs);
  }

  async function endDemo(): Promise<void> {
    const running = await starting;
    starting = null;
    await running?.close();
  }

  return {
    client: currentClient,
    status: () => status,
    version: () => (status.state === 'reachable' ? status.version : null),
    check,
    addressChanged() {
      configuration += 1;
      void check();
    },
    async test(setting) {
      const tested = options.createClient(options.resolveAddress(setting));
      const [version, models] = await Promise.all([tested.getVersion(), tested.listModels()]);
      return { address: tested.address, version, modelCount: models.length };
    },
    async startDemo() {
      starting ??= options.startDemo();
      const running = await starting;
      if (demo !== running) configuration += 1;
      demo = running;
      return check();
    },
    async stopDemo() {
      demo = null;
      configuration += 1;
      await endDemo();
      return check();
    },
    watch() {
      isWatching = true;
      void check().finally(schedule);
    },
    async close() {
      isWatching = false;
      clearTimeout(timer);
      demo = null;
      await endDemo();
    },
  };
}
