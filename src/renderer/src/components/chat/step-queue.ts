/**
 * Goes up to so many steps, forward or, below 0, back, as far as it can in one go; gives how many it made, 0 where there is none
 * further. A promise when something has to be read first.
 */
type GoSteps = (by: number) => number | Promise<number>;

/**
 * Makes every press of a held key a step: those that come while a step waits are made after it together, one the other way
 * takes one of them back, and at the end of the way the rest is forgotten.
 */
export function createStepQueue(goSteps: GoSteps): (by: 1 | -1) => Promise<void> {
  let owed = 0;
  let isStepping = false;
  return async (by) => {
    owed += by;
    if (isStepping) return;
    isStepping = true;
    try {
      while (owed !== 0) {
        const going = goSteps(owed);
        // Without a wait the key has its effect at once.
        const gone = typeof going === 'number' ? going : await going;
        owed = gone === 0 ? 0 : owed - gone;
      }
    } finally {
      isStepping = false;
      owed = 0;
    }
  };
}
