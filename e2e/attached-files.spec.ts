import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { DemoModel } from '#demo-server/catalogue.ts';
import type { DemoServer } from '#demo-server/demo-server.ts';
import { text } from '#shared/text/index.ts';
import { item, paragraph, picture, richDocx, run, table } from '../src/main/attachments/testing/rich-docx.ts';
import {
  animatedGif,
  chooseInOpenDialog,
  dragFiles,
  dropFiles,
  dropPicture,
  lookAt,
  pastePicture,
  pdfThatSays,
} from './fixtures/files.ts';
import { expect, test } from './fixtures/parlor.ts';
import { savedColumn } from './fixtures/saved.ts';

const words = text.attachments;
const seeing: DemoModel = { name: 'sees:latest', capabilities: ['completion', 'vision'] };
const withSight = { settings: { defaultModel: seeing.name } };

const chips = (page: Page) =>
  page.getByRole('list', { name: words.inDraft }).locator('li:not([data-adding])');
async function expectAccessible(page: Page): Promise<void> {
  // Playwright drives one page only; axe's frames need a second one, which Electron does not open.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

const refusal = (page: Page, name: string) => page.getByRole('alert').filter({ hasText: name });

/** The pictures of the newest message of the `nth` request. */
async function sentPictures(ollama: DemoServer, nth = 1): Promise<readonly string[]> {
  const { body } = await ollama.waitForRequest('/api/chat', nth);
  const [, images = '[]'] = /"images":(\[[^\]]*\])/.exec(JSON.stringify(body)) ?? [];
  const parsed: unknown = JSON.parse(images);
  return Array.isArray(parsed) ? parsed.map(String) : [];
}

test('of a WebP, of a transparent PNG and of the first frame of a GIF a model sees what was given', async ({
  ollama,
  launch,
}) => {
  ollama.setModels([seeing]);
  const { window, page } = await launch(withSight);
  await expect(window.composer).toBeFocused();
  await dropPicture(page, 'leaf.webp', 'image/webp');
  await dropPicture(page, 'leaf.png', 'image/png');
  await dropFiles(page, [
    {
      name: 'kettle.gif',
      base64: animatedGif([
        [0, 0, 255],
        [0, 255, 0],
      ]),
    },
  ]);
  await expect(chips(page)).toHaveCount(3);
  await expect(chips(page).locator('img')).toHaveCount(3);
  await window.ask('What is on these?');
  await window.answerThatIs('complete').waitFor();

  const [webp = '', png = '', gif = ''] = await sentPictures(ollama);
  for (const transparent of [webp, png]) {
    expect(transparent).toMatch(/^iVBOR/);
    expect(await lookAt(page, transparent)).toMatchObject({
      width: 40,
      height: 20,
      left: [255, 0, 0, 255],
      right: [0, 0, 0, 0],
    });
  }
  expect(gif).toMatch(/^iVBOR/);
  expect(await lookAt(page, gif)).toMatchObject({ left: [0, 0, 255, 255], right: [0, 0, 255, 255] });

  // What was given is kept as it was: the GIF still has both frames.
  await window
    .messages('user')
    .getByRole('button', { name: /kettle\.gif/ })
    .press('Enter');
  await window.dialog.getByRole('radio', { name: words.viewer.original }).check();
  await expect(window.dialog.locator('img')).toBeVisible();
});

test('a PDF without text says so on its chip, and is still sent', async ({ ollama, parlor }) => {
  const { window, page } = parlor;
  await expect(window.composer).toBeFocused();
  await dropFiles(page, [{ name: 'scan.pdf', base64: pdfThatSays('').toString('base64') }]);
  await expect(chips(page)).toContainText(words.noText);
  await chips(page).getByRole('button').first().press('Enter');
  await expect(window.dialog).toContainText(`scan.pdf ${words.noText}.`);
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
  await window.ask('Can you read it?');
  await window.answerThatIs('complete').waitFor();
  await expect(window.messages('user')).toContainText(words.noText);
  // The model is told that there was a file, so that its answer is about what it was asked.
  const { body } = await ollama.waitForRequest('/api/chat');
  expect(JSON.stringify(body)).toContain('scan.pdf');
});

