const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Search, palette, history and the recency switcher. */
export const searchTexts = {
  label: 'Search everywhere',
  field: 'Search all sessions',
  placeholder: 'Words, “phrases”, filters…',
  leave: 'Back to the conversation',
  results: 'Search results',
  order: 'Order of the results',
  orders: { newest: 'Newest first', best: 'Best match' },
  orderKey: 'Alt+R changes the order',
  total: (count: number, formatted: string, isCapped: boolean) =>
    `${formatted}${isCapped ? '+' : ''} ${count === 1 && !isCapped ? 'hit' : 'hits'}`,
  inSession: (count: number, formatted: string) => `${formatted} ${count === 1 ? 'hit' : 'hits'}`,
  noSessionHits: 'found by its name',
  indexBehind: 'Parlor is still reading the library; there may be more.',
  searching: 'Searching…',
  searchingOn: 'Searching further…',
  failed: 'The search did not work.',
  roles: { system: 'System', user: 'You', assistant: 'Answer', tool: 'Tool' },
  sources: { content: '', thinking: 'thinking', attachment: 'attachment' },
  archived: 'archived',
  otherBranch: 'on another branch',
  branchShown: 'This is on another branch, which is shown now. The arrows ‹ › at a fork lead back.',
  inProject: (name: string) => `in ${name}`,

  filters: {
    label: 'Filters',
    values: (name: string) => `Values for ${name}`,
    hints: {
      'project:': 'in a project',
      'tag:': 'with a tag',
      'model:': 'answered by a model',
      'role:': 'who wrote it',
      'before:': 'older than a day',
      'after:': 'not older than a day',
      'has:code': 'with code in it',
      'has:image': 'with an image',
      'in:title': 'titles only',
      'is:archived': 'archived sessions',
      'is:pinned': 'pinned sessions',
    },
    /** Behind a value that can be put in. */
    insert: (value: string) => `Search with ${value}`,
  },

  notes: {
    'bad-date': (text: string) =>
      `“${text}” is no date, so it is searched as a word. Write 2026-11-21, 2026-11, today or 7d.`,
    'unknown-filter': (text: string) => `“${text}” is no filter, so it is searched as a word.`,
    'nothing-named': {
      project: (text: string) => `No project is called “${text}”.`,
      tag: (text: string) => `No tag is called “${text}”.`,
      model: (text: string) => `No answer is by a model called “${text}”.`,
    },
  },

  empty: {
    title: 'Find anything that was ever said',
    body: 'Titles, questions, every version of every answer, thinking, attachments, tags and projects.',
    examplesLabel: 'Examples',
    examples: [
      { query: '"write-ahead log"', means: 'these very words' },
      { query: 'sqlite -python', means: 'one word without the other' },
      { query: 'has:code role:assistant', means: 'answers with code' },
      { query: 'after:7d', means: 'the last seven days' },
      { query: 'in:title plan', means: 'titles only' },
    ],
  },

  nothing: {
    title: (query: string) => `Nothing was found for “${query}”`,
    advice: [
      'Fewer or shorter words find more; a part of a word is enough.',
      'Without quotation marks the words need not stand together.',
      'What is in the trash is not searched.',
    ],
    withoutFilters: 'Search without the filters',
  },

  palette: {
    label: 'Go to',
    field: 'Go to a session, command, project or model',
    placeholder: 'Go to a session, command, project or model…',
    prefixes: [
      { sign: '>', means: 'commands' },
      { sign: '/', means: 'projects' },
      { sign: '@', means: 'models' },
      { sign: '#', means: 'tags' },
    ],
    sections: {
      sessions: 'Sessions',
      recent: 'Recent sessions',
      commands: 'Commands',
      projects: 'Projects',
      models: 'Models',
      tags: 'Tags',
      prompts: 'Prompts',
      search: 'Search',
    },
    goToProject: (name: string) => `Sessions of ${name}`,
    newInProject: (name: string) => `New session in ${name}`,
    useModel: (name: string) => `Use ${name} in this session`,
    searchTag: (name: string) => `Sessions tagged ${name}`,
    searchAll: (query: string) => `Search everywhere for “${query}”`,
    nothing: 'Nothing has this name.',
    count: (count: number) => counted(count, 'entry', 'entries'),
  },

  switcher: {
    label: 'Recently used sessions',
    hint: 'Let go of Ctrl to open; Esc to stay',
    at: (title: string, position: number, count: number) => `${title}, ${position} of ${count}`,
  },

  history: {
    label: 'History',
    field: 'Filter by title',
    placeholder: 'Filter by title',
    list: 'All sessions by activity',
    today: 'Today',
    yesterday: 'Yesterday',
    empty: 'There are no sessions yet.',
    nothing: (filter: string) => `No title has “${filter}”.`,
    failed: 'The history could not be read.',
    messages: (count: number) => counted(count, 'message', 'messages'),
    leave: 'Back to the conversation',
  },
};
