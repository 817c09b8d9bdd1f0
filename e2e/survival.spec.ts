import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';
import { runToExit } from './fixtures/run-to-exit.ts';
import { ParlorWindow } from './pages/parlor-window.ts';

/** What is in the database file now, read beside the running program. */
const savedAnswer = (folder: string) => readAnswer(folder, 'content');
const savedStatus = (folder: string) => readAnswer(folder, 'status');

function readAnswer(folder: string, column: 'content' | 'status'): unknown {
  const database = new Sqlite(join(folder, 'parlor.db'), { readonly: true });
  try {
    return database.prepare(`SELECT ${column} FROM messages WHERE role = 'assistant'`).pluck().get();
  } finally {
    database.close();
  }
}

test('a restart brings everything back', async ({ ollama, launch }) => {
  ollama.setBehaviour({ kind: 'answer', answer: 'Two minutes.' });
  const first = await launch();
  await first.window.ask('How long?');
  await first.window.answerThatIs('complete').waitFor();
  await first.window.composer.fill('And black tea');
  await first.quit();

  const { window } = await launch();
  await expect(window.openRow).toContainText('How long?');
  await expect(window.messages('user')).toContainText('How long?');
  await expect(window.answerThatIs('complete')).toContainText('Two minutes.');
  await expect(window.composer).toHaveValue('And black tea');
});

test('a kill in mid-answer costs no more than the last half second', async ({ ollama, launch, folder }) => {
  ollama.setBehaviour({ kind: 'stall', after: 3, answer: ['Once ', 'upon ', 'a time ', 'there was'] });
  const first = await launch();
  await first.window.ask('A story');
  await expect(first.window.answer).toContainText('Once upon a time');
  await expect.poll(() => savedAnswer(folder), { timeout: 1_000, intervals: [50] }).toBe('Once upon a time ');
  await first.kill();

  const { window, page } = await launch();
  await expect(window.answerThatIs('interrupted')).toContainText('Once upon a time');
  await expect(window.answer).toContainText(text.chat.interrupted);
  await expect(window.messages('user')).toContainText('A story');

  ollama.setBehaviour({ kind: 'answer', answer: 'There was a teapot.' });
  await page.keyboard.press('Control+Shift+R');
  await expect(window.answerThatIs('complete')).toContainText('There was a teapot.');
});

test('quitting in mid-answer keeps the text', async ({ ollama, launch, folder }) => {
  ollama.setBehaviour({ kind: 'stall', after: 1, answer: ['Once ', 'upon'] });
  const first = await launch();
  await first.window.ask('A story');
  await expect(first.window.answer).toContainText('Once');
  await first.quit();
  // Ended in order by the first start, not only found by the second.
  expect(savedStatus(folder)).toBe('interrupted');
  const { window } = await launch();
  await expect(window.answerThatIs('interrupted')).toContainText('Once');
});

test('without a window an answer goes on, as it does on macOS', async ({ ollama, launch }) => {
  ollama.setBehaviour({ kind: 'gated', answer: ['Once ', 'upon ', 'a time'] });
  const { app, window } = await launch();
  await app.evaluate(({ app: electronApp }) => {
    electronApp.removeAllListeners('window-all-closed');
    electronApp.on('window-all-closed', () => {});
  });
  await window.ask('A story');
  ollama.release();
  await expect(window.answer).toContainText('Once');
  const closed = window.page.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closed;
  ollama.release(Number.POSITIVE_INFINITY);

  const opened = app.waitForEvent('window');
  await app.evaluate(({ app: electronApp }) => electronApp.emit('activate'));
  const again = new ParlorWindow(await opened);
  await expect(again.answerThatIs('complete')).toContainText('Once upon a time');
});

test('a second start shows the window of the first and ends', async ({ launch, folder }) => {
  const { app } = await launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const { exitCode } = await runToExit(folder);
  expect(exitCode).toBe(0);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('size, place and zoom of the window are remembered', async ({ launch }) => {
  const first = await launch();
  await expect(first.window.composer).toBeFocused();
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 910, height: 620 }),
  );
  await first.page.keyboard.press('Control+=');
  const zoomOf = (app: ElectronApplication) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel());
  await expect.poll(() => zoomOf(first.app)).toBeGreaterThan(0);
  const zoom = await zoomOf(first.app);
  await first.quit();

  const { app, window } = await launch();
  await expect(window.composer).toBeVisible();
  const place = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  );
  expect(place).toMatchObject({ width: 910, height: 620 });
  await expect.poll(() => zoomOf(app)).toBe(zoom);
});

test('a page that crashes comes back with what was being typed', async ({
  parlor: { app, page, window },
}) => {
  await expect(window.composer).toBeFocused();
  await window.composer.fill('half a thought');
  await page.getByRole('button', { name: text.header.parameters }).focus();
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return new Promise<void>((resolve) => {
      contents?.once('did-finish-load', () => resolve());
      contents?.forcefullyCrashRenderer();
    });
  });
  const typed = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        "document.querySelector('textarea')?.value",
      ),
    );
  await expect.poll(typed).toBe('half a thought');
});
