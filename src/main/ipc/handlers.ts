import type { Handlers } from '#shared/contract/index.ts';
import type { OpenedSession } from '#shared/contract/sessions.ts';
import type { SessionId } from '#shared/domain.ts';
import type { AttachmentsService } from '../attachments/attachments-service.ts';
import type { ChatService } from '../chat/chat-service.ts';
import type { QueueService } from '../chat/queue-service.ts';
import type { AsyncDatabase } from '../db/interface.ts';
import type { DesktopService } from '../desktop/desktop-service.ts';
import type { BranchesService } from '../library/branches-service.ts';
import type { CopiesService } from '../library/copies-service.ts';
import type { ProjectsService } from '../library/projects-service.ts';
import type { PromptHistoryService } from '../library/prompt-history-service.ts';
import type { RetentionService } from '../library/retention-service.ts';
import type { SessionsService } from '../library/sessions-service.ts';
import type { TagsService } from '../library/tags-service.ts';
import type { TrashService } from '../library/trash-service.ts';
import type { ModelsService } from '../models/models-service.ts';
import type { OllamaConnection } from '../models/ollama-connection.ts';
import type { PromptsService } from '../prompts/prompts-service.ts';
import type { SearchService } from '../search/search-service.ts';
import type { SpellingService } from '../spelling/spelling-service.ts';
import type { StatisticsService } from '../statistics/statistics-service.ts';
import type { TransferService } from '../transfer/transfer-service.ts';

export interface Services {
  readonly db: AsyncDatabase;
  readonly chat: ChatService;
  readonly queue: QueueService;
  readonly attachments: AttachmentsService;
  readonly sessions: SessionsService;
  readonly projects: ProjectsService;
  readonly tags: TagsService;
  readonly prompts: PromptsService;
  readonly branches: BranchesService;
  readonly copies: CopiesService;
  readonly trash: TrashService;
  readonly retention: RetentionService;
  readonly promptHistory: PromptHistoryService;
  readonly models: ModelsService;
  readonly ollama: OllamaConnection;
  readonly search: SearchService;
  readonly spelling: SpellingService;
  readonly statistics: StatisticsService;
  readonly transfer: TransferService;
  readonly desktop: DesktopService;
}

