import type { BrowserWindow } from 'electron';
import { AppError } from '#shared/errors.ts';

/** Prints what the page shows, through the system's dialog. Leaving that dialog is no failure. */
export function printWindow(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print({ printBackground: false }, (isPrinted, detail) => {
      if (isPrinted || /cancel/i.test(detail)) resolve();
      else reject(new AppError({ code: 'print-failed', details: { detail } }));
    });
  });
}
