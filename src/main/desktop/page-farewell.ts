/** A page that has crashed or hangs does not keep its window open longer than this. */
const patienceMs = 1_000;

/** The last word between a window and its page: what is being typed is saved before the window goes. */
export interface PageFarewell {
  /** Resolves when the page has said that it may go, or has not answered in time. */
  ask(): Promise<void>;
  /** To be called when the page has answered. */
  answered(): void;
}

export function createPageFarewell(tellPage: () => void): PageFarewell {
  let goOn: () => void = () => {};
  return {
    ask: () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, patienceMs);
        goOn = () => {
          clearTimeout(timer);
          resolve();
        };
        tellPage();
      }),
    answered: () => goOn(),
  };
}
