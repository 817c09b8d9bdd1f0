import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type DemoModel, demoModels } from '#demo-server/catalogue.ts';
import { attachmentCountLimit } from '#shared/contract/attachments.ts';
import { text } from '#shared/text/index.ts';
import {
  chooseInOpenDialog,
  dragFiles,
  dropFiles,
  dropTurnedPhoto,
  pastePicture,
  pdfThatSays,
  pngHeader,
} from './fixtures/files.ts';
import { expect, test } from './fixtures/parlor.ts';
import { resize } from './fixtures/pictures.ts';
import type { ParlorWindow } from './pages/parlor-window.ts';

const words = text.attachments;
const seeing: DemoModel = { name: 'sees:latest', capabilities: ['completion', 'vision'] };

async function expectAccessible(page: Page): Promise<void> {
  // Playwright drives one page only; axe's frames need a second one, which Electron does not open.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

/** The files above the field that are attached, not those being read. */
const chips = (page: Page) =>
  page.getByRole('list', { name: words.inDraft }).locator('li:not([data-adding])');

test('files of every way in survive a kill and go with the message', async ({ ollama, folder, launch }) => {
  ollama.setModels([seeing]);
  const report = join(folder, 'report.pdf');
  await writeFile(report, pdfThatSays('Tea sells well in autumn'));
  const first = await launch({ settings: { defaultModel: seeing.name } });
  await expect(first.window.composer).toBeFocused();
  await first.window.composer.fill('What do these say?');

  await dropFiles(first.page, [{ name: 'notes.md', content: '# Notes\n\nSteep for two minutes.\n' }]);
  await expect(chips(first.page)).toHaveCount(1);
  await first.window.composer.focus();
  await pastePicture(first.page, 3_000, 2_000);
  await expect(chips(first.page)).toHaveCount(2);
  await chooseInOpenDialog(first.app, [report]);
  await first.page.keyboard.press('Control+u');
  await expect(chips(first.page)).toHaveCount(3);
  await expect(chips(first.page).nth(2)).toContainText(words.pages(1));
  await expect(chips(first.page).nth(0)).toContainText(/about \d+ tokens/);
  await expect(first.window.composer).toHaveValue('What do these say?');
  await first.window.composer.blur();
  await first.kill();

  const { window, page } = await launch();
  await expect(window.composer).toHaveValue('What do these say?');
  await expect(chips(page)).toHaveCount(3);
  await expect(chips(page).locator('img')).toBeVisible();
  await window.composer.press('Enter');
  await window.answerThatIs('complete').waitFor();
  await expect(chips(page)).toHaveCount(0);

  const { body } = await ollama.waitForRequest('/api/chat');
  const sent = JSON.stringify(body);
  expect(sent).toContain('Steep for two minutes.');
  expect(sent).toContain('Tea sells well in autumn');
  expect(sent).toMatch(/"images":\["(iVBOR|\/9j\/)/);

  await page.reload();
  await window
    .messages('user')
    .getByRole('button', { name: /^Open notes\.md/ })
    .scrollIntoViewIfNeeded();
  await expect(window.messages('user').locator('img')).toBeVisible();
});

test('a damaged file is refused by name; the others and the text stay', async ({
  parlor: { window, page },
}) => {
  await expect(window.composer).toBeFocused();
  await window.composer.fill('A draft');
  await dropFiles(page, [
    { name: 'one.txt', content: 'first' },
    { name: 'broken.pdf', content: '%PDF-1.4\nnothing of a PDF' },
    { name: 'broken.gif', content: 'GIF89a and no more' },
    { name: 'two.txt', content: 'second' },
  ]);
  await expect(page.getByRole('alert').filter({ hasText: 'broken.pdf' })).toBeVisible();
  await expect(chips(page)).toHaveCount(2);
  await expect(chips(page).nth(0)).toContainText('one.txt');
  await expect(chips(page).nth(1)).toContainText('two.txt');
  await expect(window.composer).toHaveValue('A draft');

  const dismiss = page.getByRole('button', { name: `${text.common.dismiss} broken.pdf` });
  await dismiss.press('Enter');
  await expect(dismiss).toBeHidden();
});

test('pictures a model cannot see are said before they are sent, and after', async ({ ollama, parlor }) => {
  const { window, page } = parlor;
  ollama.setModels([...demoModels]);
  await expect(window.composer).toBeFocused();
  await pastePicture(page, 200, 100);
  await expect(chips(page)).toHaveCount(1);
  const note = words.blind('parlor-demo:latest', 1);
  await expect(page.getByText(note)).toBeVisible();
  await expect(page.getByRole('button', { name: words.chooseOther })).toBeVisible();
  await window.ask('What is this?');
  await window.answerThatIs('complete').waitFor();
  await expect(window.messages('user')).toContainText(words.notSent('parlor-demo:latest', 1));
});

test('what is said of a picture stays in sight over a long draft, in the smallest window too', async ({
  parlor,
}) => {
  const { page, window } = parlor;
  for (const [width, height] of [
    [1_280, 800],
    [640, 480],
  ] as const) {
    await resize(parlor, width, height);
    await window.composer.fill('A line of a long draft.\n'.repeat(200));
    if (width === 1_280) await pastePicture(page, 800, 500);
    await expect(chips(page)).toHaveCount(1);
    const said = page.getByText(words.blind('parlor-demo:latest', 1));
    await expect(said).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: text.composer.send, exact: true })).toBeInViewport({
      ratio: 1,
    });
    expect((await window.composer.boundingBox())?.height ?? 0).toBeGreaterThan(33);
  }
});