test('a Word document is Markdown, and says that its pictures are left out', async ({ ollama, parlor }) => {
  const { window, page } = parlor;
  const document = await richDocx([
    paragraph(run('Tea'), 'Heading1'),
    item(run('Green'), 'bullets', 1),
    item(run('Steep'), 'numbers', 2),
    table([[paragraph(run('Leaf')), paragraph(run('Heat'))]]),
    paragraph(picture('A kettle')),
  ]);
  await expect(window.composer).toBeFocused();
  await dropFiles(page, [{ name: 'tea.docx', base64: Buffer.from(document).toString('base64') }]);
  await expect(chips(page)).toContainText(words.picturesLeftOut(1));
  await chips(page).getByRole('button').first().press('Enter');
  await expect(window.dialog).toContainText('# Tea');
  await expect(window.dialog).toContainText(words.pictureLeftOut('A kettle'));
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
  await window.ask('Sum it up');
  await window.answerThatIs('complete').waitFor();
  const { body } = await ollama.waitForRequest('/api/chat');
  expect(JSON.stringify(body)).toContain(
    '# Tea\\n\\n- Green\\n  1. Steep\\n\\n| Leaf | Heat |\\n| --- | --- |',
  );
});

test('damaged files are refused by name and reason, and the draft stays', async ({ folder, parlor }) => {
  const { app, window, page } = parlor;
  const docx = Buffer.from(await richDocx([paragraph(run('words '.repeat(2_000)))]));
  const files: readonly (readonly [name: string, bytes: Buffer])[] = [
    ['broken.pdf', Buffer.from('%PDF-1.4\nnothing of a PDF')],
    ['broken.docx', docx.subarray(0, docx.length - 200)],
    ['broken.png', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptV', 'base64')],
    ['whole.txt', Buffer.from('This one is well.')],
  ];
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  await expect(window.composer).toBeFocused();
  await window.composer.fill('A draft');
  await chooseInOpenDialog(app, [...files.map(([name]) => join(folder, name)), join(folder, 'gone.txt')]);
  await page.keyboard.press('Control+u');

  for (const name of ['broken.pdf', 'broken.docx', 'broken.png'])
    await expect(refusal(page, name)).toBeVisible();
  await expect(page.getByText(words.dismissMore(1))).toBeVisible();
  await expect(chips(page)).toHaveCount(1);
  await expect(chips(page)).toContainText('whole.txt');
  await expect(window.composer).toHaveValue('A draft');
});

test('a file that was sent is saved as it was given', async ({ folder, parlor: { app, window, page } }) => {
  const given = Buffer.from('\ufeffkept\r\nto the last byte');
  const path = join(folder, 'saved.txt');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await expect(window.composer).toBeFocused();
  await dropFiles(page, [{ name: 'notes.txt', base64: given.toString('base64') }]);
  await expect(chips(page)).toHaveCount(1);
  await window.ask('Keep this');
  await window.answerThatIs('complete').waitFor();
  await window
    .messages('user')
    .getByRole('button', { name: /^Open notes\.txt/ })
    .press('Enter');
  await window.dialog.getByRole('button', { name: words.viewer.saveAs }).press('Enter');
  await expect.poll(() => readFile(path).catch(() => null)).toEqual(given);
});

test('the same file in two messages is stored once', async ({ folder, parlor: { window, page } }) => {
  const content = 'The very same words. '.repeat(50);
  await expect(window.composer).toBeFocused();
  for (const question of ['First', 'Second']) {
    await dropFiles(page, [{ name: `${question}.txt`, content }]);
    await expect(chips(page)).toHaveCount(1);
    await window.ask(question);
    await expect(window.messages('user').filter({ hasText: question }).first()).toBeVisible();
    await expect(chips(page)).toHaveCount(0);
    await window.answerThatIs('complete').waitFor();
  }
  await expect(window.messages('user')).toHaveCount(2);
  expect(savedColumn(folder, 'SELECT COUNT(*) FROM attachments WHERE message_id IS NOT NULL')).toEqual([2]);
  expect(savedColumn(folder, 'SELECT COUNT(*) FROM blobs')).toEqual([1]);
});

test('pictures nobody sees are not counted, and their chip says so', async ({ ollama, launch }) => {
  const blind: DemoModel = { name: 'blind:latest', capabilities: ['completion'] };
  ollama.setModels([blind, seeing]);
  const { window, page } = await launch({ settings: { defaultModel: blind.name } });
  await expect(window.composer).toBeFocused();
  await pastePicture(page, 1_200, 900);
  await dropFiles(page, [{ name: 'a.txt', content: 'four tokens or so' }]);
  await expect(chips(page)).toHaveCount(2);
  await expect(chips(page).nth(0)).toContainText(words.willNotBeSent);
  const sum = page.getByText(/^2 files, /);
  await expect(sum).toContainText(/about \d tokens/);

  await page.getByRole('button', { name: words.chooseOther }).click();
  await page.getByRole('combobox', { name: text.models.search }).fill('sees');
  await page.keyboard.press('Enter');
  await expect(chips(page).nth(0)).not.toContainText(words.willNotBeSent);
  await expect(sum).toContainText(/about [\d,.]{4,}k? tokens/);
});

test('with several refusals in a small window the field and Send can be reached', async ({ parlor }) => {
  const { app, window, page } = parlor;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(640, 480));
  await expect.poll(() => page.evaluate('innerWidth')).toBe(640);
  await expect(window.composer).toBeFocused();
  await window.composer.fill('Look at these\n'.repeat(12));
  await dropFiles(page, [
    ...Array.from({ length: 6 }, (_, index) => ({
      name: `a program with quite a long name, number ${index + 1}.exe`,
      content: 'MZ\u0000\u0000',
    })),
    ...Array.from({ length: 8 }, (_, index) => ({ name: `note ${index + 1}.txt`, content: `note ${index}` })),
  ]);
  await expect(chips(page)).toHaveCount(8);
  await expect(page.getByText(words.dismissMore(3))).toBeAttached();
  const send = page.getByRole('button', { name: text.composer.send, exact: true });
  await expect(send).toBeInViewport({ ratio: 1 });
  await expect(window.composer).toBeInViewport({ ratio: 0.5 });
  await send.click();
  await window.answerThatIs('complete').waitFor();
  await expect(page.getByText(words.dismissMore(3))).toBeHidden();
});

