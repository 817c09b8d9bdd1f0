/** What the reader sees or hears around an answer's Markdown. */
export const markdownTexts = {
  copyCode: 'Copy',
  codeCopied: 'Copied',
  copyFailed: 'Could not copy',
  saveCode: 'Save',
  /** A switch: long lines are broken instead of scrolled. */
  wrapCode: 'Wrap',
  /** Label of a block whose language the answer did not name. */
  plainCode: 'Code',
  codeRegion: (language: string) => `${language} code`,
  tableRegion: 'Table',
  formula: 'Formula',
  /** A switch on a diagram: shows the text it is drawn from. */
  diagramSource: 'Source',
  diagramRegion: 'Diagram',
  diagramDrawing: 'Drawing the diagram…',
  diagramFailed: 'This diagram could not be drawn. Its source:',
  footnotes: 'Footnotes',
  footnote: (number: number) => `Footnote ${number}`,
  backFromFootnote: (number: number) => `Back to the text of footnote ${number}`,
  /** Stands for the title of something folded that has none. */
  details: 'Details',
  taskDone: 'Done',
  taskOpen: 'Not done',
  /** In the place of a picture; Parlor never loads one that an answer links to. */
  imageBlocked: 'Picture not loaded',
  openLink: 'Open link',
};
