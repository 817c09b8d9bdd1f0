import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { seedLibrary } from './fixtures/big-library.ts';
import { expect, test } from './fixtures/parlor.ts';

interface Frames {
  readonly count: number;
  /** Frames in which a part of the list's view showed no row, or only that rows are being read. */
  readonly blank: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly largestMs: number;
  /** How far the list was scrolled, in CSS pixels. */
  readonly distance: number;
  readonly mostRows: number;
}

/** Plain JavaScript, as it runs in the window. */
const watchFrames = readFileSync(new URL('./fixtures/watch-frames.js', import.meta.url), 'utf8');

/** What the window looks at in every frame while `action` goes on. */
async function framesDuring(page: Page, action: () => Promise<void>): Promise<Frames> {
  await page.evaluate(watchFrames);
  await action();
  return page.evaluate<Frames>('window.stopWatching()');
}

test('a library of 100,000 sessions scrolls without a blank frame', async ({ folder, launch }) => {
  test.setTimeout(180_000);
  seedLibrary(folder, { sessions: 100_000, projects: 5 });
  const { page, window } = await launch();
  await expect(window.composer).toBeFocused();
  await expect(window.sessionRow('Session 100000')).toBeVisible();

  const byWheel = await framesDuring(page, async () => {
    await window.sessionRow('Session 99000').hover();
    for (let turn = 0; turn < 300; turn += 1) await page.mouse.wheel(0, 400);
  });
  const upAgain = await framesDuring(page, async () => {
    for (let turn = 0; turn < 100; turn += 1) await page.mouse.wheel(0, -400);
  });
  await page.keyboard.press('Control+Shift+L');
  await expect(window.sidebar.locator('[data-roving]:focus')).toHaveCount(1);
  const byKeys = await framesDuring(page, async () => {
    for (let press = 0; press < 300; press += 1) await page.keyboard.press('PageDown');
  });
  for (const [name, frames] of Object.entries({ byWheel, upAgain, byKeys })) {
    test.info().annotations.push({ type: name, description: JSON.stringify(frames) });
    expect(frames.blank, name).toBe(0);
    expect(frames.distance, name).toBeGreaterThan(10_000);
    expect(frames.mostRows, name).toBeLessThan(60);
  }
  await expect(window.sidebar.locator('[data-roving]:focus')).toHaveCount(1);
});

test('the end of a list of 100,000 sessions that is being read becomes the session that was read', async ({
  folder,
  launch,
}) => {
  test.setTimeout(120_000);
  seedLibrary(folder, { sessions: 100_000, projects: 0 });
  const { page, window } = await launch();
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+Shift+L');
  const focused = window.sidebar.locator('[data-roving]:focus');
  await expect(focused).toHaveCount(1);
  for (let press = 0; press < 3; press += 1) {
    await page.keyboard.press('End');
    await expect(window.sidebar.locator('[data-session]:focus')).toBeInViewport({ ratio: 1 });
  }
  await page.keyboard.press('Control+a');
  const status = page.getByRole('toolbar', { name: text.library.selection.label }).getByRole('status');
  // The next page may arrive meanwhile: it is not selected, and that is said.
  await expect(status).toHaveText(/the list goes on/);
});

test('in a library of 100,000 sessions a letter leads to the next title, and a fold to the next section', async ({
  folder,
  launch,
}) => {
  test.setTimeout(120_000);
  seedLibrary(folder, { sessions: 100_000, projects: 5 });
  const { page, window } = await launch();
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+Shift+L');
  await expect(window.sidebar.locator('[data-roving]:focus')).toHaveCount(1);
  await page.keyboard.press('ArrowLeft');
  await expect(window.section(text.library.pinned)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(window.section(text.library.pinned)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowDown');
  await expect(window.section('Project 1')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('session 999');
  await expect(window.sidebar.locator(':focus')).toContainText('Session 999');
  await page.keyboard.press('ArrowLeft');
  await expect(window.section('Project 1')).toBeFocused();
});
