import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { expect, type Parlor, test } from './fixtures/parlor.ts';

const words = text.trash;

function trashOf({ page }: Parlor) {
  const view = page.getByRole('region', { name: words.label, exact: true });
  const row = (title: string): Locator => view.getByRole('listitem').filter({ hasText: title });
  return {
    view,
    row,
    rows: view.getByRole('listitem'),
    button: (name: string) => view.getByRole('button', { name, exact: true }),
    confirm: (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }),
    open: () => page.keyboard.press('Control+Shift+T'),
  };
}

async function ask(parlor: Parlor, ...questions: readonly string[]): Promise<void> {
  const { window } = parlor;
  await expect(window.composer).toBeFocused();
  for (const [index, question] of questions.entries()) {
    if (index > 0) {
      await window.newSession();
      await expect(window.composer).toBeFocused();
    }
    await window.ask(question);
    await expect(window.answerThatIs('complete')).toBeVisible();
    await expect(window.sessionRow(question)).toBeVisible();
  }
}

async function deleteOpen({ page, window }: Parlor, title: string): Promise<void> {
  await page.keyboard.press('Control+Shift+Backspace');
  await expect(window.sessionRow(title)).toHaveCount(0);
}

test('a session comes back from the trash after a restart', async ({ launch }) => {
  const first = await launch();
  await ask(first, 'Saved by luck', 'Another one');
  await first.window.sessionRow('Saved by luck').click();
  await expect(first.window.openRow).toHaveText(/Saved by luck/);
  await deleteOpen(first, 'Saved by luck');
  await first.quit();

  const second = await launch();
  const trash = trashOf(second);
  await expect(second.window.composer).toBeFocused();
  await trash.open();
  await expect(trash.row('Saved by luck')).toContainText(words.daysLeft(30));
  await trash.row('Saved by luck').getByRole('button', { name: words.restore }).click();
  await expect(trash.view.getByText(words.emptyTitle)).toBeVisible();
  await second.window.sessionRow('Saved by luck').click();
  await expect(second.window.messages('user')).toHaveText(/Saved by luck/);
});

