import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { demoModels } from '#demo-server/catalogue.ts';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';
import { savedColumn } from './fixtures/saved.ts';
import type { ParlorWindow } from './pages/parlor-window.ts';

const all = Number.POSITIVE_INFINITY;
const list = (page: Page): Locator => page.getByRole('region', { name: text.queue.label });
const rows = (page: Page): Locator => list(page).getByRole('listitem');
const edit = (page: Page, place: number): Locator =>
  list(page).getByRole('button', { name: new RegExp(`^${place} ?\\p{L}`, 'u') });
const remove = (page: Page, place: number): Locator =>
  list(page).getByRole('button', { name: text.queue.removeNamed(place) });
const sendNow = (page: Page): Locator => list(page).getByRole('button', { name: text.queue.sendNow });

/** Asks something that is answered only when `release` says so, and lets other messages wait for it. */
async function askAndQueue(window: ParlorWindow, waiting: readonly string[]): Promise<void> {
  await expect(window.composer).toBeFocused();
  await window.ask('First question');
  await window.stop.waitFor();
  for (const [index, message] of waiting.entries()) {
    await window.ask(message);
    await expect(rows(window.page)).toHaveCount(index + 1);
    await expect(window.composer).toHaveValue('');
  }
}

test('messages written meanwhile go by themselves, edited, in their order', async ({ ollama, parlor }) => {
  const { window, page } = parlor;
  ollama.setBehaviour(({ prompt }) => ({ kind: 'gated', gate: prompt, answer: `Answer to ${prompt}` }));
  await askAndQueue(window, ['Second', 'Third', 'Fourth']);
  await expect(list(page)).toContainText(text.queue.waiting(3));

  await edit(page, 2).click();
  const field = list(page).getByRole('textbox');
  await expect(field).toBeFocused();
  await field.fill('Third, in other words');
  await field.press('Enter');
  await expect(rows(page).nth(1)).toContainText('Third, in other words');
  await expect(edit(page, 2)).toBeFocused();

  // What Escape leaves stays as it was, and the answer runs on.
  await page.keyboard.press('ArrowUp');
  await expect(edit(page, 1)).toBeFocused();
  await page.keyboard.press('Enter');
  await field.fill('Nonsense');
  await field.press('Escape');
  await expect(rows(page).first()).toContainText('Second');
  await expect(window.stop).toBeVisible();

  await page.keyboard.press('Tab');
  await expect(remove(page, 1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(edit(page, 2)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(2);
  await expect(edit(page, 2)).toBeFocused();
  await page.getByRole('button', { name: text.common.undo }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(2)).toContainText('Fourth');
  await remove(page, 3).click();
  await expect(rows(page)).toHaveCount(2);

  // What is being written is left alone by what main sends.
  await window.composer.fill('Half a thought');
  ollama.release(Number.POSITIVE_INFINITY, 'First question');
  await expect(window.messages('user')).toHaveText([/First question/, /Second/]);
  await expect(rows(page)).toHaveCount(1);
  ollama.release(Number.POSITIVE_INFINITY, 'Second');
  await expect(window.messages('user')).toHaveCount(3);
  await expect(window.messages('user').last()).toContainText('Third, in other words');
  await expect(list(page)).toBeHidden();
  await expect(window.composer).toHaveValue('Half a thought');
  ollama.release(Number.POSITIVE_INFINITY, 'Third, in other words');
  await expect(window.answerThatIs('complete')).toContainText('Answer to Third, in other words');
  await expect(window.messages('user')).toHaveCount(3);
});

test('a stopped answer leaves them waiting, over a kill, until they are sent', async ({ ollama, launch }) => {
  ollama.setBehaviour({ kind: 'stall', after: 1, answer: ['Once ', 'upon'] });
  const first = await launch();
  await askAndQueue(first.window, ['Second', 'Third']);
  await expect(first.window.answer).toContainText('Once');
  await first.page.keyboard.press('Escape');
  await first.window.answerThatIs('stopped').waitFor();
  await expect(list(first.page)).toContainText(text.queue.reasons.stopped(2));
  await expect(rows(first.page)).toHaveCount(2);
  await expect(sendNow(first.page)).toBeVisible();
  await first.kill();

  ollama.setBehaviour({ kind: 'answer', answer: 'Done.' });
  const { window, page } = await launch();
  await expect(rows(page)).toHaveText([/Second/, /Third/]);
  await expect(window.messages('user')).toHaveCount(1);
  await sendNow(page).click();
  await expect(window.messages('user')).toHaveText([/First question/, /Second/, /Third/]);
  await expect(list(page)).toBeHidden();
  await expect(window.answerThatIs('complete')).toContainText('Done.');
});

test('a waiting message goes to the models chosen when it was written, a kill between', async ({
  ollama,
  launch,
}) => {
  ollama.setModels([...demoModels, { name: 'tea:latest' }, { name: 'soup:latest' }]);
  ollama.setBehaviour({ kind: 'stall', after: 1, answer: ['Once ', 'upon'] });
  const first = await launch();
  await expect(first.window.composer).toBeFocused();
  await first.window.ask('First question');
  await first.window.stop.waitFor();
  await first.page.keyboard.press('Control+Shift+K');
  const chosen = first.page.getByRole('combobox', { name: text.answers.several.title });
  await expect(chosen).toBeFocused();
  for (const model of ['tea', 'soup']) {
    await chosen.fill(model);
    await chosen.press('Enter');
  }
  // The one of the session is chosen to begin with.
  await chosen.fill('parlor-demo:latest');
  await chosen.press('Enter');
  await chosen.press('Escape');
  await expect(first.window.composer).toBeFocused();
  await first.window.ask('Second');
  await expect(rows(first.page)).toContainText('tea:latest + soup:latest');
  await first.kill();

  ollama.setBehaviour({ kind: 'answer', answer: 'Done.' });
  const { window, page } = await launch();
  await expect(rows(page)).toContainText('tea:latest + soup:latest');
  await sendNow(page).click();
  const columns = window.transcript.locator('[data-column]');
  await expect(columns).toHaveCount(2);
  await expect(columns.nth(0)).toContainText('tea:latest');
  await expect(columns.nth(1)).toContainText('soup:latest');
  await expect(columns.getByText('Done.')).toHaveCount(2);
});

test('an earlier prompt sent again and a path sent as text wait like any other', async ({
  ollama,
  parlor: { window, page },
}) => {
  ollama.setBehaviour(({ prompt }) => ({ kind: 'gated', gate: prompt, answer: `Answer to ${prompt}` }));
  await askAndQueue(window, []);
  // Then it is in the history.
  await ollama.waitForRequest('/api/chat', 1);
  await window.composer.press('ArrowUp');
  await expect(window.composer).toHaveValue('First question');
  await window.composer.press('Enter');
  await expect(rows(page)).toHaveText([/First question/]);
  await expect(window.composer).toHaveValue('');
  await window.ask('/usr/bin is what?');
  await page.getByRole('button', { name: text.slash.sendAsText }).click();
  await expect(rows(page)).toHaveText([/First question/, /\/usr\/bin is what\?/]);
  await expect(window.composer).toHaveValue('');

  // A draft that waits while an earlier prompt is shown is left alone.
  await window.composer.fill('Half a thought');
  await window.composer.press('Home');
  await window.composer.press('ArrowUp');
  await expect(window.composer).toHaveValue('First question');
  await window.composer.press('Enter');
  await expect(rows(page)).toHaveCount(3);
  await expect(window.composer).toHaveValue('Half a thought');
  await expect(window.messages('user')).toHaveCount(1);

  ollama.release(all, 'First question');
  ollama.release(all, '/usr/bin is what?');
  await expect(window.messages('user')).toHaveText([
    /First question/,
    /First question/,
    /\/usr\/bin is what\?/,
    /First question/,
  ]);
  await expect(list(page)).toBeHidden();
  await expect(window.composer).toHaveValue('Half a thought');
});

test('merged sessions have the messages that waited in either', async ({
  ollama,
  parlor: { window, page },
}) => {
  ollama.setBehaviour({ kind: 'stall', after: 1, answer: ['Once ', 'upon'] });
  await askAndQueue(window, ['Second']);
  await expect(window.answer).toContainText('Once');
  await page.keyboard.press('Escape');
  await window.answerThatIs('stopped').waitFor();
  ollama.setBehaviour({ kind: 'answer', answer: 'Yes.' });
  await window.newSession();
  await window.ask('Another session');
  await window.answerThatIs('complete').waitFor();
  await page.keyboard.press('Control+Shift+L');
  await expect(window.sidebar.locator('[data-roving]:focus')).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: text.library.actions.merge, exact: true }).click();
  await expect(window.messages('user')).toHaveCount(2);
  await expect(rows(page)).toHaveText([/Second/]);
});

test('a kill in mid-answer loses none of them', async ({ ollama, launch }) => {
  ollama.setBehaviour({ kind: 'hold' });
  const first = await launch();
  await askAndQueue(first.window, ['Second', 'Third']);
  await first.kill();
  const { page } = await launch();
  await expect(list(page)).toContainText(text.queue.reasons.interrupted(2));
  await expect(rows(page)).toHaveText([/Second/, /Third/]);
});

test('a queue goes on while another session is on the screen', async ({
  ollama,
  parlor: { window, page },
}) => {
  ollama.setBehaviour(({ prompt }) => ({ kind: 'gated', gate: prompt, answer: `Answer to ${prompt}` }));
  await askAndQueue(window, ['Second']);
  await window.newSession();
  await expect(list(page)).toBeHidden();
  ollama.release(Number.POSITIVE_INFINITY, 'First question');
  ollama.release(Number.POSITIVE_INFINITY, 'Second');
  await window.sessionRow('First question').click();
  await expect(window.messages('user')).toHaveText([/First question/, /Second/]);
  await expect(window.answerThatIs('complete')).toContainText('Answer to Second');
  await expect(list(page)).toBeHidden();
});

test('a message does not go while it is being changed, and goes with the change then', async ({
  ollama,
  parlor,
}) => {
  const { window, page } = parlor;
  ollama.setBehaviour(({ prompt }) => ({ kind: 'gated', gate: prompt, answer: 'Yes' }));
  await askAndQueue(window, ['Second']);
  await edit(page, 1).click();
  const field = list(page).getByRole('textbox');
  await field.fill('Second, better');
  ollama.release(Number.POSITIVE_INFINITY, 'First question');
  await window.answerThatIs('complete').waitFor();
  await expect(list(page)).toContainText(text.queue.reasons.changing(1));
  await expect(field).toBeFocused();
  await expect(window.messages('user')).toHaveCount(1);
  await field.press('Enter');
  await expect(window.messages('user').last()).toContainText('Second, better');
  await expect(list(page)).toBeHidden();
  await expect(window.composer).toHaveValue('');
});

test('a change of a waiting message survives a kill in the middle of it', async ({
  ollama,
  launch,
  folder,
}) => {
  ollama.setBehaviour({ kind: 'hold' });
  const first = await launch();
  await askAndQueue(first.window, ['Second', 'Third']);
  await edit(first.page, 1).click();
  await list(first.page).getByRole('textbox').fill('Second, half chang');
  await expect
    .poll(() => savedColumn(folder, 'SELECT text FROM queued_messages ORDER BY id'))
    .toEqual(['Second, half chang', 'Third']);
  await first.kill();
  const { page } = await launch();
  await expect(rows(page)).toHaveText([/Second, half chang/, /Third/]);
});

test('slash commands run at once while an answer is running', async ({
  ollama,
  parlor: { window, page },
}) => {
  ollama.setBehaviour({ kind: 'hold' });
  await askAndQueue(window, ['Second']);
  await window.ask('/stop ');
  await window.answerThatIs('stopped').waitFor();
  await expect(rows(page)).toHaveText([/Second/]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`a long queue fits into a small window and is accessible, ${theme}`, async ({ ollama, launch }) => {
    ollama.setBehaviour({ kind: 'hold' });
    const { app, window, page } = await launch({ settings: { theme } });
    const many = Array.from({ length: 12 }, (_, index) => `Question ${index + 2} about tea, water and time`);
    await askAndQueue(window, many);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(640, 480));
    await expect.poll(() => page.evaluate<number>('innerWidth')).toBeLessThan(700);
    await expect(window.composer).toBeInViewport();
    await expect(window.stop).toBeInViewport({ ratio: 1 });
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(sendNow(page)).toBeInViewport({ ratio: 1 });
    await expectAccessible(page);
  });
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

test('a message emptied in its field hands the keyboard on, and Escape of an input method leaves the words', async ({
  ollama,
  parlor,
}) => {
  const { window, page } = parlor;
  ollama.setBehaviour({ kind: 'stall', after: 1, answer: ['Once ', 'upon'] });
  await askAndQueue(window, ['Second', 'Third']);
  const field = list(page).getByRole('textbox');

  await edit(page, 1).click();
  await field.fill('Second, in other words');
  await field.dispatchEvent('keydown', { key: 'Escape', isComposing: true });
  await expect(field).toHaveValue('Second, in other words');
  await field.fill('');
  await field.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await expect(edit(page, 1)).toContainText('Third');
  await expect(edit(page, 1)).toBeFocused();

  await page.keyboard.press('Enter');
  await field.fill('');
  await field.press('Enter');
  await expect(list(page)).toBeHidden();
  await expect(window.composer).toBeFocused();
});
