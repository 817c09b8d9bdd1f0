/** Messages that wait for the answer before them. */
export const queueTexts = {
  label: 'Messages that wait',
  waiting: (count: number) =>
    count === 1 ? 'Goes when the answer is complete.' : 'Each goes when the answer before it is complete.',
  reasons: {
    stopped: (count: number) => `The answer was stopped, so ${these(count)}.`,
    failed: (count: number) => `The answer failed, so ${these(count)}.`,
    interrupted: (count: number) => `The answer was cut off, so ${these(count)}.`,
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
  edit: (files: number) =>
    files === 0
      ? 'waits; Enter edits it'
      : `waits with ${files === 1 ? '1 file' : `${files} files`}; Enter edits it`,
  editField: (place: number) => `Message ${place} that waits`,
  editHint: 'Enter saves, Shift+Enter breaks the line, Esc leaves it as it was',
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
  return count === 1 ? 'this one waits' : 'these wait';
}
