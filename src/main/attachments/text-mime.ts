const mimes: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  html: 'text/html',
  htm: 'text/html',
  xml: 'application/xml',
  svg: 'image/svg+xml',
};

/** The kind of text by its name: which of them a text is cannot be told from its bytes. */
export function textMime(name: string): string {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  return (ending === undefined ? undefined : mimes[ending]) ?? 'text/plain';
}
