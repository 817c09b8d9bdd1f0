/** Parts of a long text, each ending with a line where there is one: what is out of view need not be laid out. */
export function textParts(content: string, partLength: number): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  while (start < content.length) {
    const wanted = start + partLength;
    const lineEnd = wanted >= content.length ? content.length : content.lastIndexOf('\n', wanted) + 1;
    const end = lineEnd > start ? lineEnd : beforePair(content, wanted);
    parts.push(content.slice(start, end));
    start = end;
  }
  return parts;
}

/** Not between the two halves of one character. */
function beforePair(content: string, at: number): number {
  const unit = content.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
