import { afterEach, describe, expect, it } from 'vitest';
import { builtThread } from '../../../scripts/build/threads.ts';
import { reportOf } from '../db/testing/fixtures.ts';
import { createInspector, type Inspector } from './inspector.ts';
import { aDocx, aPdf } from './testing/files.ts';

let inspector: Inspector;
afterEach(() => inspector.close());

const file = (name: string, bytes: Uint8Array = new TextEncoder().encode('words')) => ({
  name,
  bytes,
  picture: null,
});

describe('the reading thread', () => {
  it('reads one file after the other and gives their bytes back', async () => {
    inspector = createInspector({
      workerPath: builtThread('inspection-worker'),
      timeLimitMs: 60_000,
    });
    const pdf = aPdf(['quartz']);
    const [first, second, third, refused] = await Promise.all([
      inspector.inspect(file('a.pdf', pdf.slice())),
      inspector.inspect(file('b.docx', await aDocx(['basalt']))),
      inspector.inspect(file('c.txt')),
      reportOf(() => inspector.inspect(file('d.txt', new Uint8Array()))),
    ]);
    expect(first).toMatchObject({ kind: 'pdf', text: 'quartz', pageCount: 1 });
    expect(Buffer.from(first.bytes).equals(pdf)).toBe(true);
    expect(second).toMatchObject({ kind: 'docx', text: 'basalt' });
    expect(third).toMatchObject({ kind: 'text', text: 'words' });
    expect(refused).toEqual({
      code: 'attachment-unreadable',
      details: { name: 'd.txt', reason: 'empty', detail: '' },
    });
  });

  const misbehaving = (timeLimitMs: number) =>
    createInspector({ workerPath: builtThread('misbehaving-worker'), timeLimitMs });

  it.each([
    ['breaks', 'the reader broke'],
    ['stops', 'it made the reader stop'],
  ])('is started again after a file that it %s with', async (name, detail) => {
    inspector = misbehaving(60_000);
    const [report, next] = await Promise.all([
      reportOf(() => inspector.inspect(file(name))),
      inspector.inspect(file('next.txt')),
    ]);
    expect(report).toEqual({ code: 'attachment-unreadable', details: { name, reason: 'damaged', detail } });
    expect(next.text).toBe('words');
  });

  it('is ended when a file takes too long, and started again', async () => {
    inspector = misbehaving(2_000);
    expect(await reportOf(() => inspector.inspect(file('hangs')))).toMatchObject({
      details: { name: 'hangs', reason: 'damaged' },
    });
    expect((await inspector.inspect(file('next.txt'))).text).toBe('words');
  });
});
