import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { seedLibrary } from './fixtures/big-library.ts';
import { expect, type Parlor, test } from './fixtures/parlor.ts';

declare const CSS: { readonly highlights: ReadonlyMap<string, Iterable<unknown>> };

const { search } = text;

/** Nothing is pressed before the window listens. */
async function sessions({ window }: Parlor, ...questions: readonly string[]): Promise<void> {
  await expect(window.composer).toBeFocused();
  for (const question of questions) await window.askInNewSession(question);
}

const searchField = (page: Page) => page.getByRole('combobox', { name: search.field });
const results = (page: Page) => page.getByRole('listbox', { name: search.results }).getByRole('option');
const paletteField = (page: Page) => page.getByRole('combobox', { name: search.palette.field });
const palette = (page: Page) => page.getByRole('listbox', { name: search.palette.label });
const switcher = (page: Page) => page.getByRole('listbox', { name: search.switcher.label });
const history = (page: Page) => page.getByRole('listbox', { name: search.history.list });
const active = (list: Locator) => list.getByRole('option', { selected: true });

async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+F');
  await expect(searchField(page)).toBeFocused();
}

/** The session list has its own test. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('nav').analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

test.beforeEach(({ ollama }) => {
  ollama.setBehaviour({ kind: 'answer', answer: 'Yes.' });
});

test('a phrase is marked where signs stand between its words, and a letter however it is typed', async ({
  ollama,
  parlor,
}) => {
  const { window, page } = parlor;
  ollama.setBehaviour({ kind: 'answer', answer: 'First **quagga**, zebra; then the long Straße.' });
  await sessions(parlor, 'Which animals?');
  await window.askInNewSession('Something else');
  const current = () =>
    page.evaluate(() => Array.from(CSS.highlights.get('parlor-current') ?? [], String).join());

  await openSearch(page);
  await page.keyboard.type('"quagga zebra"');
  await expect(results(page).filter({ hasText: 'quagga' }).locator('mark').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(current).toBe('quagga, zebra');

  await openSearch(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('strasse');
  await expect(results(page).filter({ hasText: 'quagga' }).locator('mark').first()).toHaveText('Straße');
  await page.keyboard.press('Enter');
  await expect.poll(current).toBe('Straße');
});

test('search finds words in an answer that was replaced, and lands on them, marked', async ({
  ollama,
  parlor,
}) => {
  const { window, page } = parlor;
  ollama.setBehaviour({ kind: 'answer', answer: 'The old answer speaks of a **quagga**.' });
  await sessions(parlor, 'Which animal?');
  ollama.setBehaviour({ kind: 'answer', answer: 'The new answer speaks of a zebra.' });
  await page.keyboard.press('Control+Shift+R');
  await expect(window.answer).toContainText('zebra');
  await window.answerThatIs('complete').waitFor();
  await window.askInNewSession('Something else');

  await openSearch(page);
  await page.keyboard.type('quagga');
  const hit = results(page).filter({ hasText: 'old answer' });
  await expect(hit.locator('mark')).toHaveText('quagga');
  await page.keyboard.press('Enter');
  await expect(window.answer).toContainText('quagga');
  await expect(window.answer).toBeInViewport();
  await expect
    .poll(() => page.evaluate(() => Array.from(CSS.highlights.get('parlor-current') ?? [], String).join()))
    .toBe('quagga');

  // What was found is still there, and ready to be written over.
  await openSearch(page);
  await expect(hit).toBeVisible();
  await page.keyboard.type('zebra');
  await expect(results(page).filter({ hasText: 'new answer' }).first()).toBeVisible();
  await expect(hit).toHaveCount(0);
});

test('results are walked by arrows, ordered by a key, and left by Escape', async ({ parlor }) => {
  const { window, page } = parlor;
  await sessions(parlor, 'Pears are good', 'Pears are better');
  await openSearch(page);
  await page.keyboard.type('pears');
  await expect(results(page).first()).toContainText('better');
  const list = page.getByRole('listbox', { name: search.results });
  await page.keyboard.press('Control+End');
  await expect(active(list)).toContainText('good');
  await expect(searchField(page)).toHaveAttribute(
    'aria-activedescendant',
    (await active(list).getAttribute('id')) ?? '',
  );
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.press('Alt+r');
  await expect(page.getByRole('button', { name: search.orders.best })).toBeVisible();
  await expect(results(page).first()).toBeVisible();

  await page.keyboard.press('Control+End');
  const last = (await active(list).innerText()).includes('good') ? 'good' : 'better';
  await page.keyboard.press('Enter');
  await expect(window.messages('user').first()).toContainText(last);

  await openSearch(page);
  await page.keyboard.press('Escape');
  await expect(searchField(page)).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(window.composer).toBeFocused();
});

test('filters are put in by buttons, and what was not understood is said', async ({ parlor }) => {
  const { page } = parlor;
  await sessions(parlor, 'Apples');
  await openSearch(page);
  await page.keyboard.type('apples');
  await page.getByRole('button', { name: 'role:', exact: true }).click();
  await expect(searchField(page)).toHaveValue('apples role:');
  await expect(searchField(page)).toBeFocused();
  await page.getByRole('button', { name: 'assistant', exact: true }).click();
  await expect(searchField(page)).toHaveValue('apples role:assistant ');
  await expect(
    page.getByRole('heading', { name: search.nothing.title('apples role:assistant ') }),
  ).toBeVisible();
  await page.getByRole('button', { name: search.nothing.withoutFilters }).click();
  await expect(results(page).first()).toContainText('Apples');

  await searchField(page).fill('apples before:2026-02-30');
  await expect(page.getByText(search.notes['bad-date']('2026-02-30'))).toBeVisible();
});

test('whatever is typed is searched, and never an error', async ({ parlor }) => {
  const { window, page } = parlor;
  await sessions(parlor, 'A "quoted" AND (odd) question');
  await openSearch(page);
  const field = searchField(page);
  for (const query of [
    '"',
    '""',
    '-',
    '*',
    'AND',
    'a OR',
    '(',
    'NEAR(',
    'project:',
    '-project:"',
    ':::',
    '\u200b',
    '%_\\',
  ]) {
    await field.fill(query);
    await expect(window.page.getByText(search.failed)).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await field.fill(`${'word '.repeat(2_000)}`);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await field.fill('"quoted" (odd)');
  await expect(results(page).first()).toContainText('quoted');
  await expect(page.getByText(search.failed)).toHaveCount(0);
});

test('the palette is used by keyboard alone: a session, a command, a project', async ({ parlor }) => {
  const { window, page } = parlor;
  await sessions(parlor, 'Tea with milk', 'Coffee');
  await page.keyboard.press('Control+k');
  await expect(paletteField(page)).toBeFocused();
  await expect(palette(page).getByRole('option').first()).toContainText('Coffee');
  await page.keyboard.type('tea milk');
  await page.keyboard.press('Enter');
  await expect(window.openRow).toContainText('Tea with milk');
  await expect(window.composer).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('>renam');
  await expect(active(palette(page))).toContainText(text.commands['session.rename']);
  await expect(active(palette(page))).toContainText('F2');
  await page.keyboard.press('Enter');
  const title = page.getByRole('textbox', { name: text.header.titleField });
  await expect(title).toBeFocused();
  await title.fill('Tea');
  await page.keyboard.press('Enter');
  await expect(window.openRow).toContainText('Tea');

  // What was used is offered first the next time.
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByText(text.commands['session.rename'])).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(active(palette(page))).not.toContainText('Coffee');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Keys pressed right behind are the palette's, however busy the window is.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('zzzz');
  await expect(paletteField(page)).toHaveValue('zzzz');
  await page.keyboard.press('Enter');
  await expect(searchField(page)).toHaveValue('zzzz');
});

test('Ctrl+Tab walks through the sessions used last while it is held', async ({ launch }) => {
  const parlor = await launch();
  const { window, page } = parlor;
  await sessions(parlor, 'one', 'two', 'three');

  // A quick one goes to the session before, and back again.
  await page.keyboard.press('Control+Tab');
  await expect(window.openRow).toContainText('two');
  await page.keyboard.press('Control+Tab');
  await expect(window.openRow).toContainText('three');

  await page.keyboard.down('Control');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(switcher(page)).toBeVisible();
  await expect(active(switcher(page))).toContainText('one');
  await expect(window.openRow).toContainText('three');
  await page.keyboard.press('Shift+Tab');
  await expect(active(switcher(page))).toContainText('two');
  await page.keyboard.press('Escape');
  await expect(switcher(page)).toBeHidden();
  await page.keyboard.up('Control');
  await expect(window.openRow).toContainText('three');

  await page.keyboard.down('Control');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.up('Control');
  await expect(window.openRow).toContainText('one');
  await parlor.quit();

  // Who was before whom is kept, and what is gone is passed over.
  const again = await launch();
  await expect(again.window.openRow).toContainText('one');
  await expect(again.window.composer).toBeFocused();
  await again.window.sessionRow('three').press('Delete');
  await expect(again.window.sessionRow('three')).toHaveCount(0);
  await again.page.keyboard.press('Control+Tab');
  await expect(again.window.openRow).toContainText('two');
});

test('history lists all sessions by day, filters by title and opens', async ({ parlor }) => {
  const { window, page } = parlor;
  await sessions(parlor, 'Plums', 'Cherries');
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('combobox', { name: search.history.field })).toBeFocused();
  await expect(history(page).getByText(search.history.today, { exact: true })).toBeVisible();
  await expect(active(history(page))).toContainText('Cherries');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(window.messages('user').first()).toContainText('Plums');
  await expect(window.composer).toBeFocused();

  await page.keyboard.press('Control+l');
  await page.keyboard.type('cherr');
  await page.keyboard.press('Enter');
  await expect(window.messages('user').first()).toContainText('Cherries');
  await page.keyboard.press('Control+l');
  await page.keyboard.type('no such');
  await expect(page.getByText(search.history.nothing('no such'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(history(page).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(window.composer).toBeFocused();
});

for (const theme of ['light', 'dark'] as const) {
  test(`search, palette, switcher and history are accessible, ${theme}`, async ({ launch }) => {
    const parlor = await launch({ settings: { theme } });
    const { page } = parlor;
    await sessions(parlor, 'Oranges and lemons', 'Lemons');
    await openSearch(page);
    await expectAccessible(page);
    await page.keyboard.type('lemons unknown:x');
    await expect(page.getByText(search.notes['unknown-filter']('unknown:x'))).toBeVisible();
    await expectAccessible(page);
    await searchField(page).fill('lemons');
    await expect(results(page).first()).toBeVisible();
    await expectAccessible(page);

    await page.keyboard.press('Control+l');
    await expect(history(page).getByRole('option').first()).toBeVisible();
    await expectAccessible(page);

    await page.keyboard.press('Control+k');
    await expect(palette(page).getByRole('option').first()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await page.keyboard.down('Control');
    await page.keyboard.press('Tab');
    await expect(switcher(page)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.up('Control');
  });
}

test('in a library of 100,000 sessions palette, history and search answer at once, and lists have no end of rows', async ({
  folder,
  launch,
}) => {
  test.setTimeout(180_000);
  seedLibrary(folder, { sessions: 100_000, projects: 5 });
  const { window, page } = await launch();
  await expect(window.composer).toBeFocused();

  const opened = Date.now();
  await page.keyboard.press('Control+k');
  await expect(paletteField(page)).toBeFocused();
  test.info().annotations.push({ type: 'palette opened, ms', description: String(Date.now() - opened) });
  const typed = Date.now();
  await page.keyboard.type('session 77777');
  await expect(palette(page).getByRole('option', { name: 'Session 77777', exact: true })).toBeVisible();
  test.info().annotations.push({ type: '13 letters found, ms', description: String(Date.now() - typed) });
  await page.keyboard.press('Enter');
  await expect(window.messages('user').first()).toContainText('What was question 77777 about?');

  await page.keyboard.press('Control+l');
  await expect(active(history(page))).toContainText('Session 100000');
  for (let press = 0; press < 200; press += 1) await page.keyboard.press('PageDown');
  await expect(active(history(page))).toBeInViewport();
  const last = await active(history(page)).innerText();
  expect(Number(/Session (\d+)/.exec(last)?.[1])).toBeLessThan(99_000);
  expect(await history(page).getByRole('option').count()).toBeLessThan(80);

  await openSearch(page);
  await searchField(page).fill('in:title session');
  await expect(results(page).first()).toBeVisible();
  const list = page.getByRole('listbox', { name: search.results });
  for (let press = 0; press < 60; press += 1) await page.keyboard.press('PageDown');
  await expect(active(list)).toBeInViewport();
  expect(await results(page).count()).toBeLessThan(80);
  await expect(page.getByRole('status').filter({ hasText: '1,000+ hits' })).toBeVisible();
});
