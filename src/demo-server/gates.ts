/** Where answers wait until a test lets them go on: a counting semaphore for each name, first come first served. */
export interface Gates {
  /** Resolves when a release was (or had been) given; rejects with the signal's reason when it aborts before. */
  pass(gate: string, signal: AbortSignal): Promise<void>;
  /** Lets `count` waiters through, now or when they come; Infinity opens the gate for good. */
  release(count: number, gate: string): void;
  /** Takes back the releases nobody used. */
  shut(gate: string): void;
}

export function createGates(): Gates {
  const credits = new Map<string, number>();
  const waiters = new Map<string, Array<() => void>>();

  function takeCredit(gate: string): boolean {
    const left = credits.get(gate) ?? 0;
    if (left <= 0) return false;
    credits.set(gate, left - 1);
    return true;
  }

  return {
    pass(gate, signal) {
      if (signal.aborted) return Promise.reject(signal.reason);
      if (takeCredit(gate)) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const queue = waiters.get(gate) ?? [];
        waiters.set(gate, queue);
        const leave = () => {
          queue.splice(queue.indexOf(go), 1);
          reject(signal.reason);
        };
        const go = () => {
          signal.removeEventListener('abort', leave);
          resolve();
        };
        queue.push(go);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
    release(count, gate) {
      credits.set(gate, (credits.get(gate) ?? 0) + count);
      const queue = waiters.get(gate) ?? [];
      while (queue.length > 0 && takeCredit(gate)) queue.shift()?.();
    },
    shut(gate) {
      credits.delete(gate);
    },
  };
}
