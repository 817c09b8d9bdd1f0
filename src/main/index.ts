import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, session } from 'electron';
import { startDemoServer } from '#demo-server/demo-server.ts';
import type { StartNotice } from '#shared/contract/app.ts';
import type { Emit } from '#shared/contract/index.ts';
import { createAttachmentsService } from './attachments/attachments-service.ts';
import { createInspector } from './attachments/inspector.ts';
import { createChatService } from './chat/chat-service.ts';
import { createQueueService } from './chat/queue-service.ts';
import { openDatabaseClient } from './db/thread/client.ts';
import { pagesOrigin, registerPagesScheme, servePages, startPage } from './desktop/app-pages.ts';
import { installContextMenu } from './desktop/context-menu.ts';
import { type DataFolder, prepareDataFolder } from './desktop/data-folder.ts';
import { startDemoConversation } from './desktop/demo-conversation.ts';
import { createDesktopService } from './desktop/desktop-service.ts';
import { reportFatalError } from './desktop/fatal-error.ts';
import { guardPages, guardSession } from './desktop/hardening.ts';
import { chooseImportFiles } from './desktop/import-files-dialog.ts';
import { installMenu } from './desktop/menu.ts';
import { createOpenDialogs } from './desktop/open-dialogs.ts';
import { createPageFarewell } from './desktop/page-farewell.ts';
import { choosePromptFiles } from './desktop/prompt-files-dialog.ts';
import { saveBeforeQuitting } from './desktop/quitting.ts';
import { createSaveDialog } from './desktop/save-dialog.ts';
import { reportUncaught } from './desktop/uncaught.ts';
import { openMainWindow } from './desktop/window.ts';
import { writeWindowPicture } from './desktop/window-picture.ts';
import { createHandlers } from './ipc/handlers.ts';
import { emit as emitToWindows, serve } from './ipc/router.ts';
import { originOf } from './ipc/trusted-sender.ts';
import { createLibraryKeeping, type LibraryKeeping } from './library/library-keeping.ts';
import { createProjectsService } from './library/projects-service.ts';
import { createSessionsService } from './library/sessions-service.ts';
import { createTagsService } from './library/tags-service.ts';
import { createModelsService } from './models/models-service.ts';
import { createOllamaConnection } from './models/ollama-connection.ts';
import { resolveAddress } from './ollama/address.ts';
import { createOllamaClient } from './ollama/ollama-client.ts';
import { createPromptsService } from './prompts/prompts-service.ts';
import { readPromptText } from './prompts/read-prompt-text.ts';
import { createSearchService } from './search/search-service.ts';
import { openSettings } from './settings/settings-store.ts';
import { createSpellingService } from './spelling/spelling-service.ts';
import { createStatisticsService } from './statistics/statistics-service.ts';
import { createFileWriter } from './transfer/own-files.ts';
import { createTransferService } from './transfer/transfer-service.ts';
import { writeFileSafely } from './transfer/write-file-safely.ts';

// Everything Parlor writes is its owner's alone.
process.umask(0o077);
app.setName('Parlor');
registerPagesScheme();

const isDemo = process.argv.includes('--demo');
/** Where to leave a picture of the window: set by `npm start` when there is no display to look at. */
const pictureFile = process.env['PARLOR_PICTURE'];
/** The page of the development server; a packaged program takes no page from its environment. */
const developmentPage = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
const log = (line: string) => process.stderr.write(`${line}\n`);

try {
  const folder = prepareDataFolder(app.getPath('userData'));
  // A second start shows the window of the first and touches nothing.
  if (app.requestSingleInstanceLock()) start(folder).catch(reportFatalError);
  else app.quit();
} catch (thrown) {
  void reportFatalError(thrown);
}

