import { answerTexts } from './en-answers.ts';
import { attachmentTexts } from './en-attachments.ts';
import { branchTexts } from './en-branches.ts';
import { commandNames, menuNames } from './en-commands.ts';
import { composerTexts, slashTexts } from './en-composer.ts';
import { errorTexts } from './en-errors.ts';
import { libraryTexts } from './en-library.ts';
import { mainTexts } from './en-main.ts';
import { markdownTexts } from './en-markdown.ts';
import { promptTexts } from './en-prompts.ts';
import { queueTexts } from './en-queue.ts';
import { messageActionTexts, readingKeyTexts, readingTexts } from './en-reading.ts';
import { searchTexts } from './en-search.ts';
import { settingsTexts } from './en-settings.ts';
import { statisticsTexts } from './en-statistics.ts';
import { transferTexts } from './en-transfer.ts';
import { trashTexts } from './en-trash.ts';

/** The English texts, by room. Numbers and times arrive formatted; what is counted arrives as a number. */
export const en = {
  appName: 'Parlor',
  commands: commandNames,
  menus: menuNames,
  errors: errorTexts,
  main: mainTexts,
  answers: answerTexts,
  attachments: attachmentTexts,
  library: libraryTexts,
  messageActions: messageActionTexts,
  reading: readingTexts,
  readingKeys: readingKeyTexts,
  prompts: promptTexts,
  queue: queueTexts,
  search: searchTexts,
  statistics: statisticsTexts,
  transfer: transferTexts,
  trash: trashTexts,
  writing: composerTexts,
  slash: slashTexts,

  common: {
    cancel: 'Cancel',
    close: 'Close',
    delete: 'Delete',
    dismiss: 'Dismiss',
    loading: 'Loading…',
    newSession: 'New session',
    rename: 'Rename',
    retry: 'Try again',
    undo: 'Undo',
  },

  time: {
    now: 'now',
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number, seconds: number) => `${minutes} min ${seconds} s`,
  },

  sidebar: {
    label: 'Sessions',
    inbox: 'Inbox',
    untitled: 'New session',
    empty: 'No sessions here yet',
    emptyProject: 'No sessions in this project yet',
    newProject: 'New project',
    sessionMenu: (title: string) => `Menu of the session ${title}`,
    projectMenu: (name: string) => `Menu of the project ${name}`,
    newSessionIn: (name: string) => `New session in ${name}`,
    titleField: 'Title of the session',
    projectField: 'Name of the project',
    answering: 'answering',
    sessionCount: (count: number) => `${count} ${count === 1 ? 'session' : 'sessions'}`,
    loadFailed: 'These sessions could not be read.',
    more: 'Show older sessions',
    hide: 'Hide the session list',
    show: 'Show the session list',
    exportAs: {
      markdown: 'Export as Markdown…',
      text: 'Export as plain text…',
      'mochi-json': 'Export as mochi JSON…',
      'parlor-json': 'Export as Parlor JSON…',
    },
    renameProject: 'Rename project',
    deleteProject: 'Delete project',
  },

  header: {
    label: 'This session',
    rename: 'Rename this session',
    titleField: 'Title of the session',
    parameters: 'Parameters',
    /** After a number. */
    parametersChanged: 'changed',
    inProject: (name: string) => `Project ${name}`,
  },

  chat: {
    label: 'Conversation',
    you: 'You',
    assistant: 'Assistant',
    system: 'System',
    tool: 'Tool',
    demoModel: (model: string) => `${model} (demo: canned answer)`,
    messageBy: (author: string, time: string) => `${author}, ${time}`,
    waiting: (model: string, elapsed: string) => `Waiting for ${model}… ${elapsed}`,
    waitingForOllama: (elapsed: string) => `Waiting for Ollama… ${elapsed}`,
    writing: (elapsed: string) => `Writing… ${elapsed}`,
    thinkingNow: (elapsed: string) => `Thinking… ${elapsed}`,
    thoughtFor: (duration: string) => `Thought for ${duration}`,
    thoughtBriefly: 'Thought for a moment',
    thought: 'Thoughts',
    showAll: (lines: number) => `Show all (${lines} lines)`,
    showAllLong: 'Show all',
    showLess: 'Show less',
    jumpToLatest: 'Jump to latest',
    loadingOlder: 'Loading older messages…',
    olderFailed: 'Older messages could not be read.',
    loadingNewer: 'Loading newer messages…',
    newerFailed: 'Newer messages could not be read.',
    find: {
      label: 'Find in this session',
      field: 'Find',
      placeholder: 'Find in this session',
      next: 'Next match',
      previous: 'Previous match',
      close: 'Close',
      count: (current: string, total: string) => `${current} of ${total}`,
      total: (total: string) => `${total} found`,
      none: 'Not found',
      elsewhere: (count: number) =>
        count === 1 ? '1 message on other branches' : `${count} messages on other branches`,
      failed: 'Search failed',
    },
    openFailed: 'This session could not be opened.',
    copy: 'Copy',
    copyMessage: 'Copy this message',
    deleteBranch: 'Delete this and everything below',
    retry: 'Try again',
    retryAnswer: 'Try again; this answer is kept',
    previousAnswer: 'Previous answer',
    nextAnswer: 'Next answer',
    answerOf: (index: number, count: number) => `${index}/${count}`,
    answerOfLong: (index: number, count: number) => `Answer ${index} of ${count}`,
    tokens: (count: string) => `${count} tokens`,
    promptAndReplyTokens: (prompt: string, reply: string) => `${prompt} → ${reply} tokens`,
    tokensPerSecond: (rate: string) => `${rate} tok/s`,
    usageExplained: (prompt: string, reply: string) => `The model read ${prompt} tokens and wrote ${reply}.`,
    stopped: 'Stopped.',
    stoppedEmpty: 'Stopped before the first word.',
    emptyAnswer: 'The model answered with nothing.',
    lengthReached: 'The answer ends here because the longest allowed length was reached.',
    interrupted: 'The answer was cut off; its text is kept.',
    interruptedEmpty: 'The answer was cut off before the first word.',
    notSaved: (what: string) => `This answer goes on, but cannot be saved at the moment: ${what}`,
    chooseModel: 'Choose a model',
    openSettings: 'Open settings',
    tryDemo: 'Look around with the demo model',
    finishedAnnouncement: 'The answer is finished.',
    finishedElsewhere: (title: string) => `The answer in ${title} is finished.`,
    stoppedAnnouncement: 'The answer was stopped.',
    interruptedAnnouncement: 'The answer was cut off.',
    failedAnnouncement: (what: string) => `The answer failed. ${what}`,
  },

  composer: {
    label: 'Message',
    placeholder: (model: string) => `Write to ${model}`,
    placeholderNoModel: 'Write a message',
    send: 'Send',
    stop: 'Stop',
    sendHints: {
      other: {
        enter: 'Enter sends, Shift+Enter breaks the line',
        'mod-enter': 'Ctrl+Enter sends, Enter breaks the line',
      },
      mac: {
        enter: 'Return sends, ⇧ Return breaks the line',
        'mod-enter': '⌘ Return sends, Return breaks the line',
      },
    },
    emptyHint: 'Write something first.',
    tooLong: 'This message is too long to be sent.',
    noModel: 'No model is chosen.',
    noModels: 'No model is installed.',
    chooseModel: 'Choose a model',
    unreachable: 'Ollama is not answering at the moment.',
  },

  empty: {
    noSessions: 'Every conversation is a session. Start the first one.',
    newSession: 'New session',
    title: 'What is on your mind?',
    answers: (model: string) => `${model} will answer.`,
    demoAnswers: (model: string) => `${model} will answer with canned text; no model is running.`,
    chooseModel: 'Choose which model will answer.',
    chooseModelButton: 'Choose a model',
    checking: 'Looking for Ollama…',
    unreachableTitle: (address: string) => `Ollama is not answering at ${address}`,
    unreachableTitleNoAddress: 'Ollama is not answering',
    unreachableSteps: [
      'Not installed yet? Get it from ollama.com.',
      'Installed? Start it, or run: ollama serve',
      'On another computer or port? Change the address in the settings.',
    ],
    tryAgain: 'Try again',
    settings: 'Settings',
    demo: 'Look around with the demo model',
    noModelsTitle: 'Ollama is running, but has no model yet',
    noModelsTodo: 'Install one in a terminal; it appears here by itself:',
    noModelsCommand: 'ollama pull qwen3:8b',
    copyCommand: 'Copy the command',
  },

  demo: {
    banner: 'Demo: canned answers, no model is running',
    leave: 'Leave the demo',
    strip: 'Demo: no model is running',
    /** What `npm run demo` asks by itself. */
    firstQuestion: 'What is Parlor, and what does an answer look like here?',
  },

  models: {
    pick: 'Choose the model',
    none: 'No model chosen',
    search: 'Search models',
    refresh: 'Read the list again',
    loading: 'Reading the models…',
    nothingFound: 'No model has this name.',
    noneInstalled: 'No model is installed.',
    missing: (model: string) => `${model} is not installed here.`,
    cloud: 'cloud',
    cloudExplained: (host: string) => `Runs on ${host}, not on your computer`,
    demo: 'demo',
    capabilities: {
      thinking: 'thinking',
      tools: 'tools',
      vision: 'vision',
      audio: 'audio',
    },
  },

  parameters: {
    title: 'Parameters of this session',
    intro: 'An empty field leaves the choice to the model.',
    systemPrompt: 'System prompt',
    systemPromptHint: 'Sent before the conversation, every time.',
    default: 'default',
    reloadNote: 'A changed window makes Ollama load the model again, which can take a while.',
    stopHint: 'One text per line. The answer ends where one of them would appear.',
    clearAll: 'Set all to default',
    think: 'Thinking',
    thinkHint: 'More thinking takes longer and can answer better.',
    thinkChoices: {
      off: 'Off',
      on: 'On',
      low: 'A little',
      medium: 'Medium',
      high: 'Much',
      max: 'As much as it can',
    },
    names: {
      temperature: 'Temperature',
      topP: 'Top P',
      topK: 'Top K',
      seed: 'Seed',
      numCtx: 'Context window (tokens)',
      numPredict: 'Longest answer (tokens)',
      stop: 'Stop texts',
      repeatPenalty: 'Repeat penalty',
      keepAlive: 'Keep loaded for',
    },
    hints: {
      temperature: 'Low is sober, high is inventive. 0 to 5.',
      topP: 'Considers only the likeliest words that make up this share. 0 to 1.',
      topK: 'Considers only this many likeliest words.',
      seed: 'The same seed gives the same answer to the same question.',
      numCtx: 'How much of the conversation the model sees.',
      numPredict: '-1 = until the model stops.',
      repeatPenalty: 'Above 1 makes repetition less likely. 0 to 10.',
      keepAlive: 'For example 10m, 2h; 0 = unload at once, -1 = for ever.',
    },
    problems: {
      number: 'This has to be a number.',
      integer: 'This has to be a whole number.',
      atLeast: (limit: string) => `This has to be at least ${limit}.`,
      atMost: (limit: string) => `This may be at most ${limit}.`,
      stop: 'At most 16 texts of at most 200 characters.',
      keepAlive: 'Write a time such as 30s, 10m or 2h, 0 or -1.',
      tooLong: 'This text is too long.',
    },
  },

  markdown: markdownTexts,

  branches: branchTexts,

  settings: settingsTexts,

  shortcuts: {
    title: 'Keyboard shortcuts',
    goTo: 'Go to session 1 to 9',
    inFields: 'In the message field',
    send: 'Send',
    lineBreak: 'Break the line',
    inList: 'In the session list',
    listMove: 'Move',
    listOpen: 'Open',
    listMenu: 'Menu of the session',
  },

  project: {
    newTitle: 'New project',
    intro: 'A project keeps sessions together.',
    name: 'Name',
    create: 'Create',
    nameMissing: 'Give it a name.',
  },

  exportDialog: {
    title: 'Export session',
    intro: 'Which kind of file?',
    formats: {
      markdown: { name: 'Markdown', hint: 'For reading and for other programs.' },
      text: { name: 'Plain text', hint: 'Who said what and when, without any marks.' },
      'mochi-json': {
        name: 'mochi JSON 1.3',
        hint: 'For mochi-server and what reads its files: no attachments, no thinking, no other branches.',
      },
      'parlor-json': {
        name: 'Parlor JSON',
        hint: 'All branches, thinking, the draft and what is in the attachments, but no waiting messages. Parlor can import it.',
      },
    },
    export: 'Export…',
  },

  notices: {
    label: 'Notices',
    exported: (path: string) => `Exported to ${path}`,
    copied: 'Copied.',
    copyFailed: { what: 'The text could not be copied.', todo: 'Select it and copy it by hand.' },
    settingsSetAside: (path: string, problem: string) => ({
      what: `The settings could not be read (${problem}), so Parlor started with the usual ones.`,
      todo: `The old file is kept as ${path}`,
    }),
    answersInterrupted: (count: number) =>
      count === 1
        ? 'One answer was cut off when Parlor ended last time. Its text is kept.'
        : `${count} answers were cut off when Parlor ended last time. Their text is kept.`,
  },

  strip: {
    label: 'State of Ollama',
    checking: 'Looking for Ollama…',
    unreachable: (address: string) => `Ollama is not answering at ${address}`,
    unreachableNoAddress: 'Ollama is not answering',
    at: (version: string, address: string) => `Ollama ${version} at ${address}`,
    loaded: 'loaded',
    nothingLoaded: 'No model loaded',
    moreLoaded: (count: number) => `and ${count} more`,
    gpuShare: (percent: string) => `${percent} GPU`,
    onCpu: 'CPU only',
    window: (tokens: string) => `window ${tokens}`,
    stays: (duration: string) => `stays ${duration}`,
    staysForEver: 'stays loaded',
    unloading: 'unloading',
  },

  failure: {
    title: 'Parlor’s window stopped working',
    body: 'Everything that was saved is safe. Loading the window again usually helps.',
    reload: 'Load the window again',
    details: 'What happened',
  },
};
