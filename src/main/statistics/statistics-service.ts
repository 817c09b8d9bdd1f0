import type { RequestInput, RequestOutput } from '#shared/contract/index.ts';
import { text as texts } from '#shared/text/index.ts';
import { safeFileName } from '../transfer/file-name.ts';

export interface StatisticsServiceOptions {
  /** Asks the user; null when that was cancelled. */
  readonly chooseSavePath: (question: {
    readonly suggestedName: string;
    readonly extension: string;
    readonly title: string;
  }) => Promise<string | null>;
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>;
}

export interface StatisticsService {
  /** Writes a table or a picture where the user wants it. Errors: disk-full, write-failed. */
  save(input: RequestInput<'statistics:save'>): Promise<RequestOutput<'statistics:save'>>;
}

export function createStatisticsService(options: StatisticsServiceOptions): StatisticsService {
  return {
    async save(input) {
      const path = await options.chooseSavePath({
        suggestedName: `${safeFileName(input.name, '')}.${input.kind}`,
        extension: input.kind,
        title: texts.statistics.saveDialogTitle(input.name),
      });
      if (path !== null) await options.writeFile(path, input.kind === 'csv' ? input.text : input.bytes);
      return { path };
    },
  };
}
