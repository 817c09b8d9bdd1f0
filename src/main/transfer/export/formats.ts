import type { ExportFormat } from '#shared/contract/transfer.ts';
import type { SessionRecord } from '../../db/interface.ts';
import { safeFileName } from '../file-name.ts';
import { renderMarkdown } from './markdown.ts';
import { renderMochiJson } from './mochi-json.ts';
import { type ContentsOf, renderParlorJson } from './parlor-json.ts';
import { renderPlainText } from './plain-text.ts';
import type { ReadableOptions } from './record-words.ts';

interface Format {
  /** Without a dot: what a file dialog filters by. */
  readonly extension: string;
  /** Of the name, which tells the two JSON formats apart. */
  readonly ending: string;
  readonly render: (
    record: SessionRecord,
    options: ReadableOptions,
    contentsOf: ContentsOf,
  ) => string | Iterable<string>;
}

const formats: Readonly<Record<ExportFormat, Format>> = {
  markdown: { render: renderMarkdown, extension: 'md', ending: 'md' },
  text: { render: renderPlainText, extension: 'txt', ending: 'txt' },
  'mochi-json': { render: renderMochiJson, extension: 'json', ending: 'mochi.json' },
  'parlor-json': {
    render: (record, _options, contentsOf) => renderParlorJson(record, contentsOf),
    extension: 'json',
    ending: 'parlor.json',
  },
};

export function formatOf(format: ExportFormat): Format {
  return formats[format];
}

/** `wanted`: what the file is to be called, its ending or not, instead of the session's title. */
export function suggestedName(
  { title, id }: { readonly title: string; readonly id: string },
  format: ExportFormat,
  wanted?: string,
): string {
  const { ending } = formats[format];
  const name =
    wanted === undefined ? safeFileName(title, id) : safeFileName(withoutEnding(wanted, ending), '');
  return `${name}.${ending}`;
}

function withoutEnding(name: string, ending: string): string {
  const written = name.trim();
  const known = [`.${ending}`, `.${ending.slice(ending.lastIndexOf('.') + 1)}`];
  const found = known.find((each) => written.toLowerCase().endsWith(each));
  return found === undefined ? written : written.slice(0, -found.length);
}