test('a picture is sent upright, at most as large as models look at, and kept as it was given', async ({
  parlor: { window, page },
}) => {
  await expect(window.composer).toBeFocused();
  await pastePicture(page, 3_000, 2_000);
  await expect(chips(page)).toHaveCount(1);
  await dropTurnedPhoto(page, 'photo.jpg');
  await expect(chips(page)).toHaveCount(2);

  const viewed = window.dialog.getByRole('radiogroup', { name: words.viewer.form });
  await chips(page).nth(0).getByRole('button').first().press('Enter');
  await expect(viewed).toContainText(words.sides('1,568', '1,045'));
  await viewed.getByRole('radio', { name: words.viewer.original }).check();
  await expect(viewed).toContainText(words.sides('3,000', '2,000'));
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
  await chips(page).nth(1).getByRole('button').first().press('Enter');
  await expect(viewed).toContainText(words.sides('200', '400'));
});

test('a picture of too many pixels is refused before it is decoded', async ({ parlor: { window, page } }) => {
  await expect(window.composer).toBeFocused();
  await dropFiles(page, [
    { name: 'poster.png', base64: pngHeader(20_000, 20_000) },
    { name: 'small.txt', content: 'small' },
  ]);
  await expect(page.getByRole('alert').filter({ hasText: '20,000 × 20,000' })).toBeVisible();
  await expect(chips(page)).toHaveCount(1);
});

test('more files than a message takes are told, and the first ones attached', async ({ parlor }) => {
  const { window, page } = parlor;
  await expect(window.composer).toBeFocused();
  const many = Array.from({ length: attachmentCountLimit + 10 }, (_, index) => ({
    name: `note ${index + 1}.txt`,
    content: `This is note ${index + 1}.`,
  }));
  await dragFiles(page, many);
  await expect(page.getByText(words.drop)).toBeVisible();
  await dropFiles(page, many);
  await expect(chips(page)).toHaveCount(attachmentCountLimit);
  await expect(page.getByText(words.dismissMore(7))).toBeVisible();
  await parlor.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(640, 480),
  );
  await expect.poll(() => page.evaluate('innerWidth')).toBe(640);
  await expect(window.composer).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: text.composer.send, exact: true })).toBeInViewport({
    ratio: 1,
  });
});

test('chips and viewer need no mouse', async ({ parlor: { window, page } }) => {
  await expect(window.composer).toBeFocused();
  await dropFiles(page, [
    { name: 'one.txt', content: 'first' },
    { name: 'two.txt', content: 'second' },
    { name: 'three.txt', content: 'third' },
  ]);
  await expect(chips(page)).toHaveCount(3);
  await window.composer.focus();
  await page.keyboard.press('Shift+Tab');
  await expect(chips(page).nth(0).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await expect(chips(page)).toHaveCount(2);
  await expect(chips(page).nth(1).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(window.dialog).toContainText('third');
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
  await expect(chips(page).nth(1).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Delete');
  await expect(chips(page)).toHaveCount(0);
  await expect(window.composer).toBeFocused();
});

test('of a folder one chooses which files', async ({ folder, parlor: { app, window, page } }) => {
  const notes = join(folder, 'notes');
  await mkdir(join(notes, 'tea'), { recursive: true });
  await writeFile(join(notes, 'tea', 'green.md'), 'Seventy degrees.');
  await writeFile(join(notes, 'tea', 'black.md'), 'Boiling.');
  await writeFile(join(notes, 'list.txt'), 'Milk');
  await expect(window.composer).toBeFocused();
  await chooseInOpenDialog(app, [notes]);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(text.commands['composer.attach-folder']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(3);
  await page.getByRole('textbox', { name: words.folder.filter }).fill('TEA/');
  await expect(page.getByRole('option')).toHaveCount(2);
  await page.getByRole('listbox', { name: words.folder.list }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expectAccessible(page);
  await page.getByRole('button', { name: words.folder.attach(2) }).press('Enter');
  await expect(chips(page)).toHaveCount(2);
  await expect(chips(page).nth(0)).toContainText('black.md');
});

async function setTheme(page: Page, window: ParlorWindow, theme: 'light' | 'dark'): Promise<void> {
  await page.keyboard.press('Control+,');
  await window.dialog.getByRole('radio', { name: text.settings.themes[theme] }).click();
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
}

for (const theme of ['light', 'dark'] as const) {
  test(`attachments are accessible, ${theme}`, async ({ parlor: { window, page } }) => {
    await expect(window.composer).toBeFocused();
    await setTheme(page, window, theme);
    await window.composer.focus();
    await pastePicture(page, 800, 600);
    await dropFiles(page, [
      { name: 'a very long name of a file that has to be cut somewhere (final).md', content: '# Tea' },
      { name: 'program.exe', content: 'MZ\u0000\u0000' },
    ]);
    await expect(chips(page)).toHaveCount(2);
    await expect(page.getByRole('alert').filter({ hasText: 'program.exe' })).toBeVisible();
    await expectAccessible(page);

    await window.ask('Look');
    await window.answerThatIs('complete').waitFor();
    const picture = window.messages('user').getByRole('button', { name: /Pasted picture/ });
    await picture.scrollIntoViewIfNeeded();
    await expect(picture.locator('img')).toBeVisible();
    await expectAccessible(page);

    await window
      .messages('user')
      .getByRole('button', { name: /Pasted picture/ })
      .press('Enter');
    await expect(window.dialog.locator('img')).toBeVisible();
    await expectAccessible(page);
    await window.dialog.getByRole('radio', { name: words.viewer.original }).check();
    await expect(window.dialog).toContainText(words.sides('800', '600'));
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();
    await window
      .messages('user')
      .getByRole('button', { name: /a very long name/ })
      .press('Enter');
    await expect(window.dialog).toContainText('# Tea');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();
  });
}
