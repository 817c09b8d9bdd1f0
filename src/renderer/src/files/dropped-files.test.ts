import { expect, it } from 'vitest';
import { readFolder } from './dropped-files.ts';

type Tree = { readonly [name: string]: string | Tree };

/** An entry as a drop brings it; a folder gives its entries in parts, as browsers do. */
function entry(name: string, content: string | Tree): FileSystemEntry {
  const isFile = typeof content === 'string';
  const entries = isFile ? [] : Object.entries(content).map(([each, inside]) => entry(each, inside));
  const made = {
    name,
    isFile,
    isDirectory: !isFile,
    file: (onFile: (file: File) => void) => onFile(new File([isFile ? content : ''], name)),
    createReader: () => ({
      readEntries: (onEntries: (part: readonly FileSystemEntry[]) => void) => onEntries(entries.splice(0, 2)),
    }),
  };
  return made as unknown as FileSystemEntry;
}

const folder = (content: Tree) => readFolder(entry('notes', content) as FileSystemDirectoryEntry);

it('lists the files of a dropped folder by their paths', async () => {
  const read = await folder({ 'b.md': 'b', a: { 'd.txt': 'd', c: { 'e.txt': 'e' } }, 'c.md': 'c' });
  expect(read).toMatchObject({ name: 'notes', leftOut: 0 });
  expect(read.files.map(({ path }) => path)).toEqual(['a/c/e.txt', 'a/d.txt', 'b.md', 'c.md']);
});

it('passes over what nobody wrote, and counts what cannot be attached', async () => {
  const read = await folder({
    '.git': { HEAD: 'x' },
    '.env': 'secret',
    node_modules: { 'x.js': 'x' },
    'film.mp4': 'x',
    'a.txt': 'a',
  });
  expect(read.files.map(({ path }) => path)).toEqual(['a.txt']);
  expect(read.leftOut).toBe(1);
});

it('is empty for an empty folder', async () => {
  expect(await folder({})).toEqual({ name: 'notes', files: [], leftOut: 0 });
});
