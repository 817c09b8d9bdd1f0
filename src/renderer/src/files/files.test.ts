import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { pictureMimeOf } from '#shared/picture-kind.ts';
import { filesOfPaste } from './clipboard-files.ts';
import { sourceOfChosen, sourceOfFile, sourceOfText } from './file-source.ts';
import { prepareFile } from './prepare-file.ts';
import { fitSides, hasTransparency, smallPngLimit, staysPng } from './sent-picture.ts';

describe('the size of a picture that is sent', () => {
  it('keeps the proportion and the limit, and never grows', () => {
    expect(fitSides({ width: 4000, height: 3000 }, 1568)).toEqual({ width: 1568, height: 1176 });
    expect(fitSides({ width: 3000, height: 4000 }, 1568)).toEqual({ width: 1176, height: 1568 });
    expect(fitSides({ width: 640, height: 480 }, 1568)).toEqual({ width: 640, height: 480 });
    expect(fitSides({ width: 1568, height: 1568 }, 1568)).toEqual({ width: 1568, height: 1568 });
  });

  it('leaves a pixel of what is very narrow', () => {
    expect(fitSides({ width: 20_000, height: 3 }, 1568)).toEqual({ width: 1568, height: 1 });
  });
});

describe('the form of a picture that is sent', () => {
  it('is PNG for what is transparent or small, else JPEG', () => {
    expect(staysPng('image/png', true, 50_000_000)).toBe(true);
    expect(staysPng('image/png', false, smallPngLimit)).toBe(true);
    expect(staysPng('image/webp', false, smallPngLimit + 1)).toBe(false);
    expect(staysPng('image/jpeg', false, 0)).toBe(false);
  });

  it('asks every pixel whether it lets something through', () => {
    expect(hasTransparency(new Uint8ClampedArray([0, 0, 0, 255, 9, 9, 9, 255]))).toBe(false);
    expect(hasTransparency(new Uint8ClampedArray([0, 0, 0, 255, 9, 9, 9, 254]))).toBe(true);
  });
});

it('tells pictures by their bytes', () => {
  const ofText = (letters: string) => pictureMimeOf(new TextEncoder().encode(letters));
  expect(pictureMimeOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]))).toBe('image/png');
  expect(pictureMimeOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
  expect(ofText('GIF89a')).toBe('image/gif');
  expect(ofText('RIFF1234WEBP')).toBe('image/webp');
  expect(ofText('RIFF1234WAVE')).toBeNull();
  expect(ofText('GIF of a cat.png')).toBeNull();
  expect(pictureMimeOf(new Uint8Array())).toBeNull();
});

describe('a paste', () => {
  const paste = (names: readonly string[], plain: string) =>
    filesOfPaste({
      files: names.map((name) => new File(['x'], name)),
      getData: (type) => (type === 'text/plain' ? plain : ''),
    }).map(({ name }) => name);

  it('of a picture is a file', () => expect(paste(['image.png'], '')).toEqual(['image.png']));

  it('from a spreadsheet, which puts a picture beside the cells, is text', () =>
    expect(paste(['image.png'], 'a\tb\n1\t2\n')).toEqual([]));

  it('of files is the files, though their paths are beside them', () => {
    expect(paste(['a b.txt', 'c.pdf'], '/home/me/a b.txt\n/home/me/c.pdf')).toEqual(['a b.txt', 'c.pdf']);
    expect(paste(['a b.txt'], 'file:///home/me/a%20b.txt\r\n')).toEqual(['a b.txt']);
    expect(paste(['100%.txt'], 'file:///home/me/100%.txt')).toEqual(['100%.txt']);
    expect(paste(['c.pdf'], 'C:\\Papers\\c.pdf')).toEqual(['c.pdf']);
  });

  it('of text is no file', () => expect(paste([], 'hello')).toEqual([]));
});

describe('a file that was given', () => {
  it('is not read when it is too large', async () => {
    const file = new File([], 'film.mp4');
    Object.defineProperty(file, 'size', { value: 100_000_001 });
    await expect(sourceOfFile(file).read()).rejects.toMatchObject({
      report: { code: 'attachment-too-large', details: { name: 'film.mp4', sizeBytes: 100_000_001 } },
    });
  });

  it('that is gone says so by name', async () => {
    const file = new File(['x'], 'a.txt');
    file.arrayBuffer = () => Promise.reject(new Error('NotFoundError'));
    await expect(sourceOfFile(file).read()).rejects.toMatchObject({
      report: { code: 'attachment-unreadable', details: { name: 'a.txt', reason: 'gone' } },
    });
  });

  it('of a dialog is asked for only when it is read', async () => {
    let asked = 0;
    const source = sourceOfChosen('a', { choiceId: 'c', key: '0' }, async () => {
      asked += 1;
      return new Uint8Array([7]);
    });
    expect(asked).toBe(0);
    expect(await source.read()).toEqual(new Uint8Array([7]));
    expect(asked).toBe(1);
  });

  it('that main could not read keeps its reason', async () => {
    const error = {
      code: 'attachment-unreadable',
      details: { name: 'a', reason: 'gone', detail: '' },
    } as const;
    const source = sourceOfChosen('a', { choiceId: 'c', key: '0' }, () =>
      Promise.reject(new AppError(error)),
    );
    await expect(source.read()).rejects.toMatchObject({ report: error });
  });

  it('of a dialog that is no picture stays where it is', async () => {
    const file = { choiceId: 'c', key: '0' };
    const source = sourceOfChosen('a.txt', file, async () => null);
    expect(await prepareFile('id', source)).toEqual({
      id: 'id',
      name: 'a.txt',
      content: { kind: 'chosen', file },
    });
  });

  it('may be a text', async () => {
    expect(await sourceOfText('note.txt', 'é').read()).toEqual(new Uint8Array([0xc3, 0xa9]));
  });
});
