import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoModels } from '#demo-server/catalogue.ts';
import { text } from '#shared/text/index.ts';
import { chooseInOpenDialog, dropFiles, pastePicture, pdfThatSays } from './fixtures/files.ts';
import { expect, type Parlor, test } from './fixtures/parlor.ts';
import { picture, resize, setTheme } from './fixtures/pictures.ts';

const themes = ['light', 'dark'] as const;

async function inBothThemes(parlor: Parlor, name: string, show: () => Promise<void>): Promise<void> {
  for (const theme of themes) {
    await setTheme(parlor, theme);
    await show();
    await picture(parlor, `${name}-${theme}`);
  }
}

test('pictures of a rich answer', async ({ ollama, parlor }) => {
  test.setTimeout(120_000);
  const { window } = parlor;
  await resize(parlor, 1280, 900);
  ollama.setBehaviour({ kind: 'answer', tokensPerSecond: 5_000 });
  await expect(window.composer).toBeFocused();
  await window.ask('Show me Markdown');
  await window.answerThatIs('complete').waitFor();
  await inBothThemes(parlor, 'markdown', () => window.transcript.evaluate((list) => list.scrollTo(0, 0)));
  await window.ask('A long answer about how models read');
  await expect(window.messages('assistant')).toHaveCount(2);
  await window.answerThatIs('complete').waitFor({ timeout: 60_000 });
  const diagram = window.messages('assistant').last().locator('img').first();
  await diagram.waitFor();
  const formula = window.messages('assistant').last().locator('.katex-display').first();
  await inBothThemes(parlor, 'diagram', () => diagram.scrollIntoViewIfNeeded());
  await inBothThemes(parlor, 'formula', () => formula.scrollIntoViewIfNeeded());
});

test('pictures of branches and several models', async ({ ollama, parlor }) => {
  test.setTimeout(120_000);
  const { page, window } = parlor;
  await resize(parlor, 1280, 800);
  ollama.setModels([...demoModels]);
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+Shift+K');
  const field = page.getByRole('combobox', { name: text.answers.several.title });
  await expect(field).toBeFocused();
  await field.fill('thinking');
  await field.press('Enter');
  await picture(parlor, 'several-models-light');
  await field.press('Escape');
  await window.ask('Compare tea and coffee in a table');
  await expect(window.transcript.locator('[data-column]')).toHaveCount(2);
  await expect(window.answerThatIs('streaming')).toHaveCount(0, { timeout: 30_000 });
  await inBothThemes(parlor, 'side-by-side', async () => window.composer.focus());

  await page.keyboard.press('Control+Shift+B');
  await expect(window.dialog.getByRole('treeitem').first()).toBeVisible();
  await picture(parlor, 'tree-dark');
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
});

test('pictures of a draft with files', async ({ folder, parlor }) => {
  const { app, page, window } = parlor;
  const report = join(folder, 'report.pdf');
  await writeFile(report, pdfThatSays('Tea sells well'));
  await resize(parlor, 1280, 800);
  await expect(window.composer).toBeFocused();
  await window.composer.fill('What do these three say about the harvest?');
  await dropFiles(page, [{ name: 'notes.md', content: '# Notes\n\nPicked on the third of May.\n' }]);
  await chooseInOpenDialog(app, [report]);
  await page.keyboard.press('Control+u');
  await dropFiles(page, [{ name: 'broken.pdf', content: '%PDF-1.7\nno pages' }]);
  await window.composer.focus();
  await pastePicture(page, 1_200, 800);
  const chips = page.getByRole('list', { name: text.attachments.inDraft }).locator('li:not([data-adding])');
  await expect(chips).toHaveCount(3);
  await inBothThemes(parlor, 'attachments', async () => window.composer.focus());
});

test('pictures of a queue, slash commands and prompts', async ({ ollama, parlor }) => {
  const { page, window } = parlor;
  await resize(parlor, 1280, 800);
  ollama.setBehaviour({ kind: 'stall', after: 3, answer: ['Warm ', 'the ', 'pot ', 'first.'] });
  await expect(window.composer).toBeFocused();
  await window.ask('How is tea made?');
  await expect(window.answer).toContainText('pot');
  for (const question of ['And green tea?', 'How long may it steep?']) await window.ask(question);
  await expect(page.getByRole('region', { name: text.queue.label }).getByRole('listitem')).toHaveCount(2);
  await inBothThemes(parlor, 'queue', async () => window.composer.focus());
  await window.composer.fill('/');
  await expect(page.getByRole('listbox')).toBeVisible();
  await inBothThemes(parlor, 'slash', async () => {
    await window.composer.fill('');
    await window.composer.fill('/');
    await expect(page.getByRole('listbox')).toBeVisible();
  });
});