async function start(folder: DataFolder): Promise<void> {
  const settings = openSettings(folder.path);
  const database = await openDatabaseClient({
    workerPath: join(__dirname, 'database-worker.cjs'),
    databasePath: folder.databasePath,
  });
  const { db } = database;
  const interrupted = await db.interruptStreamingReplies({ at: Date.now() });
  await db.forgetRemovedQueued();
  // Before anybody can begin a new one.
  await db.markAbandonedCopies();

  await app.whenReady();
  const trustedOrigin =
    developmentPage === undefined ? pagesOrigin : (originOf(developmentPage) ?? pagesOrigin);
  nativeTheme.themeSource = settings.settings().theme;
  guardPages(trustedOrigin);
  guardSession(session.defaultSession, trustedOrigin);
  servePages(join(__dirname, '../renderer'));

  let window: BrowserWindow | null = null;
  /** Replaced once there is somebody to tell. */
  let hear: LibraryKeeping['heard'] = () => undefined;
  const emit: Emit = (name, payload) => {
    emitToWindows(name, payload);
    hear(name, payload);
    if (name !== 'chat:ended') return;
    takePicture();
    // The model is loaded now, or it became clear that Ollama is away.
    void ollama.check();
  };
  reportUncaught((report) => emit('app:problem', report), log);
  database.onStopped((report) => emit('app:problem', report));

  const farewell = createPageFarewell(() => emit('window:closing', null));

  const now = Date.now;
  const search = createSearchService({ db, now, log });
  const ollama = createOllamaConnection({
    configuredAddress: () => settings.settings().ollamaAddress,
    resolveAddress: (setting) => resolveAddress(setting, process.env['OLLAMA_HOST']),
    createClient: (address) => createOllamaClient({ address }),
    startDemo: () => startDemoServer(),
    emit,
  });
  const models = createModelsService({
    client: ollama.client,
    preferredModel: () => settings.settings().defaultModel,
  });
  const chat = createChatService({
    db,
    ollama: ollama.client,
    defaultModel: models.defaultModel,
    knownModel: models.known,
    ollamaVersion: ollama.version,
    sendsThinking: () => settings.settings().sendsThinking,
    remembersPrompts: () => settings.settings().keepsPromptHistory,
    onFree: (sessionId, ended) => void queue.sessionFreed(sessionId, ended),
    emit,
    now,
  });
  const queue = createQueueService({ db, chat, emit, now });
  const sessions = createSessionsService({
    db,
    models,
    replies: chat,
    settings: settings.settings,
    emit,
    now,
  });
  const tags = createTagsService({ db, emit, now });
  const projects = createProjectsService({ db, replies: chat, emit, now });
  const chooseSavePath = createSaveDialog();
  const writeChosenFile = createFileWriter(folder.databasePath);
  const attachments = createAttachmentsService({
    db,
    inspector: createInspector({
      workerPath: join(__dirname, 'inspection-worker.cjs'),
      timeLimitMs: 60_000,
    }),
    openDialogs: createOpenDialogs(),
    chooseSavePath,
    writeFile: writeChosenFile,
    now,
  });
  const spelling = createSpellingService({
    workerPath: join(__dirname, 'spelling-worker.cjs'),
    wordsPath: join(folder.path, 'own-words.txt'),
    writeFile: writeFileSafely,
    log,
  });
  const prompts = createPromptsService({
    db,
    chooseSavePath,
    choosePromptFiles,
    readPromptText,
    writeTextFile: writeChosenFile,
    emit,
    now,
  });
  const keeping = createLibraryKeeping({
    db,
    replies: chat,
    sessions,
    projects,
    tags,
    prompts,
    ollama: ollama.client,
    isDemo: () => ollama.status().isDemo,
    settings: settings.settings,
    drainIndex: search.drain,
    emit,
    now,
    log,
  });
  hear = (name, payload) => {
    keeping.heard(name, payload);
    // Whatever was written, somebody was told of it.
    if (name !== 'chat:delta') search.noticeChange();
  };
  const transfer = createTransferService({
    db,
    databasePath: folder.databasePath,
    workerPath: join(__dirname, 'transfer-worker.cjs'),
    chooseSavePath,
    connect: database.connect,
    chooseImportFiles,
    refreshTags: tags.finishRefreshing,
    emit,
    now,
  });
  const desktop = createDesktopService({
    settings,
    menu: installMenu((id) => emit('command:chosen', { id }), process.platform === 'darwin'),
    dataFolder: folder.path,
    notices: startNotices(settings.setAside, interrupted),
    emit,
    window: () => window,
    onAddressChanged: ollama.addressChanged,
    onPageMayClose: () => {
      // What the page keeps in its own storage is otherwise written some seconds later.
      session.defaultSession.flushStorageData();
      farewell.answered();
    },
  });
  serve(
    createHandlers({
      db,
      chat,
      queue,
      attachments,
      sessions,
      projects,
      tags,
      prompts,
      branches: keeping.branches,
      copies: keeping.copies,
      trash: keeping.trash,
      retention: keeping.retention,
      promptHistory: keeping.promptHistory,
      spelling,
      models,
      ollama,
      transfer,
      search,
      statistics: createStatisticsService({ chooseSavePath, writeFile: writeChosenFile }),
      desktop,
    }),
    { trustedOrigin, log },
  );

  function showWindow(): void {
    if (window !== null) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      return;
    }
    window = openMainWindow({
      preloadPath: join(__dirname, '../preload/index.cjs'),
      iconPath: join(__dirname, '../../resources/icon.png'),
      page: developmentPage ?? startPage,
      settings,
      beforeClose: farewell.ask,
    });
    installContextMenu(window, spelling);
    window.once('ready-to-show', takePicture);
    window.webContents.on('render-process-gone', queue.forgetHolds);
    window.on('closed', () => {
      window = null;
      queue.forgetHolds();
    });
  }

  function takePicture(): void {
    if (pictureFile === undefined || window === null) return;
    writeWindowPicture(window, pictureFile).catch((thrown: unknown) => log(`No picture: ${String(thrown)}`));
  }

  if (isDemo) await startDemoConversation({ ollama, sessions, chat });
  ollama.watch();
  tags.finishRefreshing().catch((thrown: unknown) => log(`Tags: ${String(thrown)}`));
  keeping.start();
  search.start();
  showWindow();
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    // On macOS a program goes on without a window, and so do its answers.
    if (process.platform !== 'darwin') app.quit();
  });

  saveBeforeQuitting(saveEverything, log);

  /** In this order: the page saves its drafts, answers end as interrupted, then nobody writes any more. */
  async function saveEverything(): Promise<void> {
    const shown = window;
    if (shown !== null) {
      const closed = new Promise<void>((resolve) => shown.once('closed', () => resolve()));
      shown.close();
      await closed;
    }
    // One that fails, say because the database thread is gone, must not keep the others from ending.
    for (const part of [chat, keeping, search, transfer, attachments, spelling, ollama, database]) {
      await part.close().catch((thrown: unknown) => log(`Closing: ${String(thrown)}`));
    }
  }
}

function startNotices(
  setAside: { readonly path: string; readonly problem: string } | null,
  interrupted: number,
): readonly StartNotice[] {
  return [
    ...(setAside === null ? [] : [{ kind: 'settings-set-aside' as const, ...setAside }]),
    ...(interrupted === 0 ? [] : [{ kind: 'answers-interrupted' as const, count: interrupted }]),
  ];
}
