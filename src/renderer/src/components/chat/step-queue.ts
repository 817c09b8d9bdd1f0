/**
 * Goes up to so many steps, forward or, below 0, back, as far as it can in one go; gives how many it made, 0 where there is none
 * further. A promise when something has to be read first.
 */
type GoSteps = (by: number) => number | Promise<number>;

/**
 * Makes every press of a held key a step: those that come while a step waits are made after it together, and one the other way
 * takes one of them back. At the end of the way the rest is forgotten, but not what was pressed the other way meanwhile.
 */
export function createStepQueue(goSteps: GoSteps): (by: 1 | -1) => Promise<void> {
  let owed = 0;
  /** What is being gone; 0 when nothing is. */
  let wanted = 0;
  /** Of what came since then, what leads the other way. */
  let back = 0;
  return async (by) => {
    owed += by;
    if (by * wanted < 0) back += by;
    if (wanted !== 0) return;
    try {
      while (owed !== 0) {
        wanted = owed;
        back = 0;
        const going = goSteps(wanted);
        // Without a wait the key has its effect at once.
        const gone = typeof going === 'number' ? going : await going;
        owed = gone === 0 ? back : owed - gone;
      }
    } finally {
      wanted = 0;
      owed = 0;
    }
  };
}
