import type { ReplyUsage } from '#shared/domain.ts';

/**
 * The numbers of an answer that was continued: counts and times add up, the first piece stays the first, the last end is
 * the end. What only one part reported is taken from that part.
 */
export function addUsage(earlier: ReplyUsage | null, added: ReplyUsage): ReplyUsage {
  if (earlier === null) return added;
  return {
    promptTokens: sum(earlier.promptTokens, added.promptTokens),
    replyTokens: sum(earlier.replyTokens, added.replyTokens),
    loadMs: sum(earlier.loadMs, added.loadMs),
    promptEvalMs: sum(earlier.promptEvalMs, added.promptEvalMs),
    evalMs: sum(earlier.evalMs, added.evalMs),
    totalMs: sum(earlier.totalMs, added.totalMs),
    firstTokenMs: earlier.firstTokenMs ?? added.firstTokenMs,
    thinkingMs: sum(earlier.thinkingMs, added.thinkingMs),
    doneReason: added.doneReason,
  };
}

function sum(one: number | null, other: number | null): number | null {
  return one === null && other === null ? null : (one ?? 0) + (other ?? 0);
}
