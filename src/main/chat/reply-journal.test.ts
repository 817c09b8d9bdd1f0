import { describe, expect, it } from 'vitest';
import { AppError, type ErrorReport } from '#shared/errors.ts';
import { createReplyJournal } from './reply-journal.ts';

const diskFull = new AppError({ code: 'disk-full', details: { path: '/data/parlor.db' } });

describe('reply journal', () => {
  it('writes what came in since the last write, in order', async () => {
    const written: string[] = [];
    const journal = await journalled(['Hel', 'lo'], async ({ content }) => void written.push(content));
    await journal.untilWritten();
    journal.add('!');
    await journal.untilWritten();
    expect(written).toEqual(['Hello', '!']);
  });

  it('keeps the text of a failed write and writes it with the next one', async () => {
    const written: string[] = [];
    let isFull = true;
    const journal = await journalled(['kept'], async ({ content }) => {
      if (isFull) throw diskFull;
      written.push(content);
    });
    expect(await journal.untilWritten()).toEqual(diskFull.report);
    isFull = false;
    journal.add(' text');
    expect(await journal.untilWritten()).toBeNull();
    expect(written).toEqual(['kept text']);
  });

  it('waits for a write under way when it is closed, and starts no other', async () => {
    let finishWrite: () => void = () => {};
    let writes = 0;
    const journal = await journalled(['text'], () => {
      writes += 1;
      return new Promise((resolve) => {
        finishWrite = resolve;
      });
    });
    await journal.untilWriting();
    journal.add(' more');
    const closed = journal.close();
    finishWrite();
    await closed;
    expect(writes).toBe(1);
  });
});

/** A journal with a very short interval, some text in it, and promises for what it does next. */
async function journalled(
  texts: readonly string[],
  append: (text: { readonly content: string; readonly thinking: string }) => Promise<void>,
) {
  let onWritten: (error: ErrorReport | null) => void = () => {};
  let onWriting: () => void = () => {};
  const writing = new Promise<void>((resolve) => {
    onWriting = resolve;
  });
  const journal = createReplyJournal({
    intervalMs: 1,
    append: (text) => {
      onWriting();
      return append(text);
    },
    onWritten: (error) => onWritten(error),
  });
  const add = (text: string) => journal.add({ kind: 'content', text });
  texts.forEach(add);
  return {
    add,
    close: journal.close,
    untilWriting: () => writing,
    untilWritten: () =>
      new Promise<ErrorReport | null>((resolve) => {
        onWritten = resolve;
      }),
  };
}
