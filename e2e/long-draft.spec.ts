import type { Page } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';

const line = 'Some words of a long text, with a mistaek.\n';
const lines = Math.ceil(5_000_000 / line.length);
const words = text.writing.long;

/** As a paste does it: all at once. Playwright's `fill` inserts line by line, which takes Chromium minutes. */
function writeLongDraft(page: Page, repeated = line, times = lines): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const field = document.activeElement;
    const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    const began = performance.now();
    set.call(field, ${JSON.stringify(repeated)}.repeat(${times}));
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - began;
  })()`);
}

interface Waits {
  readonly median: number;
  readonly slowest: number;
}

/** Real key presses; from each event until its letter is drawn, in milliseconds. */
async function typeAndMeasure(page: Page, presses: number): Promise<Waits> {
  await page.evaluate(`(() => {
    const isListening = window.keyWaits !== undefined;
    window.keyWaits = [];
    if (isListening) return;
    document.activeElement.addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => window.keyWaits.push(performance.now() - timeStamp)));
    });
  })()`);
  for (let press = 1; press <= presses; press += 1) {
    await page.keyboard.press('x');
    const count = () => page.evaluate<number>('window.keyWaits.length');
    await expect.poll(count, { intervals: [5] }).toBe(press);
  }
  const waits = await page.evaluate<number[]>('window.keyWaits.slice().sort((a, b) => a - b)');
  return { median: waits[Math.floor(waits.length / 2)] ?? 0, slowest: waits.at(-1) ?? 0 };
}

test(
  '5 MB of text leave the field fluid, wherever one writes in it',
  { tag: '@timed' },
  async ({ ollama, parlor: { window, page } }, info) => {
    ollama.setBehaviour({ kind: 'answer', answer: ['Read.'] });
    await expect(window.composer).toBeFocused();
    const setMs = await writeLongDraft(page);
    await expect(page.getByText(/about [\d,]+ tokens/)).toBeVisible();
    const figures = [`set ${setMs.toFixed(0)} ms`];
    for (const [place, key] of [
      ['end', 'Control+End'],
      ['beginning', 'Control+Home'],
      ['next part', 'none'],
    ] as const) {
      if (key === 'none') await page.getByRole('button', { name: words.next }).click();
      else await page.keyboard.press(key);
      await window.composer.focus();
      const { median, slowest } = await typeAndMeasure(page, 30);
      figures.push(`${place}: median ${median.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms`);
      expect(median, place).toBeLessThan(50);
    }

    const began = Date.now();
    await page.keyboard.press('Enter');
    await expect(window.messages('user')).toHaveCount(1);
    figures.push(`sent and shown after ${Date.now() - began} ms`);
    await window.answerThatIs('complete').waitFor();
    await expect(window.composer).toHaveValue('');
    await expect(page.getByText(words.previous)).toHaveCount(0);
    const sent = ollama.requests.findLast(({ path }) => path === '/api/chat');
    info.annotations.push({ type: 'figures', description: figures.join('; ') });
    expect(JSON.stringify(sent?.body).length).toBeGreaterThan(5_000_000);
  },
);

test('a paste of 5 MB is in the field at once, an attachment when wanted, and text again', async ({
  parlor: { window, page, app },
}) => {
  const long = line.repeat(lines);
  await app.evaluate(({ clipboard }, pasted) => clipboard.writeText(pasted), long);
  await window.composer.fill('See: . Thanks.');
  await page.keyboard.press('Home');
  for (let step = 0; step < 'See: '.length; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+v');
  await expect(page.getByText(/^Part \d+ of/)).toBeVisible();
  await expect(window.composer).toHaveValue(/\n\. Thanks\.$/);
  await page.keyboard.type('Well');
  await expect(window.composer).toHaveValue(/\nWell\. Thanks\.$/);
  await page.getByRole('button', { name: text.writing.paste.attach }).click();
  await expect(window.composer).toHaveValue('See: Well. Thanks.');
  const files = page.getByRole('list', { name: text.attachments.inDraft });
  await expect(files).toContainText(text.writing.paste.fileName);
  await page.getByRole('button', { name: text.writing.paste.undo }).click();
  await expect(files).toBeHidden();
  await expect(page.getByText(/^Part \d+ of/)).toBeVisible();
  await expect(window.composer).toHaveValue(/\nWell\. Thanks\.$/);
});

test('keys lead from part to part, and what is changed in one is kept', async ({ launch }) => {
  const first = await launch();
  const { window, page } = first;
  await expect(window.composer).toBeFocused();
  await writeLongDraft(page);
  await page.keyboard.press('Control+Home');
  await expect(page.getByRole('button', { name: words.previous })).toBeDisabled();
  await page.keyboard.type('First. ');
  await page.keyboard.press('Control+End');
  await expect(page.getByRole('button', { name: words.next })).toBeDisabled();
  await page.keyboard.type('Last.');
  await expect(window.composer).toHaveValue(/Last\.$/);
  await page.getByRole('button', { name: words.previous }).click();
  await expect(page.getByRole('button', { name: words.next })).toBeEnabled();
  await expect(window.composer).toBeFocused();
  await page.keyboard.type('Inside. ');
  await page.keyboard.press('ArrowDown');
  await window.composer.blur();
  await first.quit();

  const again = await launch();
  await expect(again.window.composer).toHaveValue(/Last\.$/);
  await again.window.composer.focus();
  await again.page.keyboard.press('Control+Home');
  await expect(again.window.composer).toHaveValue(/^First\. Some words/);
});

test('Ctrl+A takes all of it, what is not shown too: to copy, to replace, to cut', async ({
  parlor: { app, window, page },
}) => {
  const clipboard = () => app.evaluate((electron) => electron.clipboard.readText());
  await expect(window.composer).toBeFocused();
  await writeLongDraft(page, line, 3_000);
  await expect(page.getByText(/^Part \d+ of/)).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(words.allSelected)).toBeVisible();
  await page.keyboard.press('Control+c');
  await expect.poll(clipboard).toBe(line.repeat(3_000));

  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(words.allSelected)).toBeHidden();
  await page.keyboard.type('!');
  await expect(page.getByText(/^Part \d+ of/)).toBeVisible();

  await page.keyboard.press('Control+a');
  await page.keyboard.press('N');
  await expect(window.composer).toHaveValue('N');
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Part \d+ of/)).toBeVisible();
  await page.keyboard.press('Control+Home');
  await expect(window.composer).toHaveValue(/^Some words/);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect.poll(async () => (await clipboard()).length).toBe(line.length * 3_000 + 1);

  await writeLongDraft(page, line, 3_000);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  await expect(window.composer).toHaveValue('');
  await expect.poll(clipboard).toBe(line.repeat(3_000));
});

test('a draft that grows beyond a part, or shrinks into one, leaves the caret where one writes', async ({
  parlor: { window, page },
}) => {
  await expect(window.composer).toBeFocused();
  await writeLongDraft(page, 'Twenty letters here\n', 5_000);
  const part = page.getByRole('status').filter({ hasText: /^Part \d/ });
  await expect(part).toBeHidden();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('First words. ');
  await expect(part).toBeVisible();
  await expect(window.composer).toHaveValue(/^First words\. Twenty/);
  for (let letter = 0; letter < 'First words. '.length; letter += 1) await page.keyboard.press('Backspace');
  await expect(part).toBeHidden();
  await page.keyboard.type('Begun. ');
  await expect(window.composer).toHaveValue(/^Begun\. Twenty/);
});
