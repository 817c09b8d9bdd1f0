type Change<State> = (state: State) => State;

export interface Reading<State> {
  /** What was read, with all that has changed since it was asked for. Ends the reading. */
  caughtUp(state: State): State;
  /** The same, without a result. */
  end(): void;
}

/** What changes while something is read: what arrives then may have been read before that. */
export interface Meanwhile<State> {
  begin(): Reading<State>;
  /** Something has changed; a reading on its way does it once more with its result. */
  noted(change: Change<State>): void;
}

export function createMeanwhile<State>(): Meanwhile<State> {
  const readings = new Set<Change<State>[]>();
  return {
    begin() {
      const changes: Change<State>[] = [];
      readings.add(changes);
      const end = () => readings.delete(changes);
      return {
        caughtUp(state) {
          end();
          return changes.reduce((before, change) => change(before), state);
        },
        end,
      };
    },
    noted(change) {
      for (const changes of readings) changes.push(change);
    },
  };
}
