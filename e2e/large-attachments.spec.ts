import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { attachmentCountLimit } from '#shared/contract/attachments.ts';
import { listedFilesLimit } from '#shared/folder-files.ts';
import { text } from '#shared/text/index.ts';
import { aPdf } from '../src/main/attachments/testing/files.ts';
import { chooseInOpenDialog, drop } from './fixtures/files.ts';
import { longestTaskMs, watchLongTasks } from './fixtures/main-thread.ts';
import { expect, test } from './fixtures/parlor.ts';

const words = text.attachments;

const chips = (page: Page) =>
  page.getByRole('list', { name: words.inDraft }).locator('li:not([data-adding])');

async function expectSmooth(
  longestTask: () => Promise<number>,
  what: string,
  limitMs = longestTaskMs,
): Promise<void> {
  const longest = await longestTask();
  test.info().annotations.push({ type: 'longest task', description: `${what}: ${Math.round(longest)} ms` });
  expect(longest, `longest task of the window, ${what}`).toBeLessThan(limitMs);
}

test('a text of 20 MB does not hold up the window, and can be read', { tag: '@timed' }, async ({
  folder,
  parlor,
}) => {
  const { app, window, page } = parlor;
  const path = join(folder, 'log.txt');
  await writeFile(path, 'A line of a log that says nothing new, 1234567.\n'.repeat(420_000));
  await chooseInOpenDialog(app, [path]);
  await expect(window.composer).toBeFocused();
  const longestTask = await watchLongTasks(page);
  await page.keyboard.press('Control+u');
  // One can write while it is read.
  await window.composer.pressSequentially('What is in it?');
  await expect(chips(page)).toHaveCount(1, { timeout: 30_000 });
  await expect(window.composer).toHaveValue('What is in it?');
  await expectSmooth(longestTask, 'attaching 20 MB of text');
  await chips(page).getByRole('button').first().press('Enter');
  await expect(window.dialog.locator('pre > span').first()).toContainText('A line of a log');
  // More of it is drawn as one comes to its end.
  const parts = window.dialog.locator('pre > span');
  const drawn = await parts.count();
  await window.dialog.getByRole('region', { name: words.viewer.text('log.txt') }).focus();
  await expect(async () => {
    await page.keyboard.press('End');
    expect(await parts.count()).toBeGreaterThan(drawn);
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
  // The text comes over in one piece, while the dialog opens.
  await expectSmooth(longestTask, 'reading 20 MB of text', 2 * longestTaskMs);
});

test('a text of 20 MB that is dropped does not hold up the window', { tag: '@timed' }, async ({
  parlor: { window, page },
}) => {
  await expect(window.composer).toBeFocused();
  // A drop as the system makes it: the file is there before, and lies outside the window's memory.
  const dropped = await page.evaluateHandle(`(() => {
    const line = 'A line of a log that says nothing new, 1234567.\\n';
    const transfer = new DataTransfer();
    transfer.items.add(new File(Array(420).fill(line.repeat(1_000)), 'log.txt'));
    return transfer;
  })()`);
  const longestTask = await watchLongTasks(page);
  await drop(page, dropped);
  await window.composer.pressSequentially('What is in it?');
  await expect(chips(page)).toHaveCount(1, { timeout: 30_000 });
  await expect(window.composer).toHaveValue('What is in it?');
  await expectSmooth(longestTask, 'dropping 20 MB of text');
});

test('a PDF of 200 pages does not hold up the window', { tag: '@timed' }, async ({ folder, parlor }) => {
  const { app, window, page } = parlor;
  const path = join(folder, 'book.pdf');
  const pages = Array.from({ length: 200 }, (_, number) =>
    Array.from({ length: 22 }, (_line, line) => `Page ${number + 1}, line ${line} about tea`).join('\n'),
  );
  await writeFile(path, aPdf(pages));
  await chooseInOpenDialog(app, [path]);
  await expect(window.composer).toBeFocused();
  const longestTask = await watchLongTasks(page);
  await page.keyboard.press('Control+u');
  await window.composer.pressSequentially('Sum it up');
  await expect(chips(page)).toContainText(words.pages(200), { timeout: 30_000 });
  await expectSmooth(longestTask, 'attaching a PDF of 200 pages');
});

test('a folder of 5,000 files is listed smoothly, and says before and after what it leaves out', {
  tag: '@timed',
}, async ({ folder, parlor }) => {
  const { app, window, page } = parlor;
  const root = join(folder, 'many');
  for (let part = 0; part < 50; part += 1) {
    await mkdir(join(root, `part ${part}`), { recursive: true });
    const names = Array.from({ length: 100 }, (_, index) => join(root, `part ${part}`, `note ${index}.md`));
    await Promise.all(names.map((name) => writeFile(name, `A note in part ${part}.`)));
  }
  await chooseInOpenDialog(app, [root]);
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(text.commands['composer.attach-folder']);
  const longestTask = await watchLongTasks(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.folder.leftOut(5_000 - listedFilesLimit))).toBeVisible();
  await page.getByRole('button', { name: words.folder.all }).click();
  await expect(page.getByText(words.folder.tooMany(listedFilesLimit, attachmentCountLimit))).toBeVisible();
  await page.getByRole('listbox', { name: words.folder.list }).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('option').last()).toBeInViewport();
  await page.getByRole('textbox', { name: words.folder.filter }).pressSequentially('part 7/');
  await page.getByRole('button', { name: words.folder.none }).click();
  await expectSmooth(longestTask, 'choosing in a folder of 5,000 files');
});
