const longest = 200;

/** The first line of a text that says something, without the signs Markdown begins lines with. */
export function firstLineOf(text: string): string {
  const beginning = text.slice(0, 4_000);
  for (const line of beginning.split('\n')) {
    const bare = line
      .replace(/^[\s>#*+|`~-]+/, '')
      .replaceAll(/[*`]+/g, '')
      .trim();
    if (bare !== '') return bare.slice(0, longest);
  }
  return beginning.trim().slice(0, longest);
}