for (const theme of ['light', 'dark'] as const) {
  test(`files that are left out, refused or chosen from a folder are accessible, ${theme}`, async ({
    ollama,
    folder,
    launch,
  }) => {
    ollama.setModels([{ name: 'blind:latest', capabilities: ['completion'] }]);
    const { app, window, page } = await launch({ settings: { theme, defaultModel: 'blind:latest' } });
    const document = await richDocx([paragraph(run('Tea') + picture())]);
    await expect(window.composer).toBeFocused();
    await pastePicture(page, 400, 300);
    await dropFiles(page, [
      { name: 'scan.pdf', base64: pdfThatSays('').toString('base64') },
      { name: 'tea.docx', base64: Buffer.from(document).toString('base64') },
      { name: 'تقرير عن مبيعات الشاي في الخريف.txt', content: 'شاي' },
      { name: 'empty.txt', content: '' },
      { name: 'program.exe', content: 'MZ\u0000\u0000' },
    ]);
    await expect(chips(page)).toHaveCount(4);
    await expect(chips(page).nth(0)).toContainText(words.willNotBeSent);
    await expectAccessible(page);

    await dragFiles(page, [{ name: 'a.txt', content: 'a' }]);
    await expect(page.getByText(words.drop)).toBeVisible();
    await expectAccessible(page);
    await dropFiles(page, [{ name: 'a.txt', content: 'a' }]);
    await expect(chips(page)).toHaveCount(5);

    await mkdir(join(folder, 'notes'));
    await writeFile(join(folder, 'notes', 'green.md'), 'Seventy degrees.');
    await writeFile(join(folder, 'notes', 'film.mp4'), 'none');
    await chooseInOpenDialog(app, [join(folder, 'notes')]);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(text.commands['composer.attach-folder']);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option')).toHaveCount(1);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();

    await window.ask('Look');
    await window.answerThatIs('complete').waitFor();
    await expect(window.messages('user')).toContainText(words.notSent('blind:latest', 1));
    await expectAccessible(page);
    await window
      .messages('user')
      .getByRole('button', { name: /^Open scan\.pdf/ })
      .press('Enter');
    await expect(window.dialog).toContainText(words.noText);
    await expectAccessible(page);
  });
}
