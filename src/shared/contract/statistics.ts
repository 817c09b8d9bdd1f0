import * as v from 'valibot';
import { projectIdSchema, type SessionId, sessionIdSchema } from '../domain.ts';
import { takes } from './define.ts';

const statisticsScopeSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('all') }),
  /** Null = the Inbox. */
  v.strictObject({ kind: v.literal('project'), projectId: v.nullable(projectIdSchema) }),
  v.strictObject({ kind: v.literal('session'), sessionId: sessionIdSchema }),
]);
export type StatisticsScope = Readonly<v.InferOutput<typeof statisticsScopeSchema>>;

/** Sums over answers. Tokens as Ollama counted them; what it never told is not in the sum. */
export interface UsageSums {
  readonly messages: number;
  readonly answers: number;
  readonly promptTokens: number;
  readonly replyTokens: number;
  /** Time Ollama spent generating (its eval_duration), in milliseconds. */
  readonly evalMs: number;
}

/** `day` is YYYY-MM-DD in the time zone of the request. */
export interface DayUsage extends UsageSums {
  readonly day: string;
}

export interface ModelUsage extends UsageSums {
  /** Empty for answers whose model is not known. */
  readonly model: string;
}

export interface ModelSpeed {
  readonly model: string;
  readonly day: string;
  /** Reply tokens by generating time of that day. */
  readonly tokensPerSecond: number;
  /** That generating time: the weight of the day when days are put together. */
  readonly evalMs: number;
}

export interface LongSession {
  readonly sessionId: SessionId;
  readonly title: string;
  readonly messageCount: number;
  readonly replyTokens: number;
}

export interface Statistics {
  readonly sessions: number;
  readonly sums: UsageSums;
  /** Only days with something in them, oldest first. */
  readonly days: readonly DayUsage[];
  readonly models: readonly ModelUsage[];
  readonly speeds: readonly ModelSpeed[];
  /** At most 20, longest first. */
  readonly longest: readonly LongSession[];
}

export const statisticsRequests = {
  /** Everything outside the trash, computed by SQL. `timeZone` is an IANA name; the days are cut in it. */
  'statistics:get': takes(
    v.strictObject({ scope: statisticsScopeSchema, timeZone: v.pipe(v.string(), v.maxLength(100)) }),
  ).returns<Statistics>(),
  /** Asks for a place with the system's dialog; `path` is null when it was cancelled. */
  'statistics:save': takes(
    v.variant('kind', [
      v.strictObject({
        kind: v.literal('csv'),
        name: v.pipe(v.string(), v.maxLength(200)),
        text: v.pipe(v.string(), v.maxLength(50_000_000)),
      }),
      v.strictObject({
        kind: v.literal('png'),
        name: v.pipe(v.string(), v.maxLength(200)),
        bytes: v.pipe(
          v.custom<Uint8Array>((value) => value instanceof Uint8Array),
          v.check((bytes) => bytes.byteLength <= 50_000_000, 'too large'),
        ),
      }),
    ]),
  ).returns<{ readonly path: string | null }>(),
};
