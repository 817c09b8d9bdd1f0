/** Messages that wait for the answer before them. */
export const queueTexts = {
  label: 'Messages that wait',
  waiting: (count: number) =>
    count === 1
      ? 'Goes when the answer is complete.'
      : `${count} messages wait; each goes when the answer before it is complete.`,
  reasons: {
    stopped: (count: number) => `The answer was stopped, so ${these(count)}.`,
    failed: (count: number) => `The answer failed, so ${these(count)}.`,
    interrupted: (count: number) => `The answer was cut off, so ${these(count)}.`,
    /** The first one is being changed. */
    changing: (count: number) =>
      count === 1 ? 'Goes when you have changed it.' : 'They go when you have changed the first one.',
    other: (count: number) => (count === 1 ? 'Waits until you send it.' : 'These wait until you send them.'),
  },
  sendNow: 'Send now',
  sendNowHint: 'Sends the first one now, and the others after it',
  add: 'Queue',
  addHints: {
    other: {
      enter: 'The model is answering; Enter queues your message.',
      'mod-enter': 'The model is answering; Ctrl+Enter queues your message.',
    },
    mac: {
      enter: 'The model is answering; Return queues your message.',
      'mod-enter': 'The model is answering; ⌘ Return queues your message.',
    },
  },
  /** Beside the words of a message that waits. */
  edit: (files: number, models: string | null) =>
    [
      'waits',
      files === 0 ? '' : ` with ${files === 1 ? '1 file' : `${files} files`}`,
      models === null ? '' : ` to be answered by ${models}`,
      '; Enter edits it',
    ].join(''),
  /** The models that answer it, when they are not just the one of the session. */
  models: (joined: string) => `answered by ${joined}`,
  ownModel: 'the model of the session',
  editField: (place: number) => `Message ${place} that waits`,
  editHint:
    'It waits while you change it. Enter ends that, Shift+Enter breaks the line, Esc takes the change back.',
  remove: 'Delete',
  removeNamed: (place: number) => `Delete message ${place} that waits`,
  onlyFiles: 'Files without words',
  added: (count: number) => (count === 1 ? 'Queued.' : `Queued. ${count} messages wait.`),
  sent: 'The next message that waited was sent.',
  removed: (beginning: string) => `“${beginning}” will not be sent.`,
  removedFiles: 'The files will not be sent.',
  sentBeforeChange: 'The message was sent before your change was saved. The changed text is in the field.',
};

function these(count: number): string {
  return count === 1 ? 'this one waits' : `these ${count} wait`;
}
