/** One step; false where there is none further. A promise when something has to be read first. */
type StepOnce = (by: 1 | -1) => boolean | Promise<boolean>;

/**
 * Makes every press of a held key a step: those that come while a step waits are made after it, one the other way takes
 * one of them back, and at the end of the way the rest is forgotten.
 */
export function createStepQueue(stepOnce: StepOnce): (by: 1 | -1) => Promise<void> {
  let owed = 0;
  let isStepping = false;
  return async (by) => {
    owed += by;
    if (isStepping) return;
    isStepping = true;
    try {
      while (owed !== 0) {
        const direction = owed > 0 ? 1 : -1;
        owed -= direction;
        const stepped = stepOnce(direction);
        // Without a wait the key has its effect at once.
        if (!(typeof stepped === 'boolean' ? stepped : await stepped)) owed = 0;
      }
    } finally {
      isStepping = false;
      owed = 0;
    }
  };
}
