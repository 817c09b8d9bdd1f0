import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NewFile } from '#shared/contract/attachments.ts';
import type { Attachment } from '#shared/domain.ts';
import { AppError, type ErrorReport } from '#shared/errors.ts';
import { type FileToAdd, filesOf, useDraftAttachmentsStore } from './draft-attachments-store.ts';

const sessionId = 'aaaaaaaaaa';

const store = () => useDraftAttachmentsStore.getState();
const files = () => filesOf(store(), sessionId);
const names = () => files().attachments.map(({ name }) => name);

function attachment(name: string): Attachment {
  return {
    id: name,
    kind: 'text',
    name,
    mime: 'text/plain',
    sizeBytes: 1,
    width: null,
    height: null,
    pageCount: null,
    textLength: 1,
    tokenEstimate: 1,
  };
}

function damaged(name: string): ErrorReport {
  return { code: 'attachment-unreadable', details: { name, reason: 'damaged', detail: '' } };
}

const content = { kind: 'bytes', bytes: new Uint8Array([1]), picture: null } as const;

function file(name: string, prepare?: () => Promise<NewFile>): FileToAdd {
  const prepared = { id: name, name, content };
  return { id: name, name, prepare: prepare ?? (async () => prepared) };
}

/** A preparation that ends when it is told to. */
function held(name: string) {
  let finish: () => void = () => undefined;
  const promise = new Promise<NewFile>((resolve) => {
    finish = () => resolve({ id: name, name, content });
  });
  return { file: file(name, () => promise), finish: () => finish() };
}

/** Main as the window sees it: what it was asked, and the names it refuses. */
function main(refuses: readonly string[] = []) {
  const asked: string[] = [];
  const request = vi.fn(
    async (name: string, input: { readonly file?: NewFile; readonly attachmentId?: string }) => {
      const subject = input.file?.name ?? input.attachmentId ?? '';
      asked.push(`${name} ${subject}`);
      if (refuses.includes(subject)) return { ok: false, error: damaged(subject) };
      return { ok: true, value: input.file === undefined ? undefined : attachment(subject) };
    },
  );
  vi.stubGlobal('window', { api: { request } });
  return asked;
}

beforeEach(() => useDraftAttachmentsStore.setState({ files: {} }));

describe('files of a draft', () => {
  it('are added in their order, whichever is read first', async () => {
    const asked = main();
    const slow = held('slow');
    const adding = store().add(sessionId, [slow.file, file('quick'), file('last')]);
    expect(files().adding.map(({ name }) => name)).toEqual(['slow', 'quick', 'last']);
    slow.finish();
    await adding;
    expect(names()).toEqual(['slow', 'quick', 'last']);
    expect(asked).toEqual(['attachments:add slow', 'attachments:add quick', 'attachments:add last']);
    expect(files().adding).toEqual([]);
  });

  it('are read a few at a time', async () => {
    main();
    let reading = 0;
    let most = 0;
    const counted = (name: string) =>
      file(name, async () => {
        reading += 1;
        most = Math.max(most, reading);
        await Promise.resolve();
        reading -= 1;
        return { id: name, name, content };
      });
    await store().add(
      sessionId,
      Array.from({ length: 20 }, (_, index) => counted(`f${index}`)),
    );
    expect(most).toBeLessThanOrEqual(2);
    expect(names()).toHaveLength(20);
  });

  it('that cannot be read, or that main refuses, leave the others alone', async () => {
    main(['worse']);
    const broken = file('bad', () => Promise.reject(new AppError(damaged('bad'))));
    await store().add(sessionId, [file('one'), broken, file('worse'), file('two')]);
    expect(names()).toEqual(['one', 'two']);
    expect(files().refused.map(({ name, error }) => [name, error.code])).toEqual([
      ['bad', 'attachment-unreadable'],
      ['worse', 'attachment-unreadable'],
    ]);
    store().dismiss(sessionId, ['bad']);
    expect(files().refused.map(({ name }) => name)).toEqual(['worse']);
  });

  it('taken out while they are read never reach main', async () => {
    const asked = main();
    const slow = held('slow');
    const adding = store().add(sessionId, [slow.file, file('other')]);
    await store().remove(sessionId, 'slow');
    slow.finish();
    await adding;
    expect(names()).toEqual(['other']);
    expect(asked).toEqual(['attachments:add other']);
  });

  it('taken out while main adds them are taken out there too', async () => {
    const asked: string[] = [];
    let answer: (value: unknown) => void = () => {};
    const reached = new Promise<void>((reach) => {
      const request = (name: string) => {
        asked.push(name);
        if (name !== 'attachments:add') return Promise.resolve({ ok: true, value: undefined });
        reach();
        return new Promise((resolve) => {
          answer = resolve;
        });
      };
      vi.stubGlobal('window', { api: { request } });
    });
    const adding = store().add(sessionId, [file('one')]);
    await reached;
    await store().remove(sessionId, 'one');
    answer({ ok: true, value: attachment('one') });
    await adding;
    expect(asked).toEqual(['attachments:add', 'attachments:remove']);
    expect(names()).toEqual([]);
  });

  it('go with the message, and come back before newer ones when it is refused', async () => {
    main();
    await store().add(sessionId, [file('one'), file('two')]);
    const taken = store().take(sessionId);
    expect(names()).toEqual([]);
    await store().add(sessionId, [file('three')]);
    store().refused(sessionId, taken);
    expect(names()).toEqual(['one', 'two', 'three']);
  });

  it('are taken over from main once, for the window knows better afterwards', async () => {
    main();
    store().loaded(sessionId, [attachment('kept')]);
    await store().remove(sessionId, 'kept');
    store().loaded(sessionId, [attachment('kept')]);
    expect(names()).toEqual([]);
  });

  it('of one session are not those of another', async () => {
    main();
    await Promise.all([store().add(sessionId, [file('one')]), store().add('bbbbbbbbbb', [file('two')])]);
    expect(names()).toEqual(['one']);
    expect(filesOf(store(), 'bbbbbbbbbb').attachments.map(({ name }) => name)).toEqual(['two']);
  });
});
