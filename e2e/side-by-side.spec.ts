import type { Locator, Page } from '@playwright/test';
import * as v from 'valibot';
import { demoModels } from '#demo-server/catalogue.ts';
import type { DemoServer } from '#demo-server/demo-server.ts';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';
import { savedColumn } from './fixtures/saved.ts';
import type { ParlorWindow } from './pages/parlor-window.ts';

const words = text.answers;
const first = 'parlor-demo:latest';
const tea = 'tea:latest';
const soup = 'soup:latest';
const long = 'registry.example.org/somebody/a-model-with-a-name-that-goes-on-and-on-instruct:70b-q4_K_M';
const models = [...demoModels, { name: tea }, { name: soup }, { name: long }];

const chatSchema = v.object({
  model: v.string(),
  messages: v.array(v.object({ role: v.string(), content: v.string() })),
});
type ChatBody = v.InferOutput<typeof chatSchema>;

const columns = (window: ParlorWindow): Locator => window.transcript.locator('[data-column]');

async function askSeveral(window: ParlorWindow, page: Page, wanted: readonly string[]): Promise<void> {
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+Shift+K');
  const field = page.getByRole('combobox', { name: words.several.title });
  await expect(field).toBeFocused();
  for (const name of wanted) {
    await field.fill(name);
    await field.press('Enter');
  }
  await field.press('Escape');
  await expect(field).toBeHidden();
  await window.ask('Hello?');
  await expect(columns(window)).toHaveCount(wanted.length + 1);
}

async function allComplete(window: ParlorWindow, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await expect(columns(window).nth(index)).toHaveAttribute('data-status', 'complete');
  }
}

/** Every model answers at once, with its name. */
function setGreetings(ollama: DemoServer): void {
  ollama.setModels(models);
  ollama.setBehaviour(({ model }) => ({ kind: 'answer', answer: `${model} says hello.`, thinking: [] }));
}

function lastChat(ollama: DemoServer): ChatBody {
  const bodies = ollama.requests.filter(({ path }) => path === '/api/chat').map(({ body }) => body);
  return v.parse(chatSchema, bodies.at(-1));
}

