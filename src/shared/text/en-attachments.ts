import type { AttachmentKind } from '../domain.ts';

const pictures = (count: number) => (count === 1 ? '1 picture' : `${count} pictures`);
const files = (count: number) => (count === 1 ? '1 file' : `${count} files`);

/** Files that go with a message. */
export const attachmentTexts = {
  attach: 'Attach files',
  attachFolder: 'Attach files of a folder',
  drop: 'Drop files to attach them',
  /** Said while files are dragged, before any is refused. */
  limits: (count: number, size: string) => `At most ${count} with one message, each up to ${size}`,
  /** The name of a picture from the clipboard. */
  pasted: (extension: string) => `Pasted picture.${extension}`,
  /** Name of the list above the field, and of the one in a message. */
  inDraft: 'Attached files',
  inMessage: (count: number) => files(count),
  pictures,
  added: (count: number) => (count === 1 ? '1 file is attached.' : `${count} files are attached.`),
  removed: (name: string) => `${name} is no longer attached.`,
  remove: (name: string) => `Remove ${name}`,
  reading: 'being read',
  waitForReading: 'A file is still being read.',
  dismissMore: (count: number) =>
    count === 1 ? '1 more file was not attached.' : `${count} more files were not attached.`,
  kinds: { image: 'Picture', text: 'Text', pdf: 'PDF', docx: 'Word document' } satisfies Record<
    AttachmentKind,
    string
  >,
  sides: (width: string, height: string) => `${width} × ${height}`,
  pages: (count: number) => (count === 1 ? '1 page' : `${count} pages`),
  tokens: (count: string) => `about ${count} tokens`,
  bytes: (count: number) => `${count} B`,
  noText: 'holds no text Parlor can read',
  /** Stands in the text of a document where a picture was. */
  pictureLeftOut: (description: string) =>
    description === '' ? '[picture left out]' : `[picture left out: ${description}]`,
  picturesLeftOut: (count: number) => `${pictures(count)} left out`,
  sum: (count: number, size: string, tokens: string) => `${files(count)}, ${size}, about ${tokens} tokens`,
  sumWithoutTokens: (count: number, size: string) => `${files(count)}, ${size}`,
  willNotBeSent: 'will not be sent',
  blind: (models: string, count: number) =>
    `${models} cannot see pictures: ${pictures(count)} will not be sent.`,
  /** Others of the models that answer can. */
  blindToo: (models: string, count: number) =>
    `${models} cannot see pictures: ${pictures(count)} will be sent only to the others.`,
  chooseOther: 'Choose another model',
  notSent: (model: string, count: number) =>
    `${model} cannot see pictures: ${pictures(count)} ${count === 1 ? 'was' : 'were'} not sent.`,
  open: (name: string) => `Open ${name}`,
  pictureGone: 'This picture cannot be shown.',

  viewer: {
    sent: 'As sent',
    original: 'Original',
    form: 'Which form of the picture',
    saveAs: 'Save as…',
    text: (name: string) => `Text in ${name}`,
    loading: 'Reading…',
    characters: (count: string) => `${count} characters`,
  },

  folder: {
    title: (name: string) => `Files of ${name}`,
    filter: 'Show only files with this in their path',
    list: 'Files',
    all: 'Choose all',
    none: 'Choose none',
    chosen: (count: number, size: string, tokens: string) =>
      `${files(count)} chosen, ${size}, about ${tokens} tokens`,
    nothingChosen: (room: number) =>
      room <= 0
        ? 'This message takes no more files.'
        : `No file is chosen. This message takes ${room === 1 ? '1 more' : `up to ${room}`}.`,
    tooMany: (count: number, room: number) =>
      room <= 0
        ? `${count} chosen, but this message takes no more files.`
        : `${count} chosen, but this message takes only ${room} more.`,
    leftOut: (count: number) =>
      `${count === 1 ? '1 file was' : `${count} files were`} left out: of a kind that cannot be attached, too large, or beyond the first 2,000.`,
    nothingFound: 'No file has this in its path.',
    empty: 'There is nothing in this folder that can be attached.',
    attach: (count: number) => (count === 0 ? 'Attach' : `Attach ${files(count)}`),
  },
};
