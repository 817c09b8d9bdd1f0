import type { ErrorReport } from '#shared/errors.ts';
import { toErrorReport } from '#shared/errors.ts';
import type { TextRun } from './delta-batcher.ts';

export interface ReplyJournal {
  add(run: TextRun): void;
  /** Ends the timer and waits for a write under way. What is still unsaved is left to the final write of the turn. */
  close(): Promise<void>;
}

export interface ReplyJournalOptions {
  readonly intervalMs: number;
  readonly append: (text: { readonly content: string; readonly thinking: string }) => Promise<void>;
  /** Called after each write: with what went wrong, or with null. */
  readonly onWritten: (error: ErrorReport | null) => void;
}

/**
 * Writes a growing answer to its row, so that a killed program loses no more than the last interval.
 * A failed write (full disk) keeps its text and is tried again with the next one.
 */
export function createReplyJournal(options: ReplyJournalOptions): ReplyJournal {
  let content = '';
  let thinking = '';
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let isClosed = false;

  function schedule(): void {
    if (timer !== undefined || writing !== undefined || isClosed) return;
    timer = setTimeout(() => {
      timer = undefined;
      writing = write().finally(() => {
        writing = undefined;
        if (content !== '' || thinking !== '') schedule();
      });
    }, options.intervalMs);
  }

  async function write(): Promise<void> {
    const taken = { content, thinking };
    content = '';
    thinking = '';
    try {
      await options.append(taken);
      options.onWritten(null);
    } catch (thrown) {
      content = taken.content + content;
      thinking = taken.thinking + thinking;
      options.onWritten(toErrorReport(thrown));
    }
  }

  return {
    add(run) {
      if (run.kind === 'content') content += run.text;
      else thinking += run.text;
      schedule();
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await writing;
    },
  };
}
