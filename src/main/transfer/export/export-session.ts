import type { ExportFormat } from '#shared/contract/app.ts';
import type { ProjectId, SessionId } from '#shared/domain.ts';
import { text as texts } from '#shared/text/index.ts';
import type { AsyncDatabase, SessionRecord } from '../../db/interface.ts';
import { safeFileName } from '../file-name.ts';
import { renderMarkdown } from './markdown.ts';
import { renderMochiJson } from './mochi-json.ts';
import { renderParlorJson } from './parlor-json.ts';

export interface RenderedExport {
  readonly text: string;
  /** Without a dot: what a file dialog filters by. */
  readonly extension: string;
  /** With the ending, which tells the two JSON formats apart. */
  readonly suggestedName: string;
}

export interface SavePathQuestion {
  readonly suggestedName: string;
  /** Without the dot; empty for a file that has none. */
  readonly extension: string;
  /** Of the dialog. */
  readonly title: string;
}

export interface TransferServiceOptions {
  readonly db: Pick<AsyncDatabase, 'exportSession'>;
  /** Asks the user; null when that was cancelled. */
  readonly chooseSavePath: (question: SavePathQuestion) => Promise<string | null>;
  readonly writeTextFile: (path: string, text: string) => Promise<void>;
}

export interface TransferService {
  /** Writes a session where the user wants it; `path` is null when that was cancelled. Errors: not-found, disk-full, write-failed. */
  exportSession(input: {
    readonly sessionId: SessionId;
    readonly format: ExportFormat;
    readonly name?: string | undefined;
    readonly within?: ProjectId | null | undefined;
  }): Promise<{ readonly path: string | null }>;
}

const formats = {
  markdown: { render: renderMarkdown, extension: 'md', ending: 'md' },
  'mochi-json': { render: renderMochiJson, extension: 'json', ending: 'mochi.json' },
  'parlor-json': { render: renderParlorJson, extension: 'json', ending: 'parlor.json' },
} as const satisfies Record<ExportFormat, unknown>;

/** `wanted`: what the file is to be called, its ending or not, instead of the session's title. */
export function renderExport(record: SessionRecord, format: ExportFormat, wanted?: string): RenderedExport {
  const { render, extension, ending } = formats[format];
  const { title, id } = record.session;
  const name =
    wanted === undefined ? safeFileName(title, id) : safeFileName(withoutEnding(wanted, ending), '');
  return { text: render(record), extension, suggestedName: `${name}.${ending}` };
}

function withoutEnding(name: string, ending: string): string {
  const written = name.trim();
  const known = [`.${ending}`, `.${ending.slice(ending.lastIndexOf('.') + 1)}`];
  const found = known.find((each) => written.toLowerCase().endsWith(each));
  return found === undefined ? written : written.slice(0, -found.length);
}

export function createTransferService(options: TransferServiceOptions): TransferService {
  return {
    async exportSession({ sessionId, format, name, within }) {
      const record = await options.db.exportSession({
        sessionId,
        within,
        withFiles: format === 'parlor-json',
      });
      const { text, extension, suggestedName } = renderExport(record, format, name);
      const title = texts.main.exportDialogTitle(record.session.title || texts.sidebar.untitled);
      const path = await options.chooseSavePath({ suggestedName, extension, title });
      if (path !== null) await options.writeTextFile(path, text);
      return { path };
    },
  };
}
