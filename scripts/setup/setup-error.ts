/** A failure that was foreseen: its message says what happened and what to do, so no stack is printed. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
