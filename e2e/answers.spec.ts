import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { failures } from '#demo-server/behaviours.ts';
import { demoModels } from '#demo-server/catalogue.ts';
import type { DemoServer } from '#demo-server/demo-server.ts';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';
import type { ParlorWindow } from './pages/parlor-window.ts';

const all = Number.POSITIVE_INFINITY;
const words = text.answers;
const first = 'parlor-demo:latest';
const second = 'parlor-demo-thinking:latest';
const third = 'soup:latest';
const fourth = 'tea:latest';

interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** What Parlor asked Ollama for, the latest last. */
function chats(ollama: DemoServer): readonly ChatBody[] {
  return ollama.requests.filter(({ path }) => path === '/api/chat').map(({ body }) => body as ChatBody);
}

const lastChat = (ollama: DemoServer) => chats(ollama).at(-1);
const saidTo = (ollama: DemoServer) => lastChat(ollama)?.messages.map(({ content }) => content);

/** With the keyboard on it. */
async function focusMessage(message: Locator): Promise<void> {
  await message.focus();
  await expect(message).toBeFocused();
}

function columns(window: ParlorWindow): Locator {
  return window.transcript.locator('[data-column]');
}

function column(window: ParlorWindow, model: string): Locator {
  return columns(window).filter({ hasText: model });
}

