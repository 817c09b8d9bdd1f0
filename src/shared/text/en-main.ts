/** What the main process says by itself, outside the window's page. */
export const mainTexts = {
  cannotStart: (what: string, todo: string) => `Parlor cannot start. ${what} ${todo}`,
  exportDialogTitle: (title: string) => `Export ${title}`,
  copiedTitle: (title: string) => `${title} (copy)`,
  mergedTitle: (first: string, second: string) => `${first} + ${second}`,
  contextMenu: { copyLink: 'Copy link' },
};
