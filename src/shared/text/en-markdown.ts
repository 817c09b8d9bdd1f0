/** What the reader sees or hears around an answer's Markdown. */
export const markdownTexts = {
  copyCode: 'Copy',
  codeCopied: 'Copied',
  copyFailed: 'Could not copy',
  /** Label of a block whose language the answer did not name. */
  plainCode: 'Code',
  codeRegion: (language: string) => `${language} code`,
  tableRegion: 'Table',
  taskDone: 'Done',
  taskOpen: 'Not done',
  /** In the place of a picture; Parlor never loads one that an answer links to. */
  imageBlocked: 'Picture not loaded',
  openLink: 'Open link',
};
