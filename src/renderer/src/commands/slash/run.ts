import { type ExportFormat, thinkingIn } from '#shared/contract/transfer.ts';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { sendDraft } from '../../actions/chat.ts';
import { clearSession } from '../../actions/clear-session.ts';
import { deleteSessions } from '../../actions/deleting.ts';
import { findPrompts } from '../../actions/find-prompts.ts';
import { insertPrompt, openPrompts } from '../../actions/prompts.ts';
import { openHistory } from '../../actions/search.ts';
import { changeSession, moveSessions } from '../../actions/session-changes.ts';
import { exportSession, knownSession, newSession, openSession } from '../../actions/sessions.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useDraftsStore } from '../../stores/chat/drafts-store.ts';
import { useHistoryStore } from '../../stores/finding/history-store.ts';
import { findSessionTitles } from '../../stores/finding/session-titles.ts';
import { promptName, usePromptsStore } from '../../stores/library/prompts-store.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { useNoticesStore } from '../../stores/window/notices-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { runCommand } from '../run-command.ts';
import { changeTags } from './change-tags.ts';
import type { SlashCommand } from './parse.ts';
import { type Resolved, resolveName } from './resolve.ts';
import type { exportFormatNames, SlashName, SlashSource } from './table.ts';
import { tagWords } from './tag-words.ts';

const words = text.slash.problems;
const formats: Readonly<Record<(typeof exportFormatNames)[number], ExportFormat>> = {
  md: 'markdown',
  txt: 'text',
  json: 'parlor-json',
  mochi: 'mochi-json',
};

/** Why a command could not be run, as a sentence; null when it was. Throws what the actions throw. */
type Run = (sessionId: SessionId, command: SlashCommand) => Promise<string | null> | string | null;

const runs: Readonly<Record<SlashName, Run>> = {
  async new(sessionId, { rest }) {
    // The session that is left keeps nothing of the command.
    await useDraftsStore.getState().flush();
    const madeId = await newSession(knownSession(sessionId)?.projectId ?? null);
    if (rest === '') return null;
    useDraftsStore.getState().write(madeId, rest);
    // Another session may have been opened meanwhile; then it waits there as a draft.
    if (useChatStore.getState().openSessionId === madeId) void sendDraft(madeId);
    return null;
  },

  list(_sessionId, { rest }) {
    openHistory();
    useHistoryStore.getState().setFilter(rest);
    return null;
  },

  load: (_sessionId, { rest }) => load(rest),

  async model(sessionId, { rest }) {
    if (rest === '') {
      useViewStore.getState().setModelPickerOpen(true);
      return null;
    }
    const { models, status } = useModelsStore.getState();
    if (models.length === 0 && status?.state === 'unreachable') return text.composer.unreachable;
    const resolved = resolveName(rest, models, ({ name }) => name);
    if (resolved.kind !== 'found') return notFound('models', rest, resolved);
    await changeSession(sessionId, { model: resolved.thing.name });
    tell(text.slash.modelChanged(resolved.thing.name));
    return null;
  },

  async system(sessionId, { rest }) {
    if (rest === '') {
      useViewStore.getState().openDialog('parameters');
      return null;
    }
    await changeSession(sessionId, { systemPrompt: rest });
    tell(text.slash.systemChanged);
    return null;
  },

  async project(sessionId, { rest }) {
    if (rest === '') {
      useViewStore.getState().openAbout({ name: 'move', sessionIds: [sessionId] });
      return null;
    }
    const { projects } = useSessionsStore.getState();
    const places = [...projects, { id: null, name: text.sidebar.inbox }];
    const resolved = resolveName<{ readonly id: string | null; readonly name: string }>(
      rest,
      places,
      ({ name }) => name,
    );
    if (resolved.kind !== 'found') return notFound('projects', rest, resolved);
    await moveSessions([sessionId], resolved.thing.id);
    return null;
  },

  async tag(sessionId, { rest }) {
    if (rest !== '') return changeTags(sessionId, tagWords(rest));
    useViewStore.getState().openAbout({ name: 'tags-of', sessionIds: [sessionId] });
    return null;
  },

  async prompt(sessionId, { rest }) {
    if (rest === '') {
      openPrompts();
      return null;
    }
    const { state, load: readPrompts } = usePromptsStore.getState();
    if (state !== 'ready') await readPrompts();
    const resolved = resolveName(rest, findPrompts(''), promptName);
    if (resolved.kind !== 'found') return notFound('prompts', rest, resolved);
    await insertPrompt(sessionId, resolved.thing.id);
    return null;
  },

  retry(sessionId) {
    if (runCommand('answer.retry')) return null;
    return useChatStore.getState().running[sessionId] ? words.stillAnswering : words.nothingToRetry;
  },
  stop: () => (runCommand('answer.stop') ? null : words.notAnswering),

  info(sessionId) {
    useViewStore.getState().openAbout({ name: 'details', sessionId });
    return null;
  },

  async export(sessionId, { options }) {
    const conversation = useChatStore.getState().conversations[sessionId];
    if ((conversation?.messages.length ?? 0) === 0) return words.nothingToExport;
    const { format, output, thinking } = options;
    if (Object.keys(options).length === 0) {
      useViewStore.getState().openExport(sessionId);
      return null;
    }
    const withThinking = thinking !== undefined;
    const wanted = formatNamed(format);
    if (withThinking && thinkingIn[wanted] === 'never') return words.noPlaceForThinking;
    await exportSession({ sessionId, format: wanted, withThinking, name: output });
    return null;
  },

  async import() {
    await (await import('../../actions/transfer.ts')).importSessions();
    return null;
  },

  async backup() {
    await (await import('../../actions/transfer.ts')).backUp();
    return null;
  },

  clear: async (sessionId) => ((await clearSession(sessionId)) ? null : words.nothingToClear),

  async delete(sessionId) {
    await deleteSessions([sessionId]);
    return null;
  },

  help() {
    useViewStore.getState().openDialog('slash-help');
    return null;
  },
};

export async function runSlash(sessionId: SessionId, command: SlashCommand): Promise<string | null> {
  return runs[command.name](sessionId, command);
}

/** What is changed and not seen where one types. */
function tell(sentence: string): void {
  useNoticesStore.getState().show({ kind: 'told', sentence });
}

const titlesRead = 100;

async function load(written: string): Promise<string | null> {
  const { openSessionId } = useChatStore.getState();
  if (/^[0-9a-f]{10}$/.test(written) && (await openSession(written))) return null;
  const found = await findSessionTitles(written, titlesRead);
  const resolved = resolveName(written, found, ({ title }) => title.text);
  if (resolved.kind === 'found' && (await openSession(resolved.thing.session.id))) return null;
  // An id that nothing has left an empty place.
  if (openSessionId !== null) await openSession(openSessionId);
  return notFound('sessions', written, resolved);
}

function notFound(
  source: Exclude<SlashSource, 'tags'>,
  written: string,
  resolved: Resolved<unknown>,
): string {
  return resolved.kind === 'several' ? words.severalFit(written) : words.nothingFits[source](written);
}

function formatNamed(format: string | undefined): ExportFormat {
  return Object.entries(formats).find(([name]) => name === format)?.[1] ?? 'markdown';
}
