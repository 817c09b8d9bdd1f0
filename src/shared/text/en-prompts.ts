const prompts = (count: number) => `${count} ${count === 1 ? 'prompt' : 'prompts'}`;

/** The prompt library. */
export const promptTexts = {
  title: 'Prompts',
  untitled: 'Untitled prompt',
  list: 'Prompts',
  filter: 'Find a prompt',
  keys: 'Arrow keys choose a prompt, Enter uses it.',
  nothingFound: 'No prompt has these letters in its title or folder.',
  noFolder: 'No folder',
  emptyTitle: 'No prompts yet',
  emptyBody:
    'Keep what you write again and again. A part like {{topic}} is asked for when you use the prompt.',
  new: 'New prompt',
  saveMessage: 'Save as a prompt…',
  duplicate: 'Duplicate',
  copyOf: (name: string) => `${name} (copy)`,
  delete: 'Delete prompt',
  use: 'Use',
  more: 'More',
  import: 'Import…',
  exportAll: 'Export all…',
  exportFolder: (folder: string) => `Export folder “${folder}”…`,
  renameFolder: (folder: string) => `Rename folder “${folder}”`,
  folderName: 'New name of the folder',
  fields: {
    title: 'Title',
    folder: 'Folder',
    folderHint: 'Folders inside folders are written with /.',
    body: 'Text',
    bodyPlaceholder:
      'Write {{name}} for what is different each time, {{name=default}} to give it a first value.',
  },
  asksFor: 'Asks for',
  fillsIn: 'Fills in',
  withDefault: (name: string, fallback: string) => `${name} = ${fallback}`,
  notSaved: 'Not saved yet.',

  fill: {
    title: (name: string) => `Fill in “${name}”`,
    preview: 'Preview',
    insert: 'Insert',
    keys: 'Enter goes to the next empty field, from the last one it inserts. Shift+Enter begins a new line.',
  },

  fileName: 'Prompts',
  exportTitle: 'Export prompts',
  importTitle: 'Import prompts',
  tooMany: (limit: number) => `with it there are more than ${limit} prompts`,
  imported: (added: number, passedOver: number) => {
    const known = passedOver === 0 ? '' : ` ${prompts(passedOver)} had been there already.`;
    return `Imported ${prompts(added)}.${known}`;
  },
  deleted: (name: string, count: number) =>
    count === 1 ? `Deleted the prompt “${name}”.` : `Deleted ${prompts(count)}.`,
};
