import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';
import type { ParlorWindow } from './pages/parlor-window.ts';

const { statistics } = text;

function viewOf(page: Page): Locator {
  return page.getByRole('region', { name: statistics.label, exact: true });
}

/** The value of a tile. */
function tile(page: Page, label: string): Locator {
  return viewOf(page).locator('dl > div').filter({ hasText: label }).locator('dd');
}

async function exchange(window: ParlorWindow, question: string, answers: number): Promise<void> {
  await window.ask(question);
  await expect(window.transcript.locator('article[data-role=assistant][data-status=complete]')).toHaveCount(
    answers,
  );
}

async function openStatistics(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+S');
  await expect(page.getByRole('heading', { name: statistics.label, level: 1 })).toBeFocused();
}

/** The sidebar around it is looked at in accessibility.spec.ts. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('main').setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

function chooseInSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
}

test('counts the exchanges just made, of the session and of everything', async ({
  parlor: { window, page },
}) => {
  await expect(window.composer).toBeFocused();
  await openStatistics(page);
  await expect(page.getByRole('heading', { name: statistics.empty.all })).toBeVisible();
  await page.keyboard.press('Escape');

  await exchange(window, 'What is tea?', 1);
  await exchange(window, 'And coffee?', 2);
  await window.newSession();
  await exchange(window, 'Another matter', 1);

  await openStatistics(page);
  await expect(tile(page, statistics.tiles.messages)).toHaveText('6');
  await expect(tile(page, statistics.tiles.answers)).toHaveText('3');
  await expect(tile(page, statistics.tiles.sessions)).toHaveText('2');
  await expect(tile(page, statistics.tiles.replyTokens)).not.toHaveText('0');

  await page.getByRole('radio', { name: statistics.scopes.session }).focus();
  await page.keyboard.press('Space');
  await expect(tile(page, statistics.tiles.messages)).toHaveText('2');
  await page.getByRole('radio', { name: statistics.scopes.inbox }).click();
  await expect(tile(page, statistics.tiles.messages)).toHaveText('6');
});

test('shows tables beside the pictures, and walks the days by keyboard', async ({
  parlor: { window, page },
}) => {
  await expect(window.composer).toBeFocused();
  await exchange(window, 'What is tea?', 1);
  await openStatistics(page);

  const activity = page.getByRole('region', { name: statistics.activity.title, exact: true });
  const today = activity.locator('[role=gridcell][tabindex="0"]');
  await expect(today).toHaveAccessibleName(/2 messages/);
  await today.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(activity.locator('[role=gridcell]:focus')).toHaveAccessibleName(/0 messages/);
  await page.keyboard.press('ArrowRight');
  await expect(today).toBeFocused();

  const speed = page.getByRole('region', { name: statistics.speed.title, exact: true });
  await expect(speed.getByRole('img')).toBeVisible();
  const toggle = speed.getByRole('button', { name: statistics.showTable });
  await toggle.focus();
  await page.keyboard.press('Enter');
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expect(speed.getByRole('cell', { name: 'parlor-demo:latest' })).toBeVisible();
  await expect(speed.getByRole('img')).toHaveCount(0);
});

test('opens one of the longest sessions', async ({ parlor: { window, page } }) => {
  await expect(window.composer).toBeFocused();
  await exchange(window, 'What is tea?', 1);
  await exchange(window, 'And coffee?', 2);
  await window.newSession();
  await exchange(window, 'Another matter', 1);

  await openStatistics(page);
  const longest = page.getByRole('table', { name: statistics.longest.title });
  await longest.getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(viewOf(page)).toBeHidden();
  await expect(window.messages('user').first()).toContainText('What is tea?');
});

test('saves a table as CSV and a picture as PNG', async ({ folder, parlor: { window, page, app } }) => {
  await expect(window.composer).toBeFocused();
  await exchange(window, 'What is tea?', 1);
  await openStatistics(page);

  const csvPath = join(folder, 'models.csv');
  await chooseInSaveDialog(app, csvPath);
  await page.getByRole('button', { name: statistics.saveTableOf(statistics.models.title) }).click();
  await expect(page.getByText(csvPath)).toBeVisible();
  const csv = await readFile(csvPath, 'utf8');
  expect(csv).toContain(`${statistics.columns.model},${statistics.columns.answers}`);
  expect(csv).toContain('parlor-demo:latest,1,1,');

  for (const [index, title] of [statistics.models.title, statistics.activity.title].entries()) {
    const pngPath = join(folder, `picture${index}.png`);
    await chooseInSaveDialog(app, pngPath);
    await page.getByRole('button', { name: statistics.savePictureOf(title) }).click();
    await expect(page.getByText(pngPath)).toBeVisible();
    const png = await readFile(pngPath);
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    // Twice the pixels of the screen.
    expect(png.readUInt32BE(16)).toBeGreaterThan(1_900);
  }
});

for (const theme of ['light', 'dark'] as const) {
  test(`is accessible, ${theme}`, async ({ parlor: { window, page } }) => {
    await expect(window.composer).toBeFocused();
    await page.keyboard.press('Control+,');
    await window.dialog.getByRole('radio', { name: text.settings.themes[theme] }).click();
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();
    await openStatistics(page);
    await expect(page.getByRole('heading', { name: statistics.empty.all })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await exchange(window, 'What is tea?', 1);

    await openStatistics(page);
    await expect(page.getByRole('region', { name: statistics.models.title })).toBeVisible();
    await expectAccessible(page);
    for (const toggle of await page.getByRole('button', { name: statistics.showTable }).all())
      await toggle.click();
    await expectAccessible(page);
  });
}
