/** What the main process says by itself, outside the window's page. */
export const mainTexts = {
  contextMenu: { copyLink: 'Copy link' },
};
