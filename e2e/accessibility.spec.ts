import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { failures } from '#demo-server/behaviours.ts';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';
import type { ParlorWindow } from './pages/parlor-window.ts';

/** No serious or critical problem, whatever is shown. */
async function expectAccessible(page: Page): Promise<void> {
  // Playwright drives one page only; axe's frames need a second one, which Electron does not open.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

async function setTheme(page: Page, window: ParlorWindow, theme: 'light' | 'dark'): Promise<void> {
  await page.keyboard.press('Control+,');
  await window.dialog.getByRole('radio', { name: text.settings.themes[theme] }).click();
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
}

for (const theme of ['light', 'dark'] as const) {
  test(`every view is accessible, ${theme}`, async ({ ollama, parlor: { window, page } }) => {
    await expect(window.composer).toBeFocused();
    await setTheme(page, window, theme);
    await expectAccessible(page);

    await window.ask('Show me Markdown');
    await window.answerThatIs('complete').waitFor();
    await expectAccessible(page);

    ollama.setBehaviour({ kind: 'stall', after: 2, thinking: 'Hm.', answer: ['Once ', 'upon ', 'a time'] });
    await window.ask('A story');
    await expect(window.answer).toContainText('Once');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await window.answerThatIs('stopped').waitFor();

    ollama.setBehaviour(failures.failed('model requires more system memory'));
    await window.ask('And now?');
    await window.answerThatIs('failed').waitFor();
    await expectAccessible(page);

    const dialogKeys = [
      ...['Control+,', 'Control+Shift+P', 'Control+/', 'Control+Shift+N', 'Control+Shift+E'],
      ...['Control+Shift+O', 'Control+Shift+G', 'Control+i'],
    ];
    for (const keys of dialogKeys) {
      await page.keyboard.press(keys);
      await expect(window.dialog).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(window.dialog).toBeHidden();
    }

    await page.keyboard.press('Control+Shift+M');
    await page.getByRole('option').first().waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('option')).toHaveCount(0);

    await page.keyboard.press('Control+Shift+L');
    await expect(window.openRow).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(window.openRow).toBeFocused();
    await page.keyboard.press('Space');
    await expect(window.selectedRows).toHaveCount(1);
    await expectAccessible(page);

    await page.keyboard.press('Control+Shift+Backspace');
    await page.getByRole('button', { name: text.common.undo }).waitFor();
    await expectAccessible(page);
  });
}

test('without Ollama the window is accessible too', async ({ launch }) => {
  const { page } = await launch({ ollamaHost: 'http://127.0.0.1:9' });
  await page.getByRole('button', { name: text.empty.demo }).waitFor();
  await expectAccessible(page);
});

test('the end of an answer is announced in a sentence, its words are not', async ({ ollama, parlor }) => {
  const { window, page } = parlor;
  ollama.setBehaviour({ kind: 'gated', answer: ['One ', 'two ', 'three'] });
  await window.ask('Count');
  ollama.release(2);
  await expect(window.answer).toContainText('One two');
  const live = page.locator('[aria-live=polite]').filter({ hasText: text.reading.complete('3', 3) });
  await expect(live).toHaveCount(0);
  ollama.release(Number.POSITIVE_INFINITY);
  await expect(live).toHaveCount(1);
  expect(await page.locator('[aria-live] article, article[aria-live]').count()).toBe(0);
});
