import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { chooseInOpenDialog } from './fixtures/files.ts';
import { expect, test } from './fixtures/parlor.ts';

/** Answers the system's save dialog with this path. */
function chooseInSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
}

const words = text.transfer;

test('thinking goes into the file only when it is wanted', async ({ ollama, folder, parlor }) => {
  const { window, page, app } = parlor;
  ollama.setBehaviour({ kind: 'answer', thinking: ['Black or ', 'green?'], answer: ['Green.'] });
  await window.ask('Which tea?');
  await window.answerThatIs('complete').waitFor();
  const path = join(folder, 'tea.md');
  await chooseInSaveDialog(app, path);

  await page.keyboard.press('Control+Shift+E');
  const box = window.dialog.getByRole('checkbox', { name: words.withThinking });
  await expect(box).not.toBeChecked();
  await window.dialog.getByRole('radio', { name: /Parlor JSON/ }).check();
  await expect(box).toBeChecked();
  await expect(box).toBeDisabled();
  await window.dialog.getByRole('radio', { name: /Markdown/ }).check();
  await window.dialog.getByRole('button', { name: text.exportDialog.export }).click();
  await expect(page.getByText(/Left out: the thinking of 1 answer/)).toBeVisible();
  expect(await readFile(path, 'utf8')).not.toContain('Black or green?');

  await window.composer.fill('/export --thinking --format=txt');
  const plain = join(folder, 'tea.txt');
  await chooseInSaveDialog(app, plain);
  await page.keyboard.press('Enter');
  await expect(page.getByText(plain)).toBeVisible();
  expect(await readFile(plain, 'utf8')).toContain('[Thinking]\n\nBlack or green?');
});

test('a session goes out and comes back; the same file is here already, a broken one changes nothing', async ({
  folder,
  parlor,
}) => {
  const { window, page, app } = parlor;
  const report = words.report;
  await window.ask('How do I fold a sheet?');
  await window.answerThatIs('complete').waitFor();
  const path = join(folder, 'sheet.parlor.json');
  await chooseInSaveDialog(app, path);
  await window.composer.fill('/export --format=json');
  await page.keyboard.press('Enter');
  await expect(page.getByText(path)).toBeVisible();

  // As of another library: its messages keep their ids only there.
  const other = (await readFile(path, 'utf8'))
    .replaceAll('How do I fold a sheet?', 'How do I wash it?')
    .replace(/"id": "[0-9a-f]{10}"/, '"id": "00000abcde"');
  await writeFile(join(folder, 'washing.json'), other);
  await chooseInOpenDialog(app, [join(folder, 'washing.json')]);
  await page.keyboard.press('Control+O');
  await expect(page.getByText(words.imported('How do I wash it?'))).toBeVisible();
  await expect(window.sessionRow('How do I wash it?')).toBeVisible();
  await expect(page.getByText('How do I wash it?', { exact: true }).last()).toBeVisible();

  await writeFile(join(folder, 'cut.json'), other.slice(0, 900));
  await chooseInOpenDialog(app, [path, join(folder, 'cut.json')]);
  await window.composer.fill('/import');
  await page.keyboard.press('Enter');
  await expect(window.dialog.getByText(report.summary(0, 1, 1))).toBeVisible();
  await expect(
    window.dialog.getByText(/cut\.json was not imported: it is no JSON, or not whole/),
  ).toBeVisible();
  await window.dialog.getByRole('button', { name: report.copyOf('sheet.parlor.json') }).click();
  await expect(window.dialog.getByText(report.summary(1, 0, 1))).toBeVisible();
  await window.dialog.getByRole('button', { name: report.openNamed('How do I fold a sheet?') }).click();
  await expect(window.dialog).toBeHidden();
  await expect(window.sessionRow('How do I fold a sheet?')).toHaveCount(2);
  await expect(window.answerThatIs('complete')).toBeVisible();
});

test('everything is backed up to one checked file; a place that cannot be written says so', async ({
  folder,
  parlor,
}) => {
  const { window, page, app } = parlor;
  await window.ask('Hello');
  await window.answerThatIs('complete').waitFor();
  const path = join(folder, 'backup.db');
  await chooseInSaveDialog(app, path);
  await window.composer.fill('/backup');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Backed up everything to ${path}`)).toBeVisible();
  expect((await readFile(path)).subarray(0, 15).toString()).toBe('SQLite format 3');

  await chooseInSaveDialog(app, join(folder, 'no such folder', 'backup.db'));
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Back up everything');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/could not be written/)).toBeVisible();
});
