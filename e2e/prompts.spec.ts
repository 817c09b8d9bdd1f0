import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { expect, type Parlor, test } from './fixtures/parlor.ts';

const words = text.prompts;

function libraryOf({ page, window }: Parlor) {
  const { dialog } = window;
  const field = (name: string) => dialog.getByLabel(name, { exact: true });
  return {
    dialog,
    filter: dialog.getByRole('combobox', { name: words.filter }),
    options: dialog.getByRole('option'),
    option: (name: string) => dialog.getByRole('option', { name }),
    title: field(words.fields.title),
    folder: field(words.fields.folder),
    body: field(words.fields.body),
    button: (name: string) => dialog.getByRole('button', { name, exact: true }),
    async open() {
      await page.keyboard.press('Control+Shift+I');
      await expect(dialog).toBeVisible();
    },
    async close() {
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    },
    async choose(item: string) {
      await dialog.getByRole('button', { name: words.more }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
  };
}

interface Written {
  readonly title: string;
  readonly folder?: string;
  readonly body: string;
}

async function write(parlor: Parlor, prompts: readonly Written[]): Promise<void> {
  const library = libraryOf(parlor);
  await expect(parlor.window.composer).toBeFocused();
  await library.open();
  for (const [index, { title, folder = '', body }] of prompts.entries()) {
    await library.button(words.new).first().click();
    await expect(library.title).toBeFocused();
    await library.title.fill(title);
    await library.folder.fill(folder);
    await library.body.fill(body);
    await expect(library.options).toHaveCount(index + 1);
    await expect(library.option(title)).toBeVisible();
  }
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}

test('Enter goes through the empty variables of a prompt before it inserts', async ({ parlor }) => {
  const { page, window } = parlor;
  const library = libraryOf(parlor);
  await expect(window.composer).toBeFocused();
  await library.open();
  await library.button(words.new).first().press('Enter');
  await expect(library.title).toBeFocused();
  await page.keyboard.type('Note');
  await library.body.fill('Write a {{tone}} note about {{topic}} for {{whom=me}}.');
  await library.filter.fill('note');
  await library.filter.press('Enter');
  const field = (name: string) => page.getByLabel(name, { exact: true });
  await expect(field('tone')).toBeFocused();
  await page.keyboard.type('kind');
  await page.keyboard.press('Enter');
  await expect(field('topic')).toBeFocused();
  await page.keyboard.type('tea');
  await page.keyboard.press('Enter');
  await expect(window.composer).toHaveValue('Write a kind note about tea for me.');
});

test('a prompt is written, kept over a restart, and used with its variables by keyboard alone', async ({
  launch,
}) => {
  const first = await launch();
  const library = libraryOf(first);
  await expect(first.window.composer).toBeFocused();
  await library.open();
  await expect(library.dialog.getByText(words.emptyTitle)).toBeVisible();
  await library.button(words.new).first().press('Enter');
  await expect(library.title).toBeFocused();
  await first.page.keyboard.type('Translate');
  await first.page.keyboard.press('Tab');
  await first.page.keyboard.type('Work / Mail');
  await first.page.keyboard.press('Tab');
  await first.page.keyboard.type('Put {{text}} into {{language=English}}.');
  await expect(library.dialog.getByText(words.withDefault('language', 'English'))).toBeVisible();
  // At once: nobody waits for the saving.
  await first.quit();

  const { page, window } = await launch();
  await expect(window.composer).toBeFocused();
  await page.keyboard.type('Please:  Thanks.');
  for (let step = 0; step < ' Thanks.'.length; step += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Shift+I');
  const again = libraryOf({ page, window } as Parlor);
  await expect(again.option('Translate, Work/Mail')).toBeVisible();
  await expect(again.filter).toBeFocused();
  await page.keyboard.type('transl');
  await page.keyboard.press('Enter');
  await expect(again.dialog.getByText(words.fill.title('Translate'))).toBeVisible();
  await expect(again.dialog.getByLabel('text', { exact: true })).toBeFocused();
  await page.keyboard.type('Guten Tag');
  await expect(again.dialog.getByRole('region', { name: words.fill.preview })).toHaveText(
    'Put Guten Tag into English.',
  );
  await page.keyboard.press('Enter');
  await expect(window.dialog).toBeHidden();
  await expect(window.composer).toHaveValue('Please: Put Guten Tag into English. Thanks.');
  await expect(window.composer).toBeFocused();
  await page.keyboard.type('!');
  await expect(window.composer).toHaveValue('Please: Put Guten Tag into English.! Thanks.');
});

test('the keyboard goes to the draft when a prompt is used from a message, and stays there', async ({
  parlor,
}) => {
  const { page, window } = parlor;
  const library = libraryOf(parlor);
  await write(parlor, [{ title: 'Greet', body: 'Hello there.' }]);
  await library.close();
  await window.ask('Hi');
  await window.answerThatIs('complete').waitFor();
  await window.answer.focus();
  await library.open();
  await expect(library.filter).toBeFocused();
  await page.keyboard.type('greet');
  await page.keyboard.press('Enter');
  await expect(window.composer).toBeFocused();
  await expect(library.dialog).toBeHidden();
  await page.keyboard.type(' And more.');
  await expect(window.composer).toHaveValue('Hello there. And more.');

  await window.answer.focus();
  await library.open();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(library.dialog).toBeHidden();
  await expect(window.answer).toBeFocused();
});

test('the palette finds a prompt and puts it into the draft', async ({ parlor }) => {
  const { page, window } = parlor;
  await write(parlor, [{ title: 'Proofread', folder: 'Writing', body: 'Find what is \\{{wrong}}.' }]);
  await libraryOf(parlor).close();
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: text.search.palette.field }).fill('proofr');
  await expect(page.getByRole('option', { name: 'Proofread · Writing' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(window.composer).toHaveValue('Find what is {{wrong}}.');
  await expect(window.composer).toBeFocused();
});

test('a deleted prompt comes back by Ctrl+Z, and is erased from the trash without a word left', async ({
  parlor,
  folder,
}) => {
  const { page, window } = parlor;
  const library = libraryOf(parlor);
  await write(parlor, [
    { title: 'Stays', body: 'Kept words' },
    { title: 'Goes', body: 'Gonewords for ever' },
  ]);
  await library.option('Goes').click();
  await expect(library.title).toHaveValue('Goes');
  await library.button(words.delete).click();
  await expect(library.option('Goes')).toHaveCount(0);
  await expect(library.title).toHaveValue('Stays');
  await expect(library.filter).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(library.option('Goes')).toBeVisible();
  await library.option('Goes').click();
  await expect(library.body).toHaveValue('Gonewords for ever');
  await library.button(words.delete).click();
  await expect(library.option('Goes')).toHaveCount(0);
  await library.close();

  await page.keyboard.press('Control+Shift+T');
  const trash = page.getByRole('region', { name: text.trash.label, exact: true });
  const row = trash.getByRole('listitem').filter({ hasText: 'Goes' });
  await row.getByRole('button', { name: text.trash.restore }).click();
  await expect(trash.getByText(text.trash.emptyTitle)).toBeVisible();
  await library.open();
  await library.option('Goes').click();
  await expect(library.title).toHaveValue('Goes');
  await library.button(words.delete).click();
  await expect(library.option('Goes')).toHaveCount(0);
  await library.close();
  await row.getByRole('button', { name: text.trash.erase }).click();
  await window.dialog.getByRole('button', { name: text.trash.erase, exact: true }).click();
  await expect(trash.getByText(text.trash.emptyTitle)).toBeVisible();
  const holds = async (word: string) => {
    const files = ['parlor.db', 'parlor.db-wal'].map((name) => readFile(join(folder, name)));
    return (await Promise.all(files)).some((bytes) => bytes.includes(word));
  };
  await expect.poll(() => holds('Gonewords')).toBe(false);
  expect(await holds('Kept words')).toBe(true);
});

test('an export comes back without duplicates, and a broken file is refused by name', async ({
  parlor,
  folder,
}) => {
  const { app, page } = parlor;
  const library = libraryOf(parlor);
  await write(parlor, [
    { title: 'One', folder: 'A', body: 'first' },
    { title: 'Two', body: 'second' },
  ]);
  const path = join(folder, 'prompts.json');
  await answerDialogs(app, path);
  await library.choose(words.exportAll);
  await expect(page.getByText(path)).toBeVisible();
  await library.option('Two').click();
  await expect(library.title).toHaveValue('Two');
  await library.button(words.delete).click();
  await expect(library.options).toHaveCount(1);
  await library.choose(words.import);
  await expect(page.getByText(words.imported(1, 1))).toBeVisible();
  await library.choose(words.import);
  await expect(page.getByText(words.imported(0, 2))).toBeVisible();
  await expect(library.options).toHaveCount(2);

  await writeFile(path, '[{"title": "Three"}]');
  await library.choose(words.import);
  await expect(page.getByText(/prompts\.json could not be read: entry 1/)).toBeVisible();
  await expect(library.options).toHaveCount(2);
});

test('a draft becomes a prompt, a folder gets another name', async ({ parlor }) => {
  const { page, window } = parlor;
  const library = libraryOf(parlor);
  await expect(window.composer).toBeFocused();
  await page.keyboard.type('Explain it to a child');
  await page.keyboard.press('Control+k');
  await page
    .getByRole('combobox', { name: text.search.palette.field })
    .fill(text.commands['prompts.save-draft']);
  await page.keyboard.press('Enter');
  await expect(library.title).toBeFocused();
  await expect(library.body).toHaveValue('Explain it to a child');
  await library.folder.fill('Old');
  await library.choose(words.renameFolder('Old'));
  await expect(library.dialog.getByLabel(words.folderName)).toBeFocused();
  await page.keyboard.type('New/Inner');
  await page.keyboard.press('Enter');
  await expect(library.option('Explain it to a child, New/Inner')).toBeVisible();
  await expect(library.folder).toHaveValue('New/Inner');
  await library.close();
  await expect(window.composer).toHaveValue('Explain it to a child');
});

test('a message becomes a prompt that says just what was sent', async ({ parlor }) => {
  const { page, window } = parlor;
  const library = libraryOf(parlor);
  await expect(window.composer).toBeFocused();
  await window.ask('What does {{ name }} mean in a template?');
  await expect(window.answerThatIs('complete')).toBeVisible();
  await window.messages('user').focus();
  await page.keyboard.press('p');
  await expect(library.title).toBeFocused();
  await expect(library.body).toHaveValue('What does \\{{ name }} mean in a template?');
  await library.button(words.use).click();
  await expect(window.composer).toHaveValue('What does {{ name }} mean in a template?');
});

test('five thousand prompts are walked and found by keys, and one of 100 kB is edited', {
  tag: '@timed',
}, async ({ parlor, folder }) => {
  const { app, page } = parlor;
  const library = libraryOf(parlor);
  const body = 'All work and no {{play}}. '.repeat(4_000);
  const prompts = Array.from({ length: 5_000 }, (_, index) => ({
    title: `Prompt ${index + 1}`,
    content: index === 4_998 ? body : `Body ${index + 1}`,
  }));
  const path = join(folder, 'many.json');
  await writeFile(path, JSON.stringify(prompts));
  await answerDialogs(app, path);
  await expect(parlor.window.composer).toBeFocused();
  await library.open();
  await library.button(words.import).click();
  await expect(page.getByText(words.imported(5_000, 0))).toBeVisible();
  await library.filter.focus();
  await page.keyboard.press('End');
  await expect(library.title).toHaveValue('Prompt 5000');
  await expect(library.option('Prompt 5000')).toBeInViewport();
  // As many rows as are seen, and a key a frame or two.
  expect(await library.options.count()).toBeLessThan(60);
  const slowestMs = await page.evaluate<number>(`(async () => {
    let slowest = 0;
    for (const letters of ['4', '49', '499', '49', '']) {
      const began = performance.now();
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      set.call(document.activeElement, letters);
      document.activeElement.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      slowest = Math.max(slowest, performance.now() - began);
    }
    return slowest;
  })()`);
  expect(slowestMs).toBeLessThan(150);
  await page.keyboard.press('End');
  await expect(library.title).toHaveValue('Prompt 5000');
  await page.keyboard.press('ArrowUp');
  await expect(library.body).toHaveValue(body);
  await library.body.press('Control+End');
  await page.keyboard.type('The end');
  await page.keyboard.press('Control+Enter');
  await expect(library.dialog.getByLabel('play', { exact: true })).toBeFocused();
  await page.keyboard.type('sleep');
  await page.keyboard.press('Enter');
  await expect(parlor.window.composer).toHaveValue(/^All work and no sleep\. .*The end$/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the prompt library is accessible, ${theme}`, async ({ launch }) => {
    const parlor = await launch({ settings: { theme } });
    const { page, window } = parlor;
    const library = libraryOf(parlor);
    await expect(window.composer).toBeFocused();
    await library.open();
    await expectAccessible(page);
    await library.close();
    await write(parlor, [
      { title: 'Translate', folder: 'Language', body: 'Put {{text}} into {{language=English}} on {{date}}.' },
      { title: 'Review', folder: 'Work/Code', body: 'Review this.' },
      { title: 'Explain', body: 'Explain {{topic}} briefly.' },
    ]);
    await library.option('Translate').click();
    await expectAccessible(page);
    await library.filter.fill('rev');
    await expect(library.options).toHaveCount(1);
    await expectAccessible(page);
    await library.filter.fill('transl');
    await library.filter.press('Enter');
    await expect(library.dialog.getByRole('button', { name: words.fill.insert })).toBeVisible();
    await expectAccessible(page);
  });
}
