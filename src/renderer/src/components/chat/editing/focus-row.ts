/**
 * Gives the keyboard back to the row an element stands in, once what replaces the element is drawn. Another message may
 * be in that row by then.
 */
export function focusRowOf(element: HTMLElement | null): () => void {
  const row = element?.closest<HTMLElement>('[data-column], [data-message]') ?? null;
  return () => setTimeout(() => row?.isConnected && row.focus({ preventScroll: true }));
}