test('a question with all that followed is deleted, brought back by Ctrl+Z, and from the trash', async ({
  parlor,
}) => {
  const { page, window } = parlor;
  await ask(parlor, 'First question');
  await window.ask('Second question');
  await expect(window.answerThatIs('complete')).toHaveCount(1);
  await expect(window.messages('assistant')).toHaveCount(2);
  const second = window.messages('user').filter({ hasText: 'Second question' });
  await second.hover();
  await second.getByRole('button', { name: text.chat.deleteBranch }).click();
  await expect(window.messages('user')).toHaveText([/First question/]);
  await expect(window.messages('assistant')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(window.messages('user')).toHaveCount(2);
  await expect(window.messages('assistant')).toHaveCount(2);

  await second.hover();
  await second.getByRole('button', { name: text.chat.deleteBranch }).click();
  await expect(window.messages('user')).toHaveCount(1);
  const trash = trashOf(parlor);
  await trash.open();
  await expect(trash.row('Second question')).toContainText(words.counts.branch('2', false));
  await trash.row('Second question').getByRole('button', { name: words.restore }).click();
  await expect(trash.view.getByText(words.emptyTitle)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(window.messages('user')).toHaveCount(2);
});

test('what is deleted for good is in no file any more', async ({ parlor, folder }) => {
  const trash = trashOf(parlor);
  await ask(parlor, 'Kept words', 'Gonewords for good');
  await deleteOpen(parlor, 'Gonewords');
  await trash.open();
  await trash.row('Gonewords').getByRole('button', { name: words.erase }).click();
  await expect(parlor.page.getByRole('dialog')).toContainText(words.ask.body);
  await trash.confirm(text.common.cancel).click();
  await expect(trash.rows).toHaveCount(1);
  await trash.row('Gonewords').getByRole('button', { name: words.erase }).click();
  await trash.confirm(words.erase).click();
  await expect(trash.view.getByText(words.emptyTitle)).toBeVisible();
  const holds = async (word: string) => {
    const files = await Promise.all(
      ['parlor.db', 'parlor.db-wal'].map((name) => readFile(join(folder, name))),
    );
    return files.some((bytes) => bytes.includes(word));
  };
  await expect.poll(() => holds('Gonewords')).toBe(false);
  expect(await holds('Kept words')).toBe(true);
});

test('the very thing that was asked about is deleted for good, whatever comes into the list meanwhile', async ({
  parlor,
}) => {
  const { page, window } = parlor;
  const trash = trashOf(parlor);
  await ask(parlor, 'Asked about', 'Comes later');
  await window.sessionRow('Asked about').click();
  await expect(window.openRow).toHaveText(/Asked about/);
  await deleteOpen(parlor, 'Asked about');
  await trash.open();
  await trash.row('Asked about').getByRole('checkbox').focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('dialog')).toContainText('Asked about');
  await page.evaluate(async () => {
    const { api } = globalThis as unknown as {
      readonly api: { request(name: string, input?: object): Promise<{ readonly value: unknown }> };
    };
    const place = { kind: 'all' };
    const order = { isArchived: false, sort: 'activity', after: null, limit: 10 };
    const { value } = await api.request('sessions:list', { place, ...order });
    const { sessions } = value as { readonly sessions: readonly { readonly id: string }[] };
    await api.request('sessions:trash', { sessionIds: sessions.map(({ id }) => id) });
  });
  // Behind a dialog nothing has a role.
  await expect(page.locator(`ul[aria-label="${words.list}"] > li`)).toHaveCount(2);
  await expect(page.getByRole('dialog')).toContainText('Asked about');
  await trash.confirm(words.erase).click();
  await expect(trash.rows).toHaveText([/Comes later/]);
  await expect(trash.row('Comes later').getByRole('checkbox')).toBeFocused();
});

test('many things are chosen, brought back and deleted by keyboard', async ({ parlor }) => {
  const { page } = parlor;
  const trash = trashOf(parlor);
  const names = ['Apple', 'Birch', 'Cedar', 'Dogwood'];
  await ask(parlor, ...names);
  for (const name of names.toReversed()) {
    await parlor.window.sessionRow(name).click();
    await expect(parlor.window.openRow).toHaveText(new RegExp(name));
    await deleteOpen(parlor, name);
  }
  await trash.open();
  await expect(trash.rows).toHaveCount(4);
  await trash.rows.first().getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(trash.view.getByText(words.selected('2'))).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(trash.rows).toHaveCount(2);
  await expect(trash.row('Cedar').getByRole('checkbox')).toBeFocused();
  await expect(parlor.window.sessionRow('Apple')).toBeVisible();
  await expect(parlor.window.sessionRow('Birch')).toBeVisible();

  await trash.button(words.emptyTrash).click();
  await expect(page.getByRole('dialog')).toContainText(words.ask.empty('2', false));
  await trash.confirm(words.emptyTrash).click();
  await expect(trash.view.getByText(words.emptyTitle)).toBeVisible();
});

test('old sessions are cleared out only after a preview was seen', async ({ parlor }) => {
  const { page, window } = parlor;
  const settings = words.settings;
  await ask(parlor, 'Older one', 'Newer one');
  await page.keyboard.press('Control+,');
  const field = window.dialog.getByLabel(settings.maxSessions);
  await field.fill('0');
  await expect(window.dialog.getByText(settings.wholeNumber('10,000,000'))).toBeVisible();
  await field.fill('1');
  await expect(window.dialog.getByRole('button', { name: settings.switchOn })).toHaveCount(0);
  await window.dialog.getByRole('button', { name: settings.preview }).click();
  await expect(window.dialog.getByText(settings.previewSome('1', true))).toBeVisible();
  await window.dialog.getByText(settings.showWhich).click();
  await expect(window.dialog.getByRole('listitem').filter({ hasText: 'Older one' })).toBeVisible();
  // Behind a dialog nothing has a role.
  await page.keyboard.press('Escape');
  await expect(window.sessionRow('Older one')).toBeVisible();

  await page.keyboard.press('Control+,');
  await field.fill('1');
  await window.dialog.getByRole('button', { name: settings.preview }).click();
  await window.dialog.getByRole('button', { name: settings.switchOn }).click();
  await expect(window.dialog.getByText(settings.isOn)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(window.sessionRow('Older one')).toHaveCount(0);
  await expect(window.sessionRow('Newer one')).toBeVisible();
});

test('the model gives the title of a new session', async ({ launch, ollama }) => {
  ollama.setBehaviour(({ prompt }) => ({
    kind: 'answer',
    answer: prompt.startsWith('Write a title') ? '"Brewing tea"' : 'With hot water.',
  }));
  const { window } = await launch({ settings: { titlesBy: 'model' } });
  await expect(window.composer).toBeFocused();
  await window.ask('How is tea made?');
  await expect(window.sessionRow('Brewing tea')).toBeVisible();
});
