const things = (count: string, isOne: boolean) => `${count} ${isOne ? 'thing' : 'things'}`;
const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;

/** The trash, what empties it, and what fills it by itself. */
export const trashTexts = {
  label: 'Trash',
  list: 'Deleted things',
  close: 'Back to the conversation',
  intro: (trashDays: number | null) =>
    trashDays === null
      ? 'What is deleted stays here until you empty the trash.'
      : `What is deleted stays here for ${days(trashDays)}.`,
  emptyTitle: 'The trash is empty',
  emptyBody: 'Deleted sessions, messages, projects, tags and prompts come here first.',
  loadFailed: 'The trash could not be read.',
  untitled: 'New session',
  kinds: { session: 'Session', project: 'Project', tag: 'Tag', branch: 'Messages', prompt: 'Prompt' },
  counts: {
    session: (count: string, isOne: boolean) => `${count} ${isOne ? 'message' : 'messages'}`,
    project: (count: string, isOne: boolean) => `${count} ${isOne ? 'session' : 'sessions'}`,
    tag: (count: string, isOne: boolean) => `on ${count} ${isOne ? 'session' : 'sessions'}`,
    branch: (count: string, isOne: boolean) => `${count} ${isOne ? 'message' : 'messages'}`,
  },
  inSession: (title: string) => `in ${title}`,
  deleted: (when: string) => `deleted ${when}`,
  daysLeft: (count: number) => (count <= 0 ? 'goes today' : `${days(count)} left`),
  total: (count: string, isOne: boolean) => things(count, isOne),
  selected: (count: string) => `${count} selected`,
  select: (title: string) => `Select ${title}`,
  selectAll: 'Select all that are shown',
  clearSelection: 'Select none',
  keys: 'Arrow keys move, Space selects, Enter restores, Delete deletes for good.',
  restore: 'Restore',
  erase: 'Delete for good',
  emptyTrash: 'Empty trash',
  restored: (title: string, count: number) =>
    count === 1 ? `Restored “${title}”.` : `Restored ${count} things.`,
  erasing: (share: string) => `Deleting for good: ${share}`,
  erasingLabel: 'Deleting for good',
  erased: 'Deleted for good.',

  ask: {
    eraseOne: (title: string) => `Delete “${title}” for good?`,
    eraseMany: (count: string) => `Delete ${count} things for good?`,
    empty: (count: string, isOne: boolean) =>
      `Empty the trash? ${things(count, isOne)} will be deleted for good.`,
    withProject: 'The sessions that went to the trash with a project are deleted with it.',
    body: 'This cannot be undone. Older backups and snapshots of your data may still hold it.',
  },

  settings: {
    section: 'Library',
    titlesBy: 'Titles of new sessions',
    titles: {
      model: 'The model writes one after its first answer',
      text: 'The first line of the question',
    },
    trashDays: 'Days in the trash',
    trashDaysHint: 'Empty: until you empty the trash yourself.',
    retention: 'Clear out old sessions by itself',
    retentionHint: 'They go to the trash. Pinned sessions and those with a draft always stay.',
    maxSessions: 'Keep at most this many sessions',
    maxSessionsHint: 'The most recently used ones. Empty: any number.',
    maxAgeDays: 'Keep sessions used within this many days',
    maxAgeDaysHint: 'Empty: of any age.',
    keepTagged: 'Always keep sessions with a tag',
    preview: 'Preview',
    previewNone: 'Nothing would go to the trash now.',
    previewSome: (count: string, isOne: boolean) =>
      `${count} ${isOne ? 'session' : 'sessions'} would go to the trash now.`,
    showWhich: 'Show which',
    firstOnes: (count: string) => `The first ${count}, longest unused first:`,
    lastUsed: (when: string) => `last used ${when}`,
    switchOn: 'Switch on',
    switchOff: 'Switch off',
    isOn: 'This is switched on.',
    needsLimit: 'Give a number of sessions or of days first.',
    wholeNumber: (largest: string) => `This has to be a whole number from 1 to ${largest}.`,
  },
};
