/** The statistics view. */
export const statisticsTexts = {
  label: 'Statistics',
  back: 'Back to the conversation',
  loading: 'Adding up…',
  failed: 'The statistics could not be read.',
  saveDialogTitle: (name: string) => `Save ${name}`,

  scope: 'What to count',
  scopes: {
    session: 'This session',
    project: (name: string) => `Project ${name}`,
    inbox: 'Inbox',
    all: 'Everything',
  },
  sessionNamed: (title: string) => `Session ${title}`,

  empty: {
    all: 'Nothing to count yet',
    some: 'Nothing to count here yet',
    body: 'Once a model has answered, this page shows how much you wrote, how fast it was, and which models you use.',
  },

  tiles: {
    label: 'Totals',
    sessions: 'Sessions',
    messages: 'Messages',
    answers: 'Answers',
    promptTokens: 'Tokens in',
    replyTokens: 'Tokens out',
    evalTime: 'Time generating',
    promptTokensHint: 'What the models read, as Ollama counted it',
    replyTokensHint: 'What the models wrote, thinking included',
    evalTimeHint: 'Writing only; loading and reading are not in it',
  },

  period: 'Period',
  periods: { '30': '30 days', '90': '90 days', '365': '12 months', all: 'All time' },
  periodNames: {
    '30': 'the last 30 days',
    '90': 'the last 90 days',
    '365': 'the last 12 months',
    all: 'all time',
  },
  nothingInPeriod: 'Nothing in this period. Choose a longer one.',
  overTime: 'Over time',

  showTable: 'Show as table',
  csv: 'CSV',
  png: 'PNG',
  saveTable: 'Save as CSV',
  savePicture: 'Save as PNG',
  saveTableOf: (title: string) => `Save “${title}” as CSV`,
  savePictureOf: (title: string) => `Save “${title}” as PNG`,
  tableOf: (title: string) => `${title}, as a table`,
  pictureOf: (title: string) => `${title}. The table says the same in numbers.`,

  activity: {
    title: 'Activity by day',
    gridLabel: (span: string) => `Messages by day, ${span}. Arrow keys move from day to day.`,
    earlier: 'Twelve months earlier',
    later: 'Twelve months later',
    span: (from: string, to: string) => `${from} to ${to}`,
    day: (day: string, messages: string, tokens: string) => `${day}: ${messages}, ${tokens}`,
    hint: 'Point at a day, or walk with the arrow keys.',
    less: 'Less',
    more: 'More',
    activeDays: (count: number) => `${count} active ${count === 1 ? 'day' : 'days'}`,
  },

  messagesBy: { day: 'Messages by day', week: 'Messages by week', month: 'Messages by month' },
  tokensBy: { day: 'Tokens by day', week: 'Tokens by week', month: 'Tokens by month' },
  speed: {
    title: 'Tokens per second by model',
    axis: 'tokens per second',
    more: (count: number) =>
      `The ${count === 1 ? 'model' : `${count} models`} used least ${count === 1 ? 'is' : 'are'} in the table only.`,
  },
  models: {
    title: 'Models used',
    unknown: 'Unknown model',
    more: (count: number) => `${count} more ${count === 1 ? 'is' : 'are'} in the table.`,
  },
  longest: {
    title: 'Longest sessions',
  },

  columns: {
    day: 'Day',
    week: 'Week from',
    month: 'Month',
    messages: 'Messages',
    answers: 'Answers',
    promptTokens: 'Tokens in',
    replyTokens: 'Tokens out',
    evalSeconds: 'Seconds generating',
    model: 'Model',
    share: 'Share of answers',
    speed: 'Tokens per second',
    session: 'Session',
  },

  hours: (hours: string, minutes: number) => `${hours} h ${minutes} min`,
  messages: (count: number, formatted: string) => `${formatted} ${count === 1 ? 'message' : 'messages'}`,
  tokens: (count: number, formatted: string) => `${formatted} ${count === 1 ? 'token' : 'tokens'}`,
};
