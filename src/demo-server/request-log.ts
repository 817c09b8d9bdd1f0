/** One request as the server received it; the two flags change while it is answered. */
export interface DemoRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Parsed JSON; undefined when there was no body, the bare text when it was no JSON. */
  readonly body: unknown;
  /** `body.model`, for behaviours that depend on it; empty when there is none. */
  readonly model: string;
  /** The last user message of a chat; empty elsewhere. */
  readonly prompt: string;
  /** The server sent all it wanted to send. */
  readonly isAnswered: boolean;
  /** The client closed the connection before that. */
  readonly isClosedByClient: boolean;
}

export type OpenRequest = { -readonly [Key in keyof DemoRequest]: DemoRequest[Key] };

export interface RequestLog {
  readonly requests: readonly DemoRequest[];
  add(request: OpenRequest): void;
  /** To be called after a flag of a request changed. */
  changed(): void;
  /** Resolves with the `nth` (1 = first) request that fits, past ones included; rejects when the server closes. */
  waitFor(fits: (request: DemoRequest) => boolean, nth: number): Promise<DemoRequest>;
  close(): void;
}

export function createRequestLog(): RequestLog {
  const requests: DemoRequest[] = [];
  const waiters = new Set<{ readonly look: () => void; readonly giveUp: () => void }>();
  const lookAgain = () => {
    for (const waiter of waiters) waiter.look();
  };
  return {
    requests,
    add(request) {
      requests.push(request);
      lookAgain();
    },
    changed: lookAgain,
    waitFor(fits, nth) {
      return new Promise((resolve, reject) => {
        const waiter = {
          look() {
            const found = requests.filter(fits)[nth - 1];
            if (found === undefined) return;
            waiters.delete(waiter);
            resolve(found);
          },
          giveUp: () => reject(new Error('the demo server was closed while a test waited for a request')),
        };
        waiters.add(waiter);
        waiter.look();
      });
    },
    close() {
      for (const waiter of waiters) waiter.giveUp();
      waiters.clear();
    },
  };
}
