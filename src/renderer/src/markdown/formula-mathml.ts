import katex from 'katex';

/**
 * A formula as MathML for the clipboard, with its TeX as the text for readers that show none; null when it is no formula
 * that can be drawn. Built by KaTeX with `trust` off, so nothing of it can act.
 */
export function formulaMathml(tex: string, isDisplay: boolean): string | null {
  try {
    const html = katex.renderToString(tex, {
      displayMode: isDisplay,
      output: 'mathml',
      trust: false,
      throwOnError: true,
      strict: 'ignore',
      maxSize: 40,
      maxExpand: 1000,
    });
    return mathElement(html, tex);
  } catch {
    // Also what is beyond KaTeX: thousands of open braces.
    return null;
  }
}

/** The TeX goes into an attribute: as an annotation it would be a second text in programs that know no MathML. */
function mathElement(html: string, tex: string): string | null {
  const math = /<math[\s>].*<\/math>/su.exec(html)?.[0];
  if (math === undefined) return null;
  const alternative = tex.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return math
    .replace(/<annotation[^>]*>[^<]*<\/annotation>/gu, '')
    .replace(/<\/?semantics>/gu, '')
    .replace('<math', () => `<math alttext="${alternative}"`);
}
