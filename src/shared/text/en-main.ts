/** What the main process says by itself, outside the window's page. */
export const mainTexts = {
  cannotStart: (what: string, todo: string) => `Parlor cannot start. ${what} ${todo}`,
  saveAttachmentDialogTitle: (name: string) => `Save ${name}`,
  exportDialogTitle: (title: string) => `Export ${title}`,
  copiedTitle: (title: string) => `${title} (copy)`,
  headTitle: (title: string) => `${title} (up to here)`,
  tailTitle: (title: string) => `${title} (from here)`,
  selectionTitle: (title: string) => `${title} (excerpt)`,
  mergedTitle: (first: string, second: string) => `${first} + ${second}`,
  contextMenu: { copyLink: 'Copy link' },
};
