const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Someone asks this process to stop: Ctrl+C, `kill`, the terminal is closed, or npm is gone. */
export type StopRequest = {
  /** The first signal that came, if any. */
  readonly signal: () => NodeJS.Signals | undefined;
  /** Calls the listener at every signal from now on; gives the function that takes it off again. */
  readonly listen: (listener: (signal: NodeJS.Signals) => void) => () => void;
  /** From now on signals end this process as usual. */
  readonly dispose: () => void;
};

/** From this call on signals no longer end the process, so that the caller can clean up. */
export function listenForStop(): StopRequest {
  let first: NodeJS.Signals | undefined;
  const listeners = new Set<(signal: NodeJS.Signals) => void>();
  const onSignal = (signal: NodeJS.Signals) => {
    first ??= signal;
    for (const listener of listeners) {
      listener(signal);
    }
  };
  for (const signal of stopSignals) {
    process.on(signal, onSignal);
  }
  const unwatch = watchNpm(() => onSignal('SIGTERM'));
  return {
    signal: () => first,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      unwatch();
      for (const signal of stopSignals) {
        process.removeListener(signal, onSignal);
      }
    },
  };
}

/**
 * `kill` of an npm ends npm and the shell it started, but the shell does not pass the signal on. What is seen of it
 * here is that this process gets another parent.
 */
function watchNpm(onGone: () => void): () => void {
  const { npm_lifecycle_event } = process.env;
  if (npm_lifecycle_event === undefined || process.platform === 'win32') {
    return () => {};
  }
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      onGone();
    }
  }, 500);
  timer.unref();
  return () => clearInterval(timer);
}
