import { app, dialog } from 'electron';
import { toErrorReport } from '#shared/errors.ts';
import { describeError, text } from '#shared/text/index.ts';

/** Parlor cannot start: says why and what to do, on the terminal and in a dialog, and ends with exit code 1. */
export async function reportFatalError(thrown: unknown): Promise<void> {
  const { what, todo } = describeError(toErrorReport(thrown));
  process.stderr.write(`${text.main.cannotStart(what, todo)}\n`);
  if (thrown instanceof Error && thrown.stack !== undefined) process.stderr.write(`${thrown.stack}\n`);
  // On a virtual display nobody could close the dialog.
  if (process.env['PARLOR_VIRTUAL_DISPLAY'] === undefined) {
    await app.whenReady();
    dialog.showErrorBox(what, todo);
  }
  app.exit(1);
}
