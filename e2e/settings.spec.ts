import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';

test('settings act at once and survive a restart', async ({ launch }) => {
  const first = await launch();
  await first.page.keyboard.press('Control+,');
  await first.window.dialog.getByRole('radio', { name: text.settings.themes.dark }).click();
  await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await first.window.dialog.getByLabel(text.settings.defaultSystemPrompt).fill('Be kind.');
  await first.page.keyboard.press('Escape');
  await first.quit();

  const { page, window } = await launch();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Control+,');
  await expect(window.dialog.getByLabel(text.settings.defaultSystemPrompt)).toHaveValue('Be kind.');
});

test('the address is tried before it is used', async ({ ollama, launch }) => {
  const { page, window } = await launch({ ollamaHost: 'http://127.0.0.1:9' });
  await page.keyboard.press('Control+,');
  const address = window.dialog.getByLabel(text.settings.address);
  await address.fill('http://127.0.0.1:10');
  await window.dialog.getByRole('button', { name: text.settings.test }).click();
  await expect(window.dialog).toContainText('Ollama is not answering at http://127.0.0.1:10');
  await address.fill(ollama.address);
  await window.dialog.getByRole('button', { name: text.settings.test }).click();
  await expect(window.dialog).toContainText('0.32.15');
  await page.keyboard.press('Escape');
  await window.ask('Hello');
  await expect(window.answerThatIs('complete')).toBeVisible();
});

test('a session that is ready late does not take the keyboard out of a dialog', async ({
  ollama,
  launch,
}) => {
  ollama.setBehaviour({ kind: 'hold', at: 'everywhere' });
  const { page, window } = await launch();
  await page.keyboard.press('Control+,');
  const address = window.dialog.getByLabel(text.settings.address);
  await address.pressSequentially('http://');
  await expect(page.getByLabel(text.composer.label, { exact: true })).toBeAttached();
  await page.keyboard.type('tea');
  await expect(address).toHaveValue('http://tea');
});

test('a damaged settings file is set aside, and the window says so', async ({ folder, launch }) => {
  const damaged = '{ "settings": { "theme": "dark", ';
  await writeFile(join(folder, 'settings.json'), damaged);
  const { page } = await launch();
  const aside = (await readdir(folder)).find((name) => name.startsWith('settings.json.damaged-'));
  if (aside === undefined) throw new Error('nothing was set aside');
  expect(await readFile(join(folder, aside), 'utf8')).toBe(damaged);
  await expect(page.getByText(aside)).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
});

test('settings that cannot be written say so and change nothing', async ({ folder, launch }) => {
  const { page, window } = await launch();
  await expect(window.composer).toBeFocused();
  // A folder in the place of the file cannot be replaced by one.
  await rm(join(folder, 'settings.json'), { force: true });
  await mkdir(join(folder, 'settings.json', 'in the way'), { recursive: true });
  await page.keyboard.press('Control+,');
  await window.dialog.getByRole('radio', { name: text.settings.themes.dark }).click();
  await expect(page.getByText(/could not be written/)).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
});

test('everything written is for its owner alone', async ({ folder, parlor }) => {
  await parlor.window.ask('Secret');
  await parlor.window.answerThatIs('complete').waitFor();
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  for (const name of ['parlor.db', 'parlor.db-wal', 'parlor.db-shm', 'settings.json']) {
    const mode = await stat(join(folder, name))
      .then((file) => file.mode & 0o777)
      .catch(() => 0o600);
    expect(mode, name).toBe(0o600);
  }
});
