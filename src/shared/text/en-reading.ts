/** What can be done with one message. */
export const messageActionTexts = {
  more: 'More',
  moreOf: (author: string) => `More to do with this message by ${author}`,
  menu: 'What to do with this message',
  copyMarkdown: 'Copy (as Markdown)',
  copyFormatted: 'Copy with formatting',
  fold: 'Fold to the first line',
  unfold: 'Unfold',
  foldOrUnfold: 'Fold to the first line, or unfold',
  toggleThinking: 'Show or hide the thinking',
  toggleLongText: 'Show all of it or its beginning',
  togglePart: 'Show or hide the thinking or the rest of a long text',
  readAloud: 'Read aloud',
  stopReading: 'Stop reading aloud',
  pauseReading: 'Pause reading aloud',
  resumeReading: 'Go on reading aloud',
};

/** The keys that go through the messages of a session. */
export const readingKeyTexts = {
  section: 'On a message',
  nextPrevious: 'Next or previous message',
  firstLast: 'First or last message of the session',
  menu: 'Everything that can be done with it',
  back: 'Back to the message field',
  code: 'On a block of code: copy, wrap, save',
};

/** What is said of an answer, aloud or by a screen reader, and printed of a session. */
export const readingTexts = {
  codeBlock: (language: string) => (language === '' ? 'Code block.' : `Code block, ${language}.`),
  formula: 'Formula.',
  started: (model: string) => `Answer from ${model} started.`,
  complete: (words: string, count: number) => `Answer complete, ${words} ${count === 1 ? 'word' : 'words'}.`,
  readingFailed: 'The voice of the system failed. Another one can be chosen in the settings.',
  noVoices:
    'This computer has no voice to read with. On Linux install speech-dispatcher and espeak-ng, then start Parlor again; Windows and macOS bring voices in their accessibility settings.',
  sample: 'This is how an answer will sound.',
  aloud: {
    title: 'Reading aloud',
    voice: 'Voice',
    systemVoice: 'The voice of the system',
    named: (name: string, language: string) => (language === '' ? name : `${name} (${language})`),
    missing: (id: string) => `${id} (not on this computer now)`,
    speed: 'Speed',
    times: (factor: string) => `${factor} ×`,
    listen: 'Listen',
    keys: 'S on an answer reads it or stops, Shift+S pauses, Esc stops.',
  },
  print: {
    title: 'Printing',
    progress: (read: string, all: string) => `Preparing ${read} of ${all} messages…`,
    cancel: 'Cancel',
  },
};
