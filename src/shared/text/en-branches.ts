const messages = (count: number) => (count === 1 ? '1 message' : `${count} messages`);

/** The branches of a session: its tree, two versions side by side, messages chosen one by one. */
export const branchTexts = {
  versions: (index: number, count: number) =>
    `Version ${index} of ${count}. The other versions, and what follows them, are kept and not shown.`,
  compare: 'Compare',
  compareVersions: 'Compare with another version',

  newSessionHead: 'New session up to here',
  newSessionTail: 'New session from here on',
  selectFromHere: 'Choose messages…',
  deleteOne: 'Delete this message',

  tree: {
    title: 'Branches of this session',
    open: (count: number) => `Show all ${count} branches of this session`,
    label: 'Messages of all branches',
    keys: 'Arrows move, Enter goes to the message. Delete takes it to the trash, Shift+Delete what follows it, too.',
    empty: 'Nothing has been said here yet.',
    left: (count: number) => `after ${messages(count)} more`,
    omitted: (count: number) =>
      `${messages(count)} on side branches are not listed; their siblings lead to them.`,
    by: (author: string) => `${author}:`,
    shown: 'on the branch that is shown',
    fork: 'Version',
    noText: 'No text',
    goThere: 'Go there',
  },

  diff: {
    title: 'Two versions compared',
    older: 'From',
    newer: 'To',
    version: (index: number, count: number, author: string, time: string) =>
      `${index} of ${count}: ${author}, ${time}`,
    working: 'Comparing…',
    view: 'Show as',
    inline: 'One text',
    columns: 'Side by side',
    olderEmpty: 'The first version has no text.',
    newerEmpty: 'The second version has no text.',
    onlySpace: 'Only spaces and line breaks are different; they are drawn as signs.',
    onlySigns: 'No word is different, only signs between them.',
    changes: (count: number) => (count === 1 ? '1 change' : `${count} changes`),
    change: (index: number, count: number) => `Change ${index} of ${count}`,
    previous: 'Previous change',
    next: 'Next change',
    copy: 'Copy the comparison, with [-what went-] and {+what came+}',
    identical: 'The two texts are the same.',
    same: 'That is the same version twice.',
    summary: (added: number, removed: number) =>
      `${added === 1 ? '1 word' : `${added} words`} added, ${removed === 1 ? '1 word' : `${removed} words`} removed.`,
    byLines: 'The texts are long and differ much, so whole lines are compared.',
    tooDifferent: 'The texts are long and have too little in common; they follow each other.',
    failed: 'The two texts could not be compared.',
    result: 'Differences',
  },

  selection: {
    label: 'Messages chosen',
    none: 'Choose messages',
    count: (count: string) => `${count} selected`,
    whole: (count: number, formatted: string) =>
      `${formatted} selected: ${count === 1 ? 'the only message' : 'all messages'} of the branch that is shown`,
    all: 'Whole branch',
    keys: 'Space chooses, arrows move, Shift with arrows chooses a range. Ctrl+A takes the whole branch, Escape ends this.',
    choose: (author: string, time: string) => `Choose the message by ${author}, ${time}`,
    newSession: 'New session with these',
    copy: 'Copy',
    delete: 'Delete',
    cancel: 'Cancel',
  },

  messagesDeleted: (count: number) => (count === 1 ? 'Deleted one message.' : `Deleted ${count} messages.`),
};
