import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportOf } from '../db/testing/fixtures.ts';
import { inspectFile } from './inspect-file.ts';
import { aDocx, anEncryptedPdf, aPdf, aPng } from './testing/files.ts';

const inspect = (
  name: string,
  bytes: Uint8Array,
  picture: Parameters<typeof inspectFile>[0]['picture'] = null,
) => inspectFile({ name, bytes, picture });
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Why a file is refused. */
async function reasonOf(name: string, bytes: Uint8Array): Promise<string> {
  const report = await reportOf(() => inspect(name, bytes));
  if (report.code !== 'attachment-unreadable') throw new Error(report.code);
  expect(report.details.name).toBe(name);
  return report.details.reason;
}

describe('texts', () => {
  it('are read as they are, whatever they are called', async () => {
    const text = 'first\r\nsecond\tthird\n\u{1F600} Grüße\n';
    const found = await inspect('film.mp4', utf8(text));
    expect(found).toMatchObject({
      kind: 'text',
      text,
      mime: 'text/plain',
      pageCount: null,
      width: null,
      sent: null,
    });
    expect(found.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(found.tokenEstimate).toBeGreaterThan(4);
  });

  it.each([
    ['notes.md', 'text/markdown'],
    ['A/b/table.CSV', 'text/csv'],
    ['page.html', 'text/html'],
    ['data.json', 'application/json'],
    ['Makefile', 'text/plain'],
    ['main.rs', 'text/plain'],
  ])('%s is %s', async (name, mime) => {
    expect(await inspect(name, utf8('<p>as it is</p>'))).toMatchObject({ mime, text: '<p>as it is</p>' });
  });

  it.each<[string, number[]]>([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0xc3, 0xa4, 0x0a]],
    ['UTF-16, low byte first', [0xff, 0xfe, 0xe4, 0x00, 0x0a, 0x00]],
    ['UTF-16, high byte first', [0xfe, 0xff, 0x00, 0xe4, 0x00, 0x0a]],
    ['Windows-1252', [0xe4, 0x0a]],
  ])('of %s are decoded', async (_, bytes) => {
    expect((await inspect('a.txt', Uint8Array.from(bytes))).text).toBe('ä\n');
  });

  it('of Windows have their quotes and the euro sign', async () => {
    const bytes = Uint8Array.from([0x93, 0x35, 0x80, 0x94, 0x20, 0x96, 0x20, 0xfc]);
    expect((await inspect('a.txt', bytes)).text).toBe('“5€” – ü');
  });

  it.each([
    'BM is how a bitmap begins',
    'MZ begins a program',
    '<?xml version="1.0"?><a/>',
    '{\\rtf1 x}',
    'BEGIN:VCARD',
  ])('that begin like something else stay texts: %s', async (text) => {
    expect(await inspect('a', utf8(text))).toMatchObject({ kind: 'text', text });
  });

  it('come through as they are, whatever characters they have', async () => {
    const visible = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => `a${text}`)
      .filter((text) => !text.includes('%PDF-'));
    await fc.assert(
      fc.asyncProperty(visible, async (text) => {
        expect((await inspect('a.txt', utf8(text))).text).toBe(text);
      }),
    );
  });
});

describe('documents', () => {
  it('of PDF have the text of all pages and their number', async () => {
    const bytes = aPdf(['Veins of quartz\nsecond line', 'page two', '']);
    const given = bytes.slice();
    const found = await inspect('rocks', bytes);
    expect(found).toMatchObject({
      kind: 'pdf',
      mime: 'application/pdf',
      pageCount: 3,
      text: 'Veins of quartz\nsecond line\n\npage two',
    });
    expect(found.bytes).toEqual(given);
  });

  it('of PDF without any text are taken', async () => {
    expect(await inspect('scan.pdf', aPdf(['', '']))).toMatchObject({
      text: '',
      pageCount: 2,
      tokenEstimate: 0,
    });
  });

  it('of DOCX have their paragraphs', async () => {
    const found = await inspect('letter.bin', await aDocx(['Words of basalt', 'Second &amp; last']));
    expect(found).toMatchObject({ kind: 'docx', text: 'Words of basalt\n\nSecond & last', pageCount: null });
  });
});

describe('pictures', () => {
  const sent = { bytes: utf8('smaller'), mime: 'image/jpeg' as const, width: 56, height: 29 };

  it('have the size and the form in which they are sent', async () => {
    expect(await inspect('a.png', aPng, sent)).toMatchObject({
      kind: 'image',
      mime: 'image/png',
      width: 56,
      height: 29,
      text: null,
      tokenEstimate: 4,
      sent: {
        bytes: sent.bytes,
        mime: 'image/jpeg',
        sha256: createHash('sha256').update('smaller').digest('hex'),
      },
    });
  });

  it('that are sent as they are have no other form', async () => {
    expect(await inspect('a.png', aPng, { ...sent, bytes: aPng.slice(), mime: 'image/png' })).toMatchObject({
      sent: null,
    });
  });
});

describe('what cannot be attached is refused by name, with the reason', () => {
  it('empty', async () => {
    expect(await reasonOf('a.txt', new Uint8Array())).toBe('empty');
    expect(await reasonOf('a.txt', utf8(' \r\n\t\n'))).toBe('empty');
  });

  it('damaged', async () => {
    expect(await reasonOf('a.pdf', utf8('%PDF-1.4\nnonsense'))).toBe('damaged');
    expect(await reasonOf('a.png', aPng)).toBe('damaged');
    const docx = await aDocx(['a'.repeat(5_000)]);
    expect(await reasonOf('a.docx', docx.slice(0, docx.length - 300))).toBe('damaged');
  });

  it('encrypted', async () => {
    expect(await reasonOf('a.pdf', anEncryptedPdf())).toBe('encrypted');
    const container = Buffer.alloc(2_000);
    container.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    container.write('EncryptedPackage', 1_000, 'utf16le');
    expect(await reasonOf('a.docx', container)).toBe('encrypted');
  });

  it('of no kind that is known', async () => {
    expect(await reasonOf('a.txt', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]))).toBe(
      'unknown-kind',
    );
    expect(await reasonOf('a.txt', Uint8Array.from([1, 2, 3, 0, 200, 201, 0, 7]))).toBe('unknown-kind');
    const container = Buffer.alloc(2_000);
    container.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await reasonOf('old.doc', container)).toBe('unknown-kind');
  });

  it('whatever bytes it has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const found = await inspect('a', bytes).catch((thrown: unknown) => thrown);
        if (found instanceof Error) expect(found).toMatchObject({ code: 'attachment-unreadable' });
        else expect(found).toMatchObject({ kind: 'text' });
      }),
    );
  });
});
