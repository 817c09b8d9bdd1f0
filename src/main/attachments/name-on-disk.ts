import { safeFileName } from '../transfer/file-name.ts';

/** The name of a file to be saved, without the folders it came with and safe on every system; its ending apart. */
export function nameOnDisk(name: string): { readonly suggestedName: string; readonly extension: string } {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const [, stem = last, extension = ''] = /^(.+)\.([A-Za-z0-9]{1,16})$/.exec(last) ?? [];
  const safe = safeFileName(stem, '');
  return { suggestedName: extension === '' ? safe : `${safe}.${extension}`, extension };
}
