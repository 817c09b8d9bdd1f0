/** Whether a draft is meant for Parlor: a slash and a letter. `//` begins a message with one slash. */
export function isCommandLine(draft: string): boolean {
  return /^\/[a-z]/i.test(draft);
}
