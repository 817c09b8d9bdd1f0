import type { Handlers } from '#shared/contract/index.ts';
import type { ChatService } from '../chat/chat-service.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import type { DesktopService } from '../desktop/desktop-service.ts';
import type { ProjectsService } from '../library/projects-service.ts';
import type { SessionsService } from '../library/sessions-service.ts';
import type { ModelsService } from '../models/models-service.ts';
import type { OllamaConnection } from '../models/ollama-connection.ts';
import type { TransferService } from '../transfer/export/export-session.ts';

export interface Services {
  readonly db: AsyncDatabase;
  readonly chat: ChatService;
  readonly sessions: SessionsService;
  readonly projects: ProjectsService;
  readonly models: ModelsService;
  readonly ollama: OllamaConnection;
  readonly transfer: TransferService;
  readonly desktop: DesktopService;
}

/** Every request of the window and the one call that answers it: the audited surface. */
export function createHandlers(services: Services): Handlers {
  const { db, chat, sessions, projects, models, ollama, transfer, desktop } = services;
  return {
    'chat:send': (input) => chat.send(input),
    'chat:retry': (input) => chat.retry(input),
    'chat:stop': ({ sessionId }) => chat.stop(sessionId),
    'chat:running': () => chat.running(),

    'sessions:list': (input) => db.listSessions(input),
    'sessions:create': (input) => sessions.create(input),
    'sessions:open': async ({ sessionId }) => chat.withLiveText(await sessions.open(sessionId)),
    'sessions:older': (input) => db.listOlderMessages(input),
    'sessions:update': (input) => sessions.update(input),
    'sessions:trash': async ({ sessionId }) => {
      await chat.stopAndWait(sessionId);
      await sessions.trash(sessionId);
    },
    'sessions:restore': ({ sessionId }) => sessions.restore(sessionId),
    'sessions:select-branch': async (input) => chat.withLiveText(await sessions.selectBranch(input)),
    'messages:get': async (input) => chat.withLiveMessage(await db.getMessage(input)),
    'drafts:save': (input) => db.saveDraft({ ...input, at: Date.now() }),

    'projects:list': () => db.listProjects(),
    'projects:create': ({ name }) => projects.create(name),
    'projects:rename': ({ projectId, name }) => projects.rename(projectId, name),
    'projects:trash': ({ projectId }) => projects.trash(projectId),
    'projects:restore': ({ projectId }) => projects.restore(projectId),

    'models:list': () => models.list(),
    'ollama:status': () => ollama.check(),
    'ollama:test': ({ address }) => ollama.test(address),
    'demo:start': () => ollama.startDemo(),
    'demo:stop': () => ollama.stopDemo(),

    'settings:get': () => desktop.settings(),
    'settings:update': (changes) => desktop.updateSettings(changes),
    'transfer:export': (input) => transfer.exportSession(input),
    'app:info': () => desktop.info(),
    'app:open-data-folder': () => desktop.openDataFolder(),
    'window:zoom': ({ to }) => desktop.zoom(to),
    'window:may-close': () => desktop.pageMayClose(),
    'window:quit': () => desktop.quit(),
    'menu:enable': ({ commands }) => desktop.enableCommands(commands),
  };
}