/** With the Tab key alone, as somebody without a mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('a kill while two answer side by side keeps both texts, and each goes on from its end', async ({
  ollama,
  launch,
  folder,
}) => {
  ollama.setModels(models);
  ollama.setBehaviour(({ model }) => ({
    kind: 'stall',
    after: 2,
    answer: [`${model}: `, 'Once upon', ' no'],
  }));
  const before = await launch();
  await askSeveral(before.window, before.page, [tea]);
  for (const model of [first, tea]) {
    await expect(before.window.transcript).toContainText(`${model}: Once upon`);
    await expect
      .poll(() => savedColumn(folder, "SELECT content FROM messages WHERE role = 'assistant'"), {
        intervals: [50],
      })
      .toContain(`${model}: Once upon`);
  }
  await before.kill();

  const { window, page } = await launch();
  await expect(columns(window)).toHaveCount(2);
  for (const [index, model] of [first, tea].entries()) {
    await expect(columns(window).nth(index)).toHaveAttribute('data-status', 'interrupted');
    await expect(columns(window).nth(index)).toContainText(`${model}: Once upon`);
    await expect(columns(window).nth(index)).toContainText(text.chat.interrupted);
  }
  ollama.setBehaviour(({ model }) => ({ kind: 'answer', answer: ` a time (${model}).`, thinking: [] }));
  for (const [index, model] of [first, tea].entries()) {
    await columns(window).nth(index).focus();
    await page.keyboard.press('n');
    await expect(columns(window).nth(index)).toHaveAttribute('data-status', 'complete');
    await expect(columns(window).nth(index)).toContainText(`${model}: Once upon a time (${model}).`);
    expect(lastChat(ollama)).toMatchObject({ model });
    expect(lastChat(ollama).messages.at(-1)).toMatchObject({ content: `${model}: Once upon` });
  }
});

test('one of the columns is asked once more, and its own model answers beside them', async ({
  ollama,
  launch,
}) => {
  setGreetings(ollama);
  const { window, page } = await launch();
  await askSeveral(window, page, [tea]);
  await allComplete(window, 2);
  await columns(window).nth(1).focus();
  await page.keyboard.press('r');
  await expect(columns(window)).toHaveCount(3);
  await allComplete(window, 3);
  await expect(columns(window).nth(2)).toContainText(`${tea} says hello.`);
  expect(lastChat(ollama)).toMatchObject({ model: tea });
});

test('who stops one of the columns with its button keeps the keyboard in it', async ({ ollama, launch }) => {
  ollama.setModels(models);
  ollama.setBehaviour({ kind: 'stall', after: 1, answer: ['Once ', 'upon'] });
  const { window, page } = await launch();
  await askSeveral(window, page, [tea]);
  const column = columns(window).nth(1);
  await expect(column).toContainText('Once');
  await tabTo(page, column.getByRole('button', { name: words.sideBySide.stopLong(tea) }));
  await page.keyboard.press('Enter');
  await expect(column).toHaveAttribute('data-status', 'stopped');
  await expect(column).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(columns(window).nth(0)).toBeFocused();
});

test('answers that unfold beside each other give the keyboard to the one of the branch', async ({
  ollama,
  launch,
}) => {
  setGreetings(ollama);
  const { window, page } = await launch();
  await askSeveral(window, page, [tea, soup, long]);
  await allComplete(window, 4);
  await columns(window).nth(3).focus();
  await page.keyboard.press('v');
  await expect(columns(window)).toHaveCount(0);
  await expect(window.messages('assistant')).toBeFocused();
  await page.keyboard.press('v');
  await expect(columns(window)).toHaveCount(4);
  const shown = window.transcript.locator('[data-column][data-shown=true]');
  await expect(shown).toBeFocused();
  await expect(shown).toBeInViewport({ ratio: 0.5 });
});

test('words are marked in every column, and the one gone to is in the answer of the branch', async ({
  ollama,
  launch,
}) => {
  ollama.setModels(models);
  ollama.setBehaviour(({ model }) => ({ kind: 'answer', answer: `${model} says teapot.`, thinking: [] }));
  const { window, page } = await launch();
  await askSeveral(window, page, [tea, soup]);
  await allComplete(window, 3);
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: text.chat.find.field });
  await expect(field).toBeFocused();
  await field.fill('teapot');
  const marks = (name: string) => page.evaluate<number>(`CSS.highlights.get('${name}')?.size ?? 0`);
  await expect.poll(() => marks('parlor-found')).toBe(3);
  await expect.poll(() => marks('parlor-current')).toBe(1);
  const current = () =>
    page.evaluate<string>(
      "[...CSS.highlights.get('parlor-current')][0].startContainer.parentElement.closest('[data-column]').dataset.shown",
    );
  expect(await current()).toBe('true');
});

test('a long name of a model is cut at its end, and said whole', async ({ ollama, launch }) => {
  ollama.setModels(models);
  ollama.setBehaviour({ kind: 'answer', answer: 'Yes.' });
  const { app, window } = await launch({ settings: { defaultModel: long } });
  await expect(window.composer).toBeFocused();
  await window.ask('Hello?');
  await window.answerThatIs('complete').waitFor();
  const name = window.answer.getByTitle(long, { exact: true });
  const time = window.answer.locator('time');
  for (const width of [1280, 640]) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setSize(size, 480),
      width,
    );
    await expect.poll(() => window.page.evaluate<number>('innerWidth')).toBeLessThan(width + 1);
    expect(await name.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
    const box = await name.boundingBox();
    const own = await window.answer.boundingBox();
    // The dot before it is all that is cut off at the left.
    expect((box?.x ?? 0) + 16).toBeGreaterThanOrEqual((own?.x ?? 0) - 1);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((own?.x ?? 0) + (own?.width ?? 0));
    expect((await time.boundingBox())?.height).toBeLessThan(30);
  }
});

for (const [width, height] of [
  [1000, 700],
  [640, 480],
] as const) {
  test(`four columns are reached and read without a mouse at ${width} x ${height}`, async ({
    ollama,
    launch,
  }) => {
    ollama.setModels(models);
    ollama.setBehaviour(({ model }) => ({
      kind: 'answer',
      thinking: [],
      answer: `${model} says hello, and some more about tea, water and time.`,
    }));
    const { app, window, page } = await launch();
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setSize(...size), [
      width,
      height,
    ] as [number, number]);
    await askSeveral(window, page, [tea, soup, long]);
    await allComplete(window, 4);
    await columns(window).first().focus();
    for (const index of [1, 2, 3]) {
      await page.keyboard.press('ArrowRight');
      await expect(columns(window).nth(index)).toBeFocused();
      await expect(columns(window).nth(index)).toBeInViewport({ ratio: 0.5 });
    }
    await tabTo(
      page,
      columns(window)
        .nth(3)
        .getByRole('button', { name: words.sideBySide.keepLong(long) }),
    );
    await page.keyboard.press('Enter');
    await expect(columns(window)).toHaveCount(0);
    await expect(window.answer).toContainText(`${long} says hello`);
    const box = await window.answer.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(await page.evaluate<number>('innerWidth'));
  });
}

test('the place one reads at stays while columns open and fold', async ({ ollama, launch }) => {
  ollama.setModels(models);
  const paragraph = 'A sentence about tea, water and time. '.repeat(20);
  ollama.setBehaviour({ kind: 'answer', thinking: [], answer: `${paragraph}\n\n`.repeat(4) });
  const { window, page } = await launch();
  await askSeveral(window, page, [tea]);
  await allComplete(window, 2);
  await window.ask('And more?');
  await expect(columns(window)).toHaveCount(4);
  for (const index of [2, 3])
    await expect(columns(window).nth(index)).toHaveAttribute('data-status', 'complete');
  // There is enough below, so that nothing has to move where it ends.
  const answer = window.messages('assistant').first();
  const place = async () => Math.round((await answer.boundingBox())?.y ?? 0);
  await columns(window).first().focus();
  await expect(answer).toBeInViewport();
  const before = await place();
  for (const count of [2, 4]) {
    await page.keyboard.press('v');
    await expect(columns(window)).toHaveCount(count);
    await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThanOrEqual(2);
  }
});

test('an answer is run again exactly, and on another model, with the keyboard only', async ({
  ollama,
  parlor: { window, page },
}) => {
  ollama.setBehaviour({ kind: 'answer', answer: 'Two minutes.', thinking: [] });
  await expect(window.composer).toBeFocused();
  await window.ask('How long?');
  await window.answerThatIs('complete').waitFor();
  const asked = lastChat(ollama);
  const open = async () => {
    await window.answer.focus();
    await page.keyboard.press('i');
    await expect(window.dialog).toBeVisible();
  };
  await open();
  await tabTo(page, window.dialog.getByRole('button', { name: words.provenance.again, exact: true }));
  await page.keyboard.press('Enter');
  await expect(window.dialog).toBeHidden();
  await expect(window.answer.getByLabel(text.chat.answerOfLong(2, 2))).toBeVisible();
  await window.answerThatIs('complete').waitFor();
  expect(lastChat(ollama)).toEqual(asked);

  await open();
  await tabTo(page, window.dialog.getByRole('button', { name: words.provenance.againOn }));
  await page.keyboard.press('Enter');
  const field = window.dialog.getByRole('combobox', { name: words.provenance.whichModel });
  await expect(field).toBeFocused();
  await page.keyboard.type('thinking');
  await page.keyboard.press('Enter');
  await expect(window.answer.getByLabel(text.chat.answerOfLong(3, 3))).toBeVisible();
  await window.answerThatIs('complete').waitFor();
  expect(lastChat(ollama)).toMatchObject({
    model: 'parlor-demo-thinking:latest',
    messages: asked.messages,
  });
});

test('what is being changed in a message survives a kill', async ({ ollama, launch, folder }) => {
  ollama.setBehaviour({ kind: 'answer', answer: 'Two minutes.' });
  const before = await launch();
  await before.window.ask('How long?');
  await before.window.answerThatIs('complete').waitFor();
  await before.window.messages('user').first().focus();
  await before.page.keyboard.press('e');
  const fieldOf = (page: Page) => page.getByRole('textbox', { name: words.edit.questionField });
  await fieldOf(before.page).fill('How long for green tea?');
  await expect
    .poll(() => savedColumn(folder, 'SELECT text FROM message_edits'))
    .toEqual(['How long for green tea?']);
  await before.kill();

  const { page, window } = await launch();
  await expect(fieldOf(page)).toHaveValue('How long for green tea?');
  await expect(window.composer).toBeFocused();
  await fieldOf(page).press('Enter');
  await expect(window.messages('user')).toHaveText([/How long for green tea\?/]);
  await window.answerThatIs('complete').waitFor();
  await expect.poll(() => savedColumn(folder, 'SELECT text FROM message_edits')).toEqual([]);
});
