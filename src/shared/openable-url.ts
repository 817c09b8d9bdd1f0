const openableProtocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address a link may open, written out as the browser understands it, or undefined.
 * Only whole addresses: what an answer calls "/page" or "#part" leads nowhere in Parlor.
 */
export function openableUrl(href: string): string | undefined {
  try {
    const url = new URL(href);
    return openableProtocols.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
