import { type ExportFormat, type LeftOut, thinkingIn } from '#shared/contract/transfer.ts';
import type { SessionRecord } from '../../db/interface.ts';
import { activeBranch } from './active-branch.ts';
import type { ReadableOptions } from './record-words.ts';

/** What of a session a file of that format does not hold. */
export function leftOutBy(
  format: ExportFormat,
  record: SessionRecord,
  { withThinking }: ReadableOptions,
): LeftOut {
  if (format === 'parlor-json') return { attachments: 0, otherBranches: 0, thinking: 0 };
  const branch = activeBranch(record);
  const isThinkingWritten = thinkingIn[format] === 'as-wanted' && withThinking;
  return {
    attachments: branch.reduce((sum, { attachments }) => sum + attachments.length, 0),
    otherBranches: record.messages.length - branch.length,
    thinking: isThinkingWritten ? 0 : branch.filter(({ thinking }) => thinking !== '').length,
  };
}
