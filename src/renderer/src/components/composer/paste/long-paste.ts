const mostCharacters = 6_000;
const mostLines = 120;

/** Whether a pasted text reads better as a file beside the message. */
export function isLongPaste(text: string): boolean {
  if (text.length > mostCharacters) return true;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines > mostLines;
}

/** A pasted text as a text field keeps it. */
export function asFieldText(pasted: string): string {
  return pasted.replace(/\r\n?/g, '\n');
}

/** The draft without the text that was pasted at `start`, and where it was; null when it is not there any more. */
export function withoutPaste(
  draft: string,
  pasted: string,
  start: number,
): { readonly draft: string; readonly at: number } | null {
  const at = draft.startsWith(pasted, start) ? start : draft.indexOf(pasted);
  return at < 0 ? null : { draft: draft.slice(0, at) + draft.slice(at + pasted.length), at };
}

/** `pasted-text.txt`, `pasted-text-2.txt` ...: the first name that is free. */
export function freeName(name: string, taken: readonly string[]): string {
  const dot = name.lastIndexOf('.');
  let free = name;
  for (let number = 2; taken.includes(free); number += 1) {
    free = `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
  }
  return free;
}
