/** Puts a text on the clipboard; false when the system did not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The same with formatted text beside the plain one: who pastes gets what their program takes. */
export async function copyHtml(html: string, plain: string): Promise<boolean> {
  const blob = (type: string, content: string) => new Blob([content], { type });
  try {
    const item = { 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', plain) };
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return true;
  } catch {
    return false;
  }
}

/** The way without a permission: a text field, selected and copied. */
function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
