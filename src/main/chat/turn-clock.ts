import type { ReplyUsage } from '#shared/domain.ts';
import type { ChatStatistics } from '../ollama/interface.ts';
import type { TextRun } from './delta-batcher.ts';

export interface TurnClock {
  /** To be told of every piece as it arrives. */
  saw(kind: TextRun['kind']): void;
  usage(statistics: ChatStatistics | null): ReplyUsage;
}

/** Measures what Ollama does not report: waiting, thinking and total time of one answer, in milliseconds. */
export function startTurnClock(now: () => number): TurnClock {
  const startedAt = now();
  let firstPieceAt: number | null = null;
  let thinkingFrom: number | null = null;
  let thinkingTo: number | null = null;

  return {
    saw(kind) {
      const at = now();
      firstPieceAt ??= at;
      if (kind !== 'thinking') return;
      thinkingFrom ??= at;
      thinkingTo = at;
    },
    usage: (statistics) => ({
      promptTokens: statistics?.promptTokens ?? null,
      replyTokens: statistics?.replyTokens ?? null,
      loadMs: statistics?.loadMs ?? null,
      promptEvalMs: statistics?.promptEvalMs ?? null,
      evalMs: statistics?.evalMs ?? null,
      totalMs: now() - startedAt,
      firstTokenMs: firstPieceAt === null ? null : firstPieceAt - startedAt,
      thinkingMs: thinkingFrom === null || thinkingTo === null ? null : thinkingTo - thinkingFrom,
      doneReason: statistics?.doneReason ?? null,
    }),
  };
}