/** Every request of the window and the one call that answers it: the audited surface. */
export function createHandlers(services: Services): Handlers {
  const { db, chat, sessions, projects, tags, models, ollama, statistics, transfer, desktop } = services;
  const { branches, copies, trash, retention, search } = services;

  /** Watched before it is read: an answer that ends in between is seen in what is read, and must not be unread. */
  async function show(sessionId: SessionId, open: () => Promise<OpenedSession>): Promise<OpenedSession> {
    chat.watch(sessionId);
    try {
      return await chat.withLiveText(await open());
    } catch (thrown) {
      chat.watch(null);
      throw thrown;
    }
  }

  return {
    'chat:send': (input) => chat.send(input),
    'chat:retry': (input) => chat.retry(input),
    'chat:continue': (input) => chat.continue(input),
    'chat:stop': ({ sessionId, replyId }) => chat.stop(sessionId, replyId),
    'chat:running': () => chat.running(),

    'queue:add': (input) => services.queue.add(input),
    'queue:change': (input) => services.queue.change(input),
    'queue:hold': (input) => services.queue.hold(input),
    'queue:remove': (input) => services.queue.remove(input),
    'queue:restore': (input) => services.queue.restore(input),
    'queue:resume': (input) => services.queue.resume(input),

    'sessions:list': (input) => db.listSessions(input),
    'sessions:create': (input) => sessions.create(input),
    'sessions:open': (input) => show(input.sessionId, () => sessions.open(input)),
    'sessions:open-at': (input) => show(input.sessionId, () => sessions.openAt(input)),
    'sessions:older': async (input) => chat.withLivePage(await db.listOlderMessages(input)),
    'sessions:newer': async (input) => chat.withLivePage(await db.listNewerMessages(input)),
    'sessions:update': (input) => sessions.update(input),
    'sessions:change-many': (input) => sessions.changeMany(input),
    'sessions:trash': (input) => sessions.trash(input),
    'sessions:restore': (input) => sessions.restore(input),
    'sessions:watch': ({ sessionId }) => chat.watch(sessionId),
    'sessions:select-branch': async (input) => chat.withLiveText(await sessions.selectBranch(input)),
    'sessions:duplicate': (input) => copies.duplicate(input),
    'sessions:merge': (input) => copies.merge(input),
    'messages:get': async (input) => chat.withLiveMessage(await db.getMessage(input)),
    'messages:provenance': (input) => chat.provenance(input),
    'messages:get-some': async (input) =>
      Promise.all((await db.getSomeMessages(input)).map((message) => chat.withLiveMessage(message))),
    'messages:outline': async (input) => JSON.stringify(await db.readOutline(input)),
    'messages:branch-ids': (input) => db.listBranchIds(input),
    'messages:count-branches': (input) => db.countBranches(input),
    'messages:elsewhere': (input) => db.listElsewhere(input),
    'messages:edit-answer': async (input) => chat.withLiveText(await branches.editAnswer(input)),
    'messages:copy-part': (input) => copies.copyPart(input),
    'messages:trash-some': async (input) => chat.withLiveText(await branches.trashSome(input)),
    'messages:trash-branch': async (input) => chat.withLiveText(await branches.trash(input)),
    'messages:restore': async (input) => chat.withLiveText(await branches.restore(input)),
    'edits:save': (input) => db.saveMessageEdit({ ...input, at: Date.now() }),
    'drafts:save': (input) => db.saveDraft({ ...input, at: Date.now() }),

    'prompt-history:list': (input) => db.listPromptHistory(input),
    'prompt-history:clear': () => services.promptHistory.clear(),
    'spelling:check': ({ words }) => services.spelling.check(words),

    'attachments:add': (input) => services.attachments.add(input),
    'attachments:remove': (input) => services.attachments.remove(input),
    'attachments:choose-files': () => services.attachments.chooseFiles(),
    'attachments:choose-folder': () => services.attachments.chooseFolder(),
    'attachments:chosen-picture': (input) => services.attachments.chosenPicture(input),
    'attachments:text': (input) => services.attachments.text(input),
    'attachments:picture': (input) => services.attachments.picture(input),
    'attachments:save': (input) => services.attachments.save(input),

    'projects:list': () => db.listProjects(),
    'projects:create': (input) => projects.create(input),
    'projects:update': (input) => projects.update(input),
    'projects:trash': (input) => projects.trash(input),
    'projects:restore': (input) => projects.restore(input),

    'tags:list': () => db.listTags(),
    'tags:create': (input) => tags.create(input),
    'tags:update': (input) => tags.update(input),
    'tags:trash': (input) => tags.trash(input),
    'tags:restore': (input) => tags.restore(input),

    'prompts:list': () => db.listPrompts(),
    'prompts:get': (input) => db.getPrompt(input),
    'prompts:save': (input) => services.prompts.save(input),
    'prompts:trash': (input) => services.prompts.trash(input),
    'prompts:restore': (input) => services.prompts.restore(input),
    'prompts:rename-folder': (input) => services.prompts.renameFolder(input),
    'prompts:export': (input) => services.prompts.export(input),
    'prompts:import': () => services.prompts.import(),

    'trash:list': (input) => trash.list(input),
    'trash:restore': (input) => trash.restore(input),
    'trash:erase': (input) => trash.erase(input),
    'trash:empty': () => trash.empty(),
    'retention:preview': (input) => retention.preview(input),

    'search:run': (input) => search.run(input),
    'search:in-session': (input) => search.findInSession(input),
    'search:titles': (input) => search.findTitles(input),

    'models:list': () => models.list(),
    'ollama:status': () => ollama.check(),
    'ollama:test': ({ address }) => ollama.test(address),
    'demo:start': () => ollama.startDemo(),
    'demo:stop': () => ollama.stopDemo(),

    'statistics:get': (input) => db.getStatistics(input),
    'statistics:save': (input) => statistics.save(input),

    'settings:get': () => desktop.settings(),
    'settings:update': (changes) => desktop.updateSettings(changes),
    'transfer:export': (input) => transfer.exportSession(input),
    'library:backup': () => transfer.backUp(),
    'transfer:import': () => transfer.importFiles(),
    'transfer:import-copy': ({ fileId }) => transfer.importCopy(fileId),
    'app:info': () => desktop.info(),
    'app:open-data-folder': () => desktop.openDataFolder(),
    'window:print': () => desktop.print(),
    'window:zoom': ({ to }) => desktop.zoom(to),
    'window:keep-remembered': () => desktop.keepRemembered(),
    'window:may-close': () => desktop.pageMayClose(),
    'window:quit': () => desktop.quit(),
    'menu:enable': ({ commands }) => desktop.enableCommands(commands),
  };
}
