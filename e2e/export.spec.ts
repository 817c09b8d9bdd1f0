import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';

/** Answers the system's save dialog with this path. */
function chooseInSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
}

test('a session is written as Markdown and as both kinds of JSON', async ({ ollama, folder, parlor }) => {
  const { window, page, app } = parlor;
  ollama.setBehaviour({ kind: 'answer', answer: ['Use `x < 3`:\n\n```js\nif (x < 3) {}\n```\n'] });
  await window.ask('How do I compare?');
  await window.answerThatIs('complete').waitFor();

  async function exportAs(label: string, name: string): Promise<string> {
    const path = join(folder, name);
    await chooseInSaveDialog(app, path);
    await window.sessionRow('How do I compare?').click({ button: 'right' });
    await page.getByRole('menuitem', { name: label }).click();
    await expect(page.getByText(path)).toBeVisible();
    return readFile(path, 'utf8');
  }

  const markdown = await exportAs(text.sidebar.exportAs.markdown, 'out.md');
  expect(markdown).toContain('How do I compare?');
  expect(markdown).toContain('```js\nif (x < 3) {}\n```');

  const mochi: unknown = JSON.parse(await exportAs(text.sidebar.exportAs['mochi-json'], 'out.mochi.json'));
  expect(mochi).toMatchObject({
    metadata: { format_version: '1.3', model: 'parlor-demo:latest', message_count: 2 },
    messages: [{ role: 'user', content: 'How do I compare?' }, { role: 'assistant' }],
  });

  const whole: unknown = JSON.parse(await exportAs(text.sidebar.exportAs['parlor-json'], 'out.parlor.json'));
  expect(whole).toMatchObject({ format: 'parlor-session', version: 1 });
});

test('an export that cannot be written says why and leaves nothing behind', async ({ folder, parlor }) => {
  const { window, page, app } = parlor;
  await window.ask('Hello');
  await window.answerThatIs('complete').waitFor();
  const target = join(folder, 'target');
  await mkdir(join(target, 'taken.md'), { recursive: true });
  await chooseInSaveDialog(app, join(target, 'taken.md'));
  await page.keyboard.press('Control+Shift+E');
  await window.dialog.getByRole('button', { name: text.exportDialog.export }).click();
  await expect(page.getByText(/could not be written|cannot be written/i)).toBeVisible();
  expect(await readdir(target)).toEqual(['taken.md']);
});

test('thinking that was wanted for an export called off is not wanted for the next', async ({ parlor }) => {
  const { window, page } = parlor;
  await window.ask('Hello');
  await window.answerThatIs('complete').waitFor();
  const thinking = window.dialog.getByRole('checkbox', { name: text.transfer.withThinking });
  for (const leave of [
    () => window.dialog.getByRole('button', { name: text.common.cancel }).click(),
    () => page.keyboard.press('Escape'),
  ]) {
    await page.keyboard.press('Control+Shift+E');
    await expect(thinking).not.toBeChecked();
    await thinking.check();
    await leave();
    await expect(window.dialog).toBeHidden();
  }
});
