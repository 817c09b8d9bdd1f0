const sessions = (count: number) => `${count} ${count === 1 ? 'session' : 'sessions'}`;
/** One by its name, many by their number. */
const whom = (title: string, count: number) => (count === 1 ? `“${title}”` : sessions(count));

/** Sidebar, projects, tags and the details of a session. */
export const libraryTexts = {
  pinned: 'Pinned',
  atLeast: (count: number) => `${sessions(count)} or more`,
  archivedProjects: 'Archived projects',
  noMessages: 'No messages yet',
  emptyArchive: 'Nothing archived here',
  search: 'Search everything',
  menu: 'More',
  sections: 'Sessions by project',
  showArchived: 'Show archived sessions',
  archiveBanner: 'Archive',
  leaveArchive: 'Back to the others',
  sortBy: 'Sort by',
  sorts: { activity: 'Last activity', created: 'Creation', title: 'Title' },
  manageTags: 'Manage tags…',
  /** The state of a row, for screen readers. */
  unread: 'unread answer',
  isPinned: 'pinned',
  tagged: (names: readonly string[]) => `tagged ${names.join(', ')}`,
  openMenu: 'Menu',

  actions: {
    pin: 'Pin',
    unpin: 'Unpin',
    archive: 'Archive',
    unarchive: 'Take out of the archive',
    move: 'Move to project…',
    tags: 'Tags…',
    duplicate: 'Duplicate',
    merge: 'Merge',
    details: 'Details…',
    export: 'Export…',
    markRead: 'Mark as read',
    markUnread: 'Mark as unread',
    editProject: 'Edit project…',
    archiveProject: 'Archive project',
    unarchiveProject: 'Take project out of the archive',
    fold: 'Fold',
    unfold: 'Unfold',
  },

  selection: {
    label: 'Selected sessions',
    count: (count: number) => `${count} selected`,
    /** A list as far as it was read when it was selected; it goes on. */
    countCutOff: (count: number) => `${count} selected, the list goes on`,
    clear: 'Clear the selection',
    mergeNeedsTwo: 'Merge (select exactly two)',
  },

  keys: {
    fold: 'Fold and unfold',
    select: 'Select',
    selectAll: 'Select the whole section',
  },

  drag: {
    sessions: (title: string, count: number) => (count === 1 ? title : sessions(count)),
    onto: (place: string) => `Move to ${place}`,
  },

  done: {
    deleted: (title: string, count: number) => `Deleted ${whom(title, count)}.`,
    projectDeleted: (name: string, where: 'to-inbox' | 'to-trash') =>
      where === 'to-inbox'
        ? `Deleted the project “${name}”; its sessions are in the Inbox.`
        : `Deleted the project “${name}” with its sessions.`,
    tagDeleted: (name: string) => `Deleted the tag “${name}”.`,
    branchDeleted: 'Deleted the message and what followed it.',
    merged: 'Merged two sessions; the originals are in the trash.',
    moved: (title: string, count: number, place: string) => `Moved ${whom(title, count)} to ${place}.`,
    archived: (title: string, count: number) => `Archived ${whom(title, count)}.`,
    unarchived: (title: string, count: number) => `Took ${whom(title, count)} out of the archive.`,
    tagged: (title: string, count: number, added: readonly string[], removed: readonly string[]) => {
      const changes = [
        ...(added.length > 0 ? [`added ${added.join(', ')}`] : []),
        ...(removed.length > 0 ? [`removed ${removed.join(', ')}`] : []),
      ].join(' and ');
      return `Changed the tags of ${whom(title, count)}${changes === '' ? '' : `: ${changes}`}.`;
    },
    changed: (title: string, count: number) => `Changed ${whom(title, count)}.`,
    gone: 'This cannot be undone any more, because what it was about is gone.',
  },

  move: {
    title: (count: number) => (count === 1 ? 'Move the session' : `Move ${count} sessions`),
    field: 'Project',
    placeholder: 'Type a name',
    nothingFound: 'No project has this name.',
    here: 'here now',
    create: (name: string) => `New project “${name}”`,
  },

  tags: {
    manageTitle: 'Tags',
    none: 'No tags yet. A tag marks sessions across projects.',
    newName: 'New tag',
    create: 'Create',
    name: (name: string) => `Name of the tag ${name}`,
    colour: (name: string) => `Colour of the tag ${name}`,
    delete: (name: string) => `Delete the tag ${name}`,
    pickTitle: (count: number) => (count === 1 ? 'Tags of the session' : `Tags of ${count} sessions`),
    field: 'Tag',
    placeholder: 'Type a name',
    createNamed: (name: string) => `New tag “${name}”`,
    nothing: 'Type a name to make the first tag.',
    /** Of a tag that only some of the chosen sessions have. */
    some: 'some',
    manage: 'Manage tags…',
  },

  project: {
    editTitle: 'Edit project',
    description: 'Description',
    colour: 'Colour',
    colourName: (index: number) =>
      ['amber', 'blue', 'green', 'pink', 'teal', 'orange', 'violet', 'grey'][index] ?? String(index + 1),
    defaults: 'Description, and what new sessions begin with',
    model: 'Model',
    noModel: 'as in the settings',
    systemPrompt: 'System prompt',
    systemPromptHint: 'Empty: the one of the settings.',
    more: 'Parameters',
    save: 'Save',
  },

  deleteProject: {
    title: (name: string) => `Delete the project “${name}”`,
    question: (count: number) => `What becomes of its ${sessions(count)}?`,
    toInbox: { name: 'Move them to the Inbox', hint: 'Archived ones too; nothing else changes.' },
    toTrash: {
      name: 'Delete them too',
      hint: 'They can be restored from the trash, together with the project.',
    },
  },

  details: {
    title: 'Session details',
    description: 'Description',
    fields: 'Fields of your own',
    fieldName: 'Name',
    fieldValue: 'Value',
    addField: 'Add a field',
    removeField: (name: string) => `Remove the field ${name}`,
    twice: 'This name is there already.',
    created: 'Created',
    active: 'Last activity',
    messages: 'Messages',
    model: 'Model',
    noModel: 'not chosen',
    project: 'Project',
    tags: 'Tags',
    noTags: 'none',
    promptTokens: 'Tokens read',
    replyTokens: 'Tokens written',
    id: 'Id',
  },

  header: {
    moveFrom: (name: string) => `Project ${name}: move to another`,
    tags: (names: readonly string[]) =>
      names.length === 0 ? 'Add tags' : `Tags: ${names.join(', ')}. Change them`,
    archived: 'Archived',
  },
};
