import type { StatisticsScope, UsageSums } from '#shared/contract/statistics.ts';
import type { Connection } from '../statements.ts';

interface FullMessage {
  readonly id: number;
  readonly parent_id: number | null;
  readonly role: string;
  readonly model: string | null;
  readonly created_at: number;
  readonly prompt_tokens: number | null;
  readonly reply_tokens: number | null;
  readonly eval_ms: number | null;
  readonly trashed_at: number | null;
  readonly session: string;
  readonly project: string | null;
  readonly session_trashed_at: number | null;
}

/** Day, model and sums the slow way: every message is loaded and looked at. */
export function naiveStatistics(connection: Connection, scope: StatisticsScope, timeZone: string) {
  const messages = visibleMessages(connection).filter(({ session, project }) =>
    scope.kind === 'all'
      ? true
      : scope.kind === 'session'
        ? session === scope.sessionId
        : project === scope.projectId,
  );
  const days = new Map<string, FullMessage[]>();
  const models = new Map<string, FullMessage[]>();
  const speeds = new Map<string, FullMessage[]>();
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  for (const message of messages) {
    const day = format.format(message.created_at);
    put(days, day, message);
    if (message.role !== 'assistant') continue;
    const model = message.model ?? '';
    put(models, model, message);
    if (Math.round((message.eval_ms ?? 0) * 1_000) > 0) put(speeds, `${day} ${model}`, message);
  }
  return {
    sums: sumsOf(messages),
    days: [...days].map(([day, those]) => ({ day, ...sumsOf(those) })),
    models: [...models].map(([model, those]) => ({ model, ...sumsOf(those) })),
    speeds: [...speeds].map(([key, those]) => {
      const { replyTokens, evalMs } = sumsOf(those);
      return {
        day: key.slice(0, 10),
        model: key.slice(11),
        tokensPerSecond: replyTokens / (evalMs / 1_000),
        evalMs,
      };
    }),
  };
}

function visibleMessages(connection: Connection): readonly FullMessage[] {
  const rows = connection
    .prepare<[], FullMessage>(
      `SELECT messages.*, sessions.public_id AS session, projects.public_id AS project,
              sessions.trashed_at AS session_trashed_at
       FROM messages
       JOIN sessions ON sessions.id = messages.session_id
       LEFT JOIN projects ON projects.id = sessions.project_id`,
    )
    .all();
  const byId = new Map(rows.map((row) => [row.id, row]));
  function isGone(row: FullMessage | undefined): boolean {
    if (row === undefined) return false;
    return row.trashed_at !== null || (row.parent_id !== null && isGone(byId.get(row.parent_id)));
  }
  return rows.filter((row) => row.session_trashed_at === null && !isGone(row));
}

function put(map: Map<string, FullMessage[]>, key: string, message: FullMessage): void {
  map.set(key, [...(map.get(key) ?? []), message]);
}

function sumsOf(messages: readonly FullMessage[]): UsageSums {
  const answers = messages.filter(({ role }) => role === 'assistant');
  const sum = (value: (message: FullMessage) => number | null) =>
    answers.reduce((total, message) => total + (value(message) ?? 0), 0);
  return {
    messages: messages.length,
    answers: answers.length,
    promptTokens: sum((message) => message.prompt_tokens),
    replyTokens: sum((message) => message.reply_tokens),
    evalMs: sum((message) => Math.round((message.eval_ms ?? 0) * 1_000)) / 1_000,
  };
}
