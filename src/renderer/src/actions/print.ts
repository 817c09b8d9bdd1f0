import type { MessageId, MessagePage, SessionId } from '#shared/domain.ts';
import { api } from '../api.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { type PrintJob, usePrintStore } from '../stores/window/print-store.ts';
import { titleOf } from './sessions.ts';

/** Messages read in one request. */
const pageSize = 200;

/** Reads the whole active branch for the sheet, which asks to be printed once it is drawn. */
export async function printSession(sessionId: SessionId): Promise<void> {
  const session = useChatStore.getState().conversations[sessionId]?.session;
  if (session === undefined || usePrintStore.getState().job !== null) return;
  let job: PrintJob = { title: titleOf(session), messages: [], isRead: false };
  usePrintStore.setState({ job });
  try {
    for (let afterId: MessageId | null = null; !job.isRead; ) {
      const page: MessagePage = await api.request('sessions:newer', { sessionId, afterId, limit: pageSize });
      // Cancelled, or another one took its place.
      if (usePrintStore.getState().job !== job) return;
      afterId = page.messages.at(-1)?.id ?? null;
      job = {
        ...job,
        messages: [...job.messages, ...page.messages],
        isRead: !page.hasNewer || afterId === null,
      };
      usePrintStore.setState({ job });
    }
  } catch (thrown) {
    cancelPrinting();
    throw thrown;
  }
}

/** The sheet is drawn: it goes to the system's dialog, and away when that is closed. */
export async function printSheet(): Promise<void> {
  // Called off at the last moment.
  if (usePrintStore.getState().job === null) return;
  try {
    await api.request('window:print');
  } finally {
    cancelPrinting();
  }
}

export function cancelPrinting(): void {
  usePrintStore.setState({ job: null });
}
