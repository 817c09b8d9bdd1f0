import { type ErrorReport, toErrorReport } from '#shared/errors.ts';

/**
 * A mistake of ours that nobody caught: into the log, and said in the window. The program goes on, because every write
 * is a transaction and an answer may be running.
 */
export function reportUncaught(tell: (report: ErrorReport) => void, log: (line: string) => void): void {
  const report = (thrown: unknown) => {
    log(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
    tell(toErrorReport(thrown));
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}
