import { mkdir } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { expect, type Parlor, test } from './fixtures/parlor.ts';
import { longConversation, seedSessions } from './fixtures/seeded-session.ts';
import type { ParlorWindow } from './pages/parlor-window.ts';

const longId = '00000000aa';
const count = 600;
const words = text.messageActions;

async function openLong(parlor: Parlor): Promise<void> {
  const { window, page } = parlor;
  await window.sessionRow('Long').click();
  await expect(message(window, count)).toBeVisible();
  await expect(window.composer).toBeVisible();
  await page.keyboard.press('Control+Shift+j');
  await expect(message(window, count)).toBeFocused();
}

function message({ transcript }: ParlorWindow, number: number) {
  return transcript.locator(`[data-message="${longId}-${number}"]`);
}

interface SystemClipboard {
  readHTML(): string;
  readText(): string;
}

/** What another program would get. */
function clipboardOf(app: ElectronApplication): Promise<{ html: string; text: string }> {
  return app.evaluate((electron) => {
    // Its type is taken for the browser's own of the same name.
    const clipboard = electron.clipboard as unknown as SystemClipboard;
    return { html: clipboard.readHTML(), text: clipboard.readText() };
  });
}

test('keys go through the messages of a long session, to its very ends', async ({ folder, launch }) => {
  seedSessions(folder, [{ id: longId, title: 'Long', messages: longConversation(count) }]);
  const parlor = await launch();
  const { window, page } = parlor;
  await openLong(parlor);

  await page.keyboard.press('k');
  await expect(message(window, count - 1)).toBeFocused();
  await page.keyboard.press('j');
  await expect(message(window, count)).toBeFocused();

  await page.keyboard.press('Home');
  await expect(message(window, 1)).toBeFocused();
  await expect(message(window, 1)).toBeInViewport();
  for (let number = 2; number <= 60; number += 1) {
    await page.keyboard.press('j');
    await expect(message(window, number)).toBeFocused();
  }
  await page.keyboard.press('Shift+G');
  await expect(message(window, count)).toBeFocused();
  await page.keyboard.press('g');
  await expect(message(window, 1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(message(window, count)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(window.composer).toBeFocused();
});

test('a held key loses no press, also where messages have to be read first', async ({ folder, launch }) => {
  seedSessions(folder, [{ id: longId, title: 'Long', messages: longConversation(count) }]);
  const parlor = await launch();
  const { window, page } = parlor;
  await openLong(parlor);
  // As a keyboard repeats: faster than pages are read.
  const hold = (key: string, times: number) =>
    page.evaluate(`(() => {
      for (let press = 0; press < ${times}; press += 1) {
        const event = { key: '${key}', bubbles: true, cancelable: true, repeat: press > 0 };
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', event));
      }
    })()`);
  await hold('k', 400);
  await expect(message(window, count - 400)).toBeFocused();
  await expect(message(window, count - 400)).toBeInViewport();
  await hold('j', 150);
  await expect(message(window, count - 250)).toBeFocused();
  await hold('j', count);
  await expect(message(window, count)).toBeFocused();
  await page.keyboard.press('k');
  await expect(message(window, count - 1)).toBeFocused();
});

test('a message is copied, folded and asked about by its keys and its menu', async ({ folder, launch }) => {
  const answer = 'A **bold** word, $x^2$.\n\n```js\nconst a = 1 < 2;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |';
  const messages = ['What?', answer];
  seedSessions(folder, [{ id: longId, title: 'Long', messages }]);
  const parlor = await launch();
  const { window, page, app } = parlor;
  await window.sessionRow('Long').click();
  await expect(message(window, 2)).toBeVisible();
  await page.keyboard.press('Control+Shift+j');
  await expect(message(window, 2)).toBeFocused();

  await page.keyboard.press('c');
  await expect.poll(async () => (await clipboardOf(app)).text).toBe(answer);
  await page.keyboard.press('Shift+C');
  await expect.poll(async () => (await clipboardOf(app)).html).toContain('<strong>bold</strong>');
  const copied = await clipboardOf(app);
  expect(copied.text).toBe(answer);
  expect(copied.html).toMatch(/<math alttext="x\^2".*<msup>/su);
  expect(copied.html).toContain('const a = 1 &lt; 2;');
  expect(copied.html).not.toContain('button');

  await page.keyboard.press('o');
  await expect(message(window, 2).getByRole('table')).toBeHidden();
  await expect(message(window, 2)).toContainText('A bold word');
  await page.keyboard.press('o');
  await expect(message(window, 2).getByRole('table')).toBeVisible();

  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', { name: words.menu })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: words.copyFormatted })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(message(window, 2)).toBeFocused();

  const code = message(window, 2).getByRole('region', { name: text.markdown.codeRegion('js') });
  await code.focus();
  await page.keyboard.press('c');
  await expect.poll(async () => (await clipboardOf(app)).text).toBe('const a = 1 < 2;');
  await page.keyboard.press('w');
  await expect(message(window, 2).getByRole('button', { name: text.markdown.wrapCode })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('the actions under a message come without moving anything', async ({ folder, launch }) => {
  seedSessions(folder, [{ id: longId, title: 'Long', messages: longConversation(6) }]);
  const { window, page } = await launch();
  await window.sessionRow('Long').click();
  await expect(message(window, 6)).toBeVisible();
  await message(window, 3).scrollIntoViewIfNeeded();
  const before = await message(window, 4).boundingBox();
  await message(window, 3).hover();
  const more = message(window, 3).getByRole('button', { name: words.moreOf(text.chat.you) });
  await expect(more).toBeVisible();
  expect(await message(window, 4).boundingBox()).toEqual(before);
  await more.click();
  await page.getByRole('menuitem', { name: words.fold }).click();
  await expect(message(window, 3).getByRole('button', { expanded: false })).toBeVisible();
});

/** Has the program print into memory, and gives what was printed. */
async function printed({ app, page }: Parlor): Promise<Buffer> {
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return;
    const kept = globalThis as { printed?: Promise<Buffer> };
    contents.print = (_options, done) => {
      kept.printed = contents.printToPDF({}).finally(() => done?.(true, ''));
    };
  });
  await page.keyboard.press('Control+p');
  await expect
    .poll(() => app.evaluate(() => (globalThis as { printed?: unknown }).printed !== undefined), {
      timeout: 60_000,
    })
    .toBe(true);
  const base64 = await app.evaluate(async () => {
    const pdf = await (globalThis as { printed?: Promise<Buffer> }).printed;
    return pdf?.toString('base64') ?? '';
  });
  return Buffer.from(base64, 'base64');
}

/** The addresses of the links of a PDF, which stand in it as they are, and how many pages it has. */
function contentOf(pdf: Buffer): { readonly pages: number; readonly words: string } {
  const raw = pdf.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, stream = '']) => {
    try {
      return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
    } catch {
      return stream;
    }
  });
  return { pages: raw.match(/\/Type\s*\/Page\b/g)?.length ?? 0, words: `${raw}${streams.join('')}` };
}

test('the whole session is printed, not what is loaded of it', async ({ folder, launch }) => {
  const messages = longConversation(count).map((each, index) =>
    index % 2 === 1 ? `${each}\n\n[link](https://example.org/message-${index + 1})` : each,
  );
  seedSessions(folder, [{ id: longId, title: 'Long', messages }]);
  const parlor = await launch();
  await openLong(parlor);
  const pdf = contentOf(await printed(parlor));
  expect(pdf.pages).toBeGreaterThan(20);
  for (const number of [2, 300, count]) expect(pdf.words).toContain(`https://example.org/message-${number}`);
  // It goes when it was printed.
  await expect(parlor.page.locator('[data-print-sheet]')).toHaveCount(0);
});

test('printing can be called off', async ({ folder, launch }) => {
  seedSessions(folder, [{ id: longId, title: 'Long', messages: longConversation(4_000) }]);
  const { window, page } = await launch();
  await window.sessionRow('Long').click();
  await expect(window.transcript.locator('article').first()).toBeVisible();
  await page.keyboard.press('Control+p');
  await page.getByRole('button', { name: text.reading.print.cancel }).click();
  await expect(page.locator('[data-print-sheet]')).toHaveCount(0);
  await expect(window.dialog).toBeHidden();
});

test('width and spacing of the text are settings, and the place is kept', async ({ folder, launch }) => {
  seedSessions(folder, [{ id: longId, title: 'Long', messages: longConversation(count) }]);
  const parlor = await launch();
  const { window, page } = parlor;
  await openLong(parlor);
  await page.keyboard.press('g');
  await expect(message(window, 1)).toBeFocused();
  for (let number = 2; number <= 20; number += 1) await page.keyboard.press('j');
  await expect(message(window, 20)).toBeFocused();
  const widthOf = async () => (await message(window, 20).boundingBox())?.width ?? 0;
  const medium = await widthOf();
  await page.keyboard.press('Control+,');
  await window.dialog.getByRole('radio', { name: text.settings.textWidths.narrow }).click();
  await window.dialog.getByRole('radio', { name: text.settings.densities.compact }).click();
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
  expect(await widthOf()).toBeLessThan(medium);
  await expect(message(window, 20)).toBeInViewport();
});

test('thinking can be open while it streams, and folds when the answer begins', async ({
  ollama,
  launch,
}) => {
  const { window } = await launch({ settings: { opensThinking: true } });
  await expect(window.composer).toBeFocused();
  ollama.setBehaviour({ kind: 'gated', thinking: ['Let me ', 'see.'], answer: ['Here ', 'it is.'] });
  await window.ask('What?');
  ollama.release(2);
  await expect(window.answer.locator('[data-text=thinking]')).toHaveText('Let me see.');
  ollama.release(1);
  await expect(window.answer).toContainText('Here');
  await expect(window.answer.locator('[data-text=thinking]')).toBeHidden();
  ollama.release(Number.POSITIVE_INFINITY);
  await window.answerThatIs('complete').waitFor();
});

test('a screen reader hears an answer in whole sentences', async ({ ollama, parlor: { window, page } }) => {
  await expect(window.composer).toBeFocused();
  const live = page.locator('[role=status][aria-live=polite]').first();
  ollama.setBehaviour({
    kind: 'gated',
    answer: ['The first is whole. ', 'The second is n', 'ot yet.\n\n```js\nlet x;\n```\n'],
  });
  await window.ask('Tell me');
  await expect(live).toContainText(/^Answer from .+ started\.$/);
  ollama.release(2);
  await expect(live).toHaveText('The first is whole.');
  ollama.release(Number.POSITIVE_INFINITY);
  await window.answerThatIs('complete').waitFor();
  await expect(live).toHaveText(/^The second is not yet\. Code block, js\. Answer complete, \d+ words\.$/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`messages under the keyboard are accessible, ${theme}`, async ({ launch }) => {
    const { window, page } = await launch({ settings: { theme } });
    await expect(window.composer).toBeFocused();
    await window.ask('Show me Markdown');
    await window.answerThatIs('complete').waitFor();
    await page.keyboard.press('Control+Shift+j');
    await expect(window.answer).toBeFocused();
    await look(page, `reading-${theme}`);
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    await look(page, `reading-menu-${theme}`);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });
}

/** Pictures to look at, when somebody asks for them. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['PARLOR_SHOTS'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}