/** By keyboard, as everything here. */
async function chooseModels(page: Page, wanted: readonly string[]): Promise<void> {
  await page.keyboard.press('Control+Shift+K');
  const field = page.getByRole('combobox', { name: words.several.title });
  await expect(field).toBeFocused();
  for (const name of wanted) {
    await field.fill(name);
    await field.press('Enter');
  }
  await field.press('Escape');
  await expect(field).toBeHidden();
}

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['PARLOR_SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

test('a question in the middle is asked in other words, and the old branch is a switch away', async ({
  ollama,
  parlor: { window, page },
}) => {
  ollama.setBehaviour(({ prompt }) => ({ kind: 'answer', answer: `About ${prompt}.` }));
  for (const question of ['tea', 'coffee', 'water']) {
    await window.ask(question);
    await expect(window.answerThatIs('complete')).toContainText(`About ${question}.`);
  }
  await focusMessage(window.messages('user').nth(1));
  await page.keyboard.press('e');
  const field = page.getByRole('textbox', { name: words.edit.questionField });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('coffee');
  await field.fill('cocoa');
  await field.press('Escape');
  await expect(field).toBeHidden();
  await expect(window.messages('user').nth(1)).toContainText(words.edit.kept);

  await page.getByRole('button', { name: words.edit.open }).click();
  await expect(field).toHaveValue('cocoa');
  await field.press('Enter');
  await expect(window.answerThatIs('complete')).toContainText('About cocoa.');
  await expect(window.messages('user')).toHaveCount(2);
  expect(saidTo(ollama)).toEqual(['tea', 'About tea.', 'cocoa']);

  const edited = window.messages('user').nth(1);
  await edited.hover();
  await edited.getByRole('button', { name: text.chat.previousAnswer }).click();
  await expect(window.messages('user')).toHaveText([/tea/, /coffee/, /water/]);
  await expect(window.answer).toContainText('About water.');
});

test('what was changed in a message and not sent is there after a restart', async ({ ollama, launch }) => {
  ollama.setBehaviour({ kind: 'answer', answer: 'Two minutes.' });
  const before = await launch();
  await before.window.ask('How long?');
  await before.window.answerThatIs('complete').waitFor();
  await focusMessage(before.window.messages('user').first());
  await before.page.keyboard.press('e');
  await before.page.getByRole('textbox', { name: words.edit.questionField }).fill('How long for green tea?');
  await before.quit();

  const { page, window } = await launch();
  const field = page.getByRole('textbox', { name: words.edit.questionField });
  await expect(field).toHaveValue('How long for green tea?');
  await expect(window.composer).toBeFocused();
});

test('a question cannot be asked anew while the session answers, and the button says why', async ({
  ollama,
  parlor: { window, page },
}) => {
  ollama.setBehaviour({ kind: 'stall', after: 1, answer: ['Once ', 'upon'] });
  await window.ask('A story');
  await expect(window.answer).toContainText('Once');
  await focusMessage(window.messages('user').first());
  await page.keyboard.press('e');
  const send = window.messages('user').getByRole('button', { name: words.edit.send, exact: true });
  await expect(send).toBeDisabled();
  await expect(window.messages('user')).toContainText(words.edit.problems.busy);
  ollama.release(all);
  await window.answerThatIs('complete').waitFor();
  await expect(send).toBeEnabled();
});

test('an answer in other words is a version of its own, said to be edited', async ({
  ollama,
  parlor: { window, page },
}) => {
  ollama.setBehaviour({ kind: 'answer', answer: '**Two** minutes.' });
  await window.ask('How long?');
  await window.answerThatIs('complete').waitFor();
  await focusMessage(window.answer);
  await page.keyboard.press('e');
  const field = page.getByRole('textbox', { name: words.edit.answerField });
  await expect(field).toHaveValue('**Two** minutes.');
  await expect(page.getByRole('button', { name: words.edit.save })).toBeDisabled();
  await field.fill('**Three** minutes.');
  await field.press('Control+Enter');
  await expect(window.answer).toContainText('Three minutes.');
  await expect(window.answer).toContainText(words.edit.edited);
  await expect(window.answer.getByLabel(text.chat.answerOfLong(2, 2))).toBeVisible();

  // The next question goes on from what is shown.
  await window.ask('And black tea?');
  await expect(window.messages('assistant')).toHaveCount(2);
  await window.answerThatIs('complete').waitFor();
  expect(saidTo(ollama)).toEqual(['How long?', '**Three** minutes.', 'And black tea?']);

  await focusMessage(window.messages('assistant').first());
  await page.keyboard.press('i');
  await expect(window.dialog).toContainText(words.provenance.noneEdited);
});

test('an answer is asked for again: shorter, with a remark, by another model, with other parameters', async ({
  ollama,
  parlor: { window, page },
}) => {
  ollama.setBehaviour({ kind: 'answer', answer: 'A long answer.' });
  await window.ask('Why?');
  await window.answerThatIs('complete').waitFor();
  ollama.setBehaviour({ kind: 'answer', answer: 'Short.' });
  await focusMessage(window.answer);
  await page.keyboard.press('Shift+R');
  await expect(window.dialog).toBeVisible();
  await window.dialog.getByRole('button', { name: words.again.shorterQuick }).press('Enter');
  await expect(window.answerThatIs('complete')).toContainText('Short.');
  await expect(window.answer).toBeFocused();
  expect(saidTo(ollama)).toEqual(['Why?', 'A long answer.', words.again.remarks.shorter]);

  await focusMessage(window.answer);
  await page.keyboard.press('Shift+R');
  await window.dialog.getByRole('textbox', { name: words.again.remark }).fill('In French');
  await page.keyboard.press('Control+Enter');
  await expect(window.answer.getByLabel(text.chat.answerOfLong(3, 3))).toBeVisible();
  await expect(window.answer).toBeFocused();
  await window.answerThatIs('complete').waitFor();
  expect(saidTo(ollama)).toEqual(['Why?', 'Short.', 'In French']);

  await focusMessage(window.answer);
  await page.keyboard.press('Shift+R');
  await window.dialog.getByRole('combobox', { name: words.again.models }).fill('thinking');
  await page.keyboard.press('Enter');
  await window.dialog.getByText(words.again.parameters).click();
  await window.dialog.getByRole('textbox', { name: text.parameters.names.temperature }).fill('9');
  await expect(window.dialog.getByRole('button', { name: words.again.send, exact: true })).toBeDisabled();
  await window.dialog.getByRole('textbox', { name: text.parameters.names.temperature }).fill('0,5');
  await window.dialog.getByRole('textbox', { name: text.parameters.names.seed }).fill('7');
  await window.dialog.getByRole('combobox', { name: text.parameters.think }).selectOption('high');
  await window.dialog.getByRole('button', { name: words.again.send, exact: true }).click();
  await expect(window.answer.getByLabel(text.chat.answerOfLong(4, 4))).toBeVisible();
  await window.answerThatIs('complete').waitFor();
  expect(lastChat(ollama)).toMatchObject({
    model: second,
    think: 'high',
    options: { temperature: 0.5, seed: 7 },
  });
  expect(saidTo(ollama)).toEqual(['Why?']);
});

test('a stopped answer goes on from its last character', async ({ ollama, parlor: { window, page } }) => {
  ollama.setBehaviour({ kind: 'stall', after: 2, answer: ['Once ', 'upon', ' a time'] });
  await window.ask('A story');
  await expect(window.answer).toContainText('Once upon');
  await page.keyboard.press('Escape');
  await window.answerThatIs('stopped').waitFor();
  ollama.setBehaviour({ kind: 'gated', answer: [' a time', ' there was tea.'] });
  await focusMessage(window.answer);
  await page.keyboard.press('n');
  await expect(window.answerThatIs('streaming')).toContainText('Once upon');
  await ollama.waitForRequest('/api/chat', 2);
  expect(lastChat(ollama)?.messages.at(-1)).toMatchObject({ role: 'assistant', content: 'Once upon' });
  ollama.release();
  await expect(window.answer).toContainText('Once upon a time');
  ollama.release(all);
  await expect(window.answerThatIs('complete')).toContainText('Once upon a time there was tea.');
  await expect(window.messages('assistant')).toHaveCount(1);
});

test('a kill while an answer on a branch goes on costs nothing that was there', async ({
  ollama,
  launch,
  folder,
}) => {
  ollama.setBehaviour({ kind: 'answer', answer: 'The first answer.' });
  const before = await launch();
  await before.window.ask('A story');
  await before.window.answerThatIs('complete').waitFor();
  ollama.setBehaviour({ kind: 'stall', after: 1, answer: ['Once upon ', 'nothing'] });
  await before.page.keyboard.press('Control+Shift+R');
  await expect(before.window.answer).toContainText('Once upon');
  await before.page.keyboard.press('Escape');
  await before.window.answerThatIs('stopped').waitFor();
  ollama.setBehaviour({ kind: 'stall', after: 1, answer: ['a time', ' nothing'] });
  await before.page.keyboard.press('Control+Shift+Y');
  await expect(before.window.answer).toContainText('Once upon a time');
  await expect.poll(() => savedTexts(folder), { intervals: [50] }).toContain('Once upon a time');
  await before.kill();

  const { window, page } = await launch();
  await expect(window.answerThatIs('interrupted')).toContainText('Once upon a time');
  ollama.setBehaviour({ kind: 'answer', answer: ', there was tea.' });
  await window.answer.getByRole('button', { name: words.goOn.action }).click();
  await expect(window.answerThatIs('complete')).toContainText('Once upon a time, there was tea.');
  await window.answer.hover();
  await window.answer.getByRole('button', { name: text.chat.previousAnswer }).click();
  await expect(window.answer).toContainText('The first answer.');
  expect(page.isClosed()).toBe(false);
});

function savedTexts(folder: string): readonly unknown[] {
  const database = new Sqlite(join(folder, 'parlor.db'), { readonly: true });
  try {
    return database.prepare(`SELECT content FROM messages WHERE role = 'assistant'`).pluck().all();
  } finally {
    database.close();
  }
}

test('two models answer side by side, one is stopped, one is kept', async ({ ollama, launch }) => {
  ollama.setBehaviour(({ model }) => ({
    kind: 'gated',
    gate: model,
    thinking: [],
    answer: [`${model} says `, 'hello'],
  }));
  const before = await launch();
  await before.window.composer.waitFor();
  await expect(before.window.composer).toBeFocused();
  await chooseModels(before.page, [second]);
  await before.window.ask('Hello?');
  await expect(columns(before.window)).toHaveCount(2);
  ollama.release(1, first);
  ollama.release(1, second);
  await expect(column(before.window, `${first} says`)).toContainText('says');
  await expect(column(before.window, `${second} says`)).toContainText('says');
  await shoot(before.page, 'two-streaming');

  // One is stopped, the other goes on.
  await columns(before.window)
    .nth(1)
    .getByRole('button', { name: /^Stop the answer/ })
    .click();
  await expect(columns(before.window).nth(1)).toHaveAttribute('data-status', 'stopped');
  await expect(columns(before.window).nth(0)).toHaveAttribute('data-status', 'streaming');
  ollama.release(all, first);
  await expect(columns(before.window).nth(0)).toHaveAttribute('data-status', 'complete');
  await expect(before.window.transcript).toContainText(/Your next question goes on from the answer by/);
  await before.quit();

  // Side by side as before; one is kept, the other is a switch away.
  const { window, page } = await launch();
  await expect(columns(window)).toHaveCount(2);
  await expect(columns(window).nth(1)).toContainText(`${second} says`);
  await columns(window).nth(1).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(columns(window).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(columns(window).nth(1)).toBeFocused();
  await columns(window)
    .nth(1)
    .getByRole('button', { name: /^Keep this one/ })
    .press('Enter');
  await expect(columns(window)).toHaveCount(0);
  await expect(window.answer).toContainText(`${second} says`);
  await expect(window.answer).toBeFocused();
  await expect(window.answer.getByLabel(text.chat.answerOfLong(2, 2))).toBeVisible();

  // Any fork can be laid side by side, and folded.
  await page.keyboard.press('v');
  await expect(columns(window)).toHaveCount(2);
  await page.keyboard.press('v');
  await expect(columns(window)).toHaveCount(0);
});

test.describe('with four models', () => {
  const models = [...demoModels, { name: third }, { name: fourth }];

  test('four answers stand beside each other; one fails, the others go on; Esc stops all', async ({
    ollama,
    launch,
  }) => {
    ollama.setModels(models);
    const { window, page } = await launch();
    ollama.setBehaviour(({ model }) =>
      model === third
        ? failures.modelMissing(third)
        : { kind: 'gated', gate: model, thinking: [], answer: [`${model} says `, 'hello', ' again'] },
    );
    await expect(window.composer).toBeFocused();
    await chooseModels(page, [second, third, fourth]);
    await expect(page.getByRole('button', { name: /^The next question goes to/ })).toBeVisible();
    await window.ask('Hello?');
    await expect(columns(window)).toHaveCount(4);
    await expect(columns(window).nth(2)).toHaveAttribute('data-status', 'failed');
    for (const model of [first, second, fourth]) {
      ollama.release(1, model);
      await expect(column(window, `${model} says`)).toBeVisible();
    }
    await shoot(page, 'four');
    await page.keyboard.press('Escape');
    for (const index of [0, 1, 3]) {
      await expect(columns(window).nth(index)).toHaveAttribute('data-status', 'stopped');
    }
    await expect(columns(window).nth(3)).toContainText(`${fourth} says`);
    await expectAccessible(page);
  });
});

test('a message has the keyboard again when what it opened is closed', async ({
  ollama,
  parlor: { window, page },
}) => {
  // The first button inside such an answer would make it go on.
  ollama.setBehaviour({ kind: 'stall', after: 1, answer: ['Once ', 'upon'] });
  await window.ask('A story');
  await expect(window.answer).toContainText('Once');
  await page.keyboard.press('Escape');
  await window.answerThatIs('stopped').waitFor();
  await page.keyboard.press('Control+Shift+R');
  await expect(window.answer.getByLabel(text.chat.answerOfLong(2, 2))).toBeAttached();
  await page.keyboard.press('Escape');
  await window.answerThatIs('stopped').waitFor();
  await focusMessage(window.answer);
  for (const key of ['i', 'Shift+R', 'd', 'Control+Shift+P']) {
    await page.keyboard.press(key);
    await expect(window.dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();
    await expect(window.answer).toBeFocused();
  }
});

test('where an answer comes from, and the same once more', async ({
  ollama,
  parlor: { window, page, app },
}) => {
  ollama.setBehaviour({ kind: 'answer', answer: 'Two minutes.' });
  await window.ask('How long?');
  await window.answerThatIs('complete').waitFor();
  const asked = lastChat(ollama);
  await window.ask('And black tea?');
  await expect(window.messages('assistant')).toHaveCount(2);
  await window.answerThatIs('complete').waitFor();

  await focusMessage(window.messages('assistant').first());
  await page.keyboard.press('i');
  await expect(window.dialog).toContainText(first);
  await expect(window.dialog).toContainText(words.provenance.noOptions);
  await expect(window.dialog).toContainText(words.provenance.noSeed);
  await expect(window.dialog.getByRole('listitem')).toHaveText([/How long\?/]);
  await shoot(page, 'provenance');
  await expectAccessible(page);
  await window.dialog.getByRole('button', { name: words.provenance.copyAll }).click();
  await expect
    .poll(async () => JSON.parse(await app.evaluate(({ clipboard }) => clipboard.readText())))
    .toMatchObject({ model: first, options: {}, missing: 0 });

  await window.dialog.getByRole('button', { name: words.provenance.again, exact: true }).press('Enter');
  await expect(window.messages('assistant')).toHaveCount(1);
  await expect(window.answer.getByLabel(text.chat.answerOfLong(2, 2))).toBeVisible();
  await window.answerThatIs('complete').waitFor();
  expect(lastChat(ollama)).toEqual(asked);

  await focusMessage(window.answer);
  await page.keyboard.press('i');
  await window.dialog.getByRole('button', { name: words.provenance.againOn }).click();
  await window.dialog.getByRole('combobox', { name: words.provenance.whichModel }).fill('thinking');
  await page.keyboard.press('Enter');
  await expect(window.answer.getByLabel(text.chat.answerOfLong(3, 3))).toBeVisible();
  await window.answerThatIs('complete').waitFor();
  expect(lastChat(ollama)).toMatchObject({ model: second, messages: asked?.messages });
});

for (const theme of ['light', 'dark'] as const) {
  test(`editing, asking again and side by side are accessible, ${theme}`, async ({ ollama, launch }) => {
    const { window, page, app } = await launch({ settings: { theme } });
    ollama.setBehaviour(({ model }) => ({
      kind: 'answer',
      thinking: [],
      answer: `${model} says:\n\n- **boil** water\n- wait\n\n\`\`\`python\nprint("tea")\n\`\`\`\n`,
    }));
    await expect(window.composer).toBeFocused();
    await chooseModels(page, [second]);
    await window.ask('How is tea made?');
    await expect(columns(window)).toHaveCount(2);
    for (const index of [0, 1]) {
      await expect(columns(window).nth(index)).toHaveAttribute('data-status', 'complete');
    }
    await columns(window).nth(1).focus();
    await expectAccessible(page);
    await shoot(page, `side-by-side-${theme}`);

    await focusMessage(window.messages('user').first());
    await page.keyboard.press('e');
    const field = page.getByRole('textbox', { name: words.edit.questionField });
    await expect(field).toBeFocused();
    await expect(field).toBeInViewport();
    await expectAccessible(page);
    await shoot(page, `edit-${theme}`);
    await page.keyboard.press('Escape');

    await columns(window).nth(0).focus();
    await page.keyboard.press('Shift+R');
    await expect(window.dialog).toBeVisible();
    await expectAccessible(page);
    await shoot(page, `again-${theme}`);
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();

    await columns(window).nth(0).focus();
    await page.keyboard.press('i');
    await expect(window.dialog).toContainText(words.provenance.digest);
    await expectAccessible(page);
    await shoot(page, `provenance-${theme}`);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+Shift+K');
    await expect(page.getByRole('combobox', { name: words.several.title })).toBeFocused();
    await expectAccessible(page);
    await shoot(page, `models-${theme}`);
    await page.keyboard.press('Escape');

    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(640, 480));
    await expect(columns(window).nth(0)).toBeVisible();
    await shoot(page, `narrow-${theme}`);
  });
}
