/** A longer paragraph has more than one line in any window. */
const longestLine = 2_000;

/** Whether Up would find no line of the field's text above the caret, as it is drawn. */
export function isOnFirstLine(field: HTMLTextAreaElement): boolean {
  if (field.selectionStart !== field.selectionEnd) return false;
  return isOneLine(field, field.value.slice(0, field.selectionStart));
}

/** The same for Down. */
export function isOnLastLine(field: HTMLTextAreaElement): boolean {
  if (field.selectionStart !== field.selectionEnd) return false;
  const { value, selectionEnd: caret } = field;
  if (caret === value.length) return true;
  const rest = value.slice(caret, caret + longestLine + 1);
  if (rest.includes('\n') || rest.length > longestLine) return false;
  // The end of a paragraph that wraps: on its last line when the rest does not make it higher.
  const paragraph = value.slice(value.lastIndexOf('\n', caret - 1) + 1);
  const upToCaret = paragraph.slice(0, paragraph.length - rest.length);
  return heightOf(field, paragraph) === heightOf(field, upToCaret);
}

function isOneLine(field: HTMLTextAreaElement, text: string): boolean {
  if (text === '') return true;
  if (text.length > longestLine || text.includes('\n')) return false;
  return heightOf(field, text) === heightOf(field, 'x');
}

const copiedStyles = ['font', 'letterSpacing', 'wordSpacing', 'tabSize', 'textIndent'] as const;

/** How high a text is as the field wraps it, in pixels: lines that wrap are known only to the layout. */
export function heightOf(field: HTMLTextAreaElement, text: string): number {
  const style = getComputedStyle(field);
  const copy = document.createElement('div');
  for (const name of copiedStyles) copy.style[name] = style[name];
  copy.style.width = `${field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)}px`;
  copy.style.position = 'absolute';
  copy.style.visibility = 'hidden';
  copy.style.whiteSpace = 'pre-wrap';
  copy.style.overflowWrap = 'break-word';
  copy.textContent = text;
  document.body.append(copy);
  const height = copy.offsetHeight;
  copy.remove();
  return height;
}
