import type { Page } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';
import { longConversation, seedSessions } from './fixtures/seeded-session.ts';
import { gapBelow, settled } from './fixtures/settled.ts';
import type { ParlorWindow } from './pages/parlor-window.ts';

// Functions given to `evaluate` run in the page; the tests themselves are compiled without a DOM.
declare const requestAnimationFrame: (run: (now: number) => void) => number;
declare const document: { querySelector(selector: string): PageElement | null };
declare const ResizeObserver: new (seen: () => void) => { observe(box: object): void; disconnect(): void };
declare const CSS: { readonly highlights: ReadonlyMap<string, Iterable<unknown>> };

interface PageElement {
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly offsetHeight: number;
  readonly style: { minHeight: string };
  getBoundingClientRect(): { readonly top: number; readonly bottom: number; readonly height: number };
  closest(selector: string): PageElement | null;
  click(): void;
}

const longId = '00000000aa';
const shortId = '00000000bb';
const all = Number.POSITIVE_INFINITY;

/** Where a message stands below the top of the view, in pixels. */
function topOf({ transcript }: ParlorWindow, id: string): Promise<number> {
  return transcript.evaluate((box, messageId) => {
    const row = box.querySelector(`[data-message="${messageId}"]`);
    return (row?.getBoundingClientRect().top ?? Number.NaN) - box.getBoundingClientRect().top;
  }, id);
}

/** The message in the middle of the view. */
function messageInView({ transcript }: ParlorWindow): Promise<string> {
  return transcript.evaluate((box) => {
    const view = box.getBoundingClientRect();
    const rows = Array.from<PageElement>(box.querySelectorAll('[data-message]'));
    const row = rows.find((each) => each.getBoundingClientRect().bottom > view.top + view.height / 2);
    return row?.dataset['message'] ?? '';
  });
}

/** Goes up by the keyboard until a message above the one with this number is in view. */
async function pageUpTo(window: ParlorWindow, number: number): Promise<void> {
  await window.transcript.focus();
  await expect
    .poll(
      async () => {
        await window.page.keyboard.press('PageUp');
        return Number((await messageInView(window)).split('-')[1]);
      },
      { intervals: [0], timeout: 30_000 },
    )
    .toBeLessThan(number);
  await settled(window);
}

interface Frames {
  /** In each frame, how many pixels of the view nothing covers. */
  readonly uncovered: readonly number[];
  /** Frames in which the line about messages to come was in view: the view had come to the end of what was loaded. */
  readonly waiting: number;
  readonly intervalsMs: readonly number[];
  /** Different messages seen. */
  readonly rows: number;
}

/** Looks at every frame until `stop` is called. */
async function watchFrames({ page, transcript }: ParlorWindow): Promise<{ stop: () => Promise<Frames> }> {
  await transcript.evaluate((box) => {
    const frames = {
      uncovered: [] as number[],
      waiting: 0,
      intervalsMs: [] as number[],
      rows: 0,
      isOver: false,
    };
    const seen = new Set<string>();
    let last = performance.now();
    const look = (now: number) => {
      frames.intervalsMs.push(now - last);
      last = now;
      const view = box.getBoundingClientRect();
      // Between two messages there is a gap of 24 px, and there are margins at both ends.
      let covered = view.top;
      let holes = 0;
      let isWaiting = false;
      for (const row of box.querySelectorAll('[data-message], [data-page-line]')) {
        const { top, bottom } = row.getBoundingClientRect();
        if (bottom <= view.top || top >= view.bottom) continue;
        if (row.dataset['message'] === undefined) isWaiting = true;
        else seen.add(row.dataset['message']);
        holes += Math.max(0, top - covered - 60);
        covered = Math.max(covered, bottom);
      }
      frames.uncovered.push(holes + Math.max(0, view.bottom - covered - 60));
      frames.rows = seen.size;
      if (isWaiting) frames.waiting += 1;
      if (!frames.isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(globalThis, { watchedFrames: frames });
  });
  return {
    stop: () =>
      page.evaluate(() => {
        const { watchedFrames } = globalThis as unknown as { watchedFrames: Frames & { isOver: boolean } };
        watchedFrames.isOver = true;
        return watchedFrames;
      }),
  };
}

/** A figure for the report of the run. */
function measured(description: string): void {
  test.info().annotations.push({ type: 'measured', description });
}

async function mark(page: Page, highlight: string): Promise<string> {
  return page.evaluate((name) => Array.from(CSS.highlights.get(name) ?? [], String).join('|'), highlight);
}

test('scrolling up a long session by keys and wheel shows no blank frame and keeps few rows', async ({
  folder,
  launch,
}) => {
  seedSessions(folder, [{ id: longId, title: 'Long', messages: longConversation(10_000) }]);
  const { window, page } = await launch();
  await expect(window.composer).toBeFocused();
  // On a message that will be dropped: the keyboard must not go with it.
  await window.answer.focus();
  await settled(window);
  const frames = await watchFrames(window);
  for (let press = 0; press < 120; press++) await page.keyboard.press('PageUp');
  await window.transcript.hover();
  for (let turn = 0; turn < 150; turn++) await page.mouse.wheel(0, -400);
  await settled(window);
  const up = await frames.stop();
  expect(up.rows).toBeGreaterThan(150);
  expect(Math.max(...up.uncovered)).toBe(0);
  expect(await window.transcript.locator('article').count()).toBeLessThanOrEqual(125);
  await expect(page.getByRole('button', { name: text.chat.jumpToLatest })).toBeVisible();
  await expect(window.transcript).toBeFocused();

  const back = await watchFrames(window);
  for (let press = 0; press < 60; press++) await page.keyboard.press('PageDown');
  await settled(window);
  const down = await back.stop();
  expect(Math.max(...down.uncovered)).toBe(0);
  const intervals = [...up.intervalsMs, ...down.intervalsMs].toSorted((one, other) => one - other);
  const at = (share: number) => intervals[Math.floor((intervals.length - 1) * share)]?.toFixed(1);
  measured(`frames, ms: median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)}`);
  measured(
    `up: ${up.rows} messages in ${up.intervalsMs.length} frames, ${up.waiting} of them waiting for a page`,
  );
  measured(`down: ${down.rows} in ${down.intervalsMs.length}, ${down.waiting} waiting`);

  await page.keyboard.press('End');
  await expect.poll(() => gapBelow(window)).toBeLessThanOrEqual(2);
  await expect(window.answer).toContainText('Answer 10000.');
  await expect(window.transcript).toBeFocused();
});

test('what is read stays where it is when older and newer messages are loaded', async ({
  folder,
  launch,
}) => {
  seedSessions(folder, [{ id: longId, title: 'Long', messages: longConversation(2_000) }]);
  const { window } = await launch();
  await expect(window.composer).toBeFocused();
  await settled(window);
  const moves: number[] = [];
  for (let round = 0; round < 12; round++) {
    // One move of the view; every load that follows has to leave it alone.
    await window.transcript.evaluate(
      (box, share) => {
        box.scrollTop = box.scrollTop * share;
      },
      round % 3 === 2 ? 0 : 0.5,
    );
    const [id, before] = await window.transcript.evaluate((box) => {
      const view = box.getBoundingClientRect();
      const rows = Array.from<PageElement>(box.querySelectorAll('[data-message]'));
      const row = rows.find((each) => each.getBoundingClientRect().bottom > view.top + view.height / 2);
      return [row?.dataset['message'] ?? '', (row?.getBoundingClientRect().top ?? 0) - view.top] as const;
    });
    await settled(window);
    moves.push(Math.abs((await topOf(window, id)) - before));
  }
  measured(`largest move while loading: ${Math.max(...moves)} px`);
  expect(Math.max(...moves)).toBeLessThanOrEqual(1);

  // A picture or coloured code above what is seen gets its height late.
  const id = await messageInView(window);
  const before = await topOf(window, id);
  await window.transcript.evaluate((box) => {
    const row = box.querySelector('[data-message]');
    if (row !== null) row.style.minHeight = `${row.offsetHeight + 333}px`;
  });
  await settled(window);
  expect(Math.abs((await topOf(window, id)) - before)).toBeLessThanOrEqual(1);
  expect(Number((await messageInView(window)).split('-')[1])).toBeLessThan(1_900);
});

test('the view follows an answer within 2 px, lets go when one scrolls up, and finds the end from far above', async ({
  folder,
  launch,
  ollama,
}) => {
  seedSessions(folder, [{ id: longId, title: 'Long', messages: longConversation(1_000) }]);
  const pieces = Array.from(
    { length: 400 },
    (_, line) => `Line ${line + 1} of the answer.${line % 4 === 3 ? '\n\n' : ' '}`,
  );
  ollama.setBehaviour({ kind: 'gated', answer: pieces });
  const { window, page } = await launch();
  await window.ask('Many lines');
  await expect(window.answerThatIs('streaming')).toBeVisible();
  const gaps = window.transcript.evaluate(
    (box) =>
      new Promise<number[]>((resolve) => {
        const found: number[] = [];
        // As the frame is painted: an observer of sizes has its turn after the frame's scripts, and after those that were there before it.
        const look = () => {
          const seen = new ResizeObserver(() => {
            seen.disconnect();
            found.push(box.scrollHeight - box.scrollTop - box.clientHeight);
            if (box.textContent?.includes('Line 200 ')) resolve(found);
            else requestAnimationFrame(look);
          });
          seen.observe(box);
        };
        requestAnimationFrame(look);
      }),
  );
  for (let piece = 0; piece < 100; piece++) {
    ollama.release(2);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const followed = await gaps;
  measured(`gap while following: ${Math.max(...followed)} px in ${followed.length} frames`);
  expect(Math.max(...followed)).toBeLessThanOrEqual(2);

  await pageUpTo(window, 850);
  const id = await messageInView(window);
  const before = await topOf(window, id);
  ollama.release(100);
  await settled(window);
  expect(Math.abs((await topOf(window, id)) - before)).toBeLessThanOrEqual(1);
  await page.getByRole('button', { name: text.chat.jumpToLatest }).click();
  await expect(window.answer).toContainText('Line 300 ');
  await expect.poll(() => gapBelow(window)).toBeLessThanOrEqual(2);
  ollama.release(all);
  await expect(window.answerThatIs('complete')).toContainText('Line 400 ');
  await expect.poll(() => gapBelow(window)).toBeLessThanOrEqual(2);
});

test('a question asked from far above follows the end of the session', async ({ folder, launch, ollama }) => {
  seedSessions(folder, [{ id: longId, title: 'Long', messages: longConversation(1_000) }]);
  ollama.setBehaviour({ kind: 'answer', answer: 'Here.' });
  const { window } = await launch();
  await expect(window.composer).toBeFocused();
  await pageUpTo(window, 800);
  await expect(window.transcript.getByText('Answer 1000.')).toHaveCount(0);
  await window.ask('Where am I?');
  await expect(window.answerThatIs('complete')).toContainText('Here.');
  await expect(window.transcript.getByText('Answer 1000.')).toBeAttached();
  await expect.poll(() => gapBelow(window)).toBeLessThanOrEqual(2);
});

test('the place in a long session is kept while fifteen others are read, and when the page is loaded again', async ({
  folder,
  launch,
}) => {
  const others = Array.from({ length: 15 }, (_, index) => ({
    id: (0xcc + index).toString(16).padStart(10, '0'),
    title: `Other ${index}.`,
    messages: longConversation(30),
  }));
  seedSessions(folder, [...others, { id: longId, title: 'Long', messages: longConversation(3_000) }]);
  const { window, page } = await launch();
  await expect(window.composer).toBeFocused();
  await pageUpTo(window, 2_800);
  const id = await messageInView(window);
  const before = await topOf(window, id);

  for (const { title, id: otherId } of others) {
    await window.sessionRow(title).click();
    await expect(window.transcript.locator(`[data-message="${otherId}-30"]`)).toBeVisible();
  }
  await window.sessionRow('Long').click();
  await expect(window.transcript.locator(`[data-message="${id}"]`)).toBeVisible();
  await settled(window);
  expect(Math.abs((await topOf(window, id)) - before)).toBeLessThanOrEqual(1);

  await page.reload();
  await expect(window.transcript.locator(`[data-message="${id}"]`)).toBeVisible();
  await settled(window);
  expect(Math.abs((await topOf(window, id)) - before)).toBeLessThanOrEqual(1);
});

test('find goes through messages that are not loaded, marks them, and gives the keyboard back', async ({
  folder,
  launch,
}) => {
  const messages = longConversation(2_000).map((content, index) =>
    [100, 1_000, 1_998].includes(index) ? `${content}\n\nA Crème brûlée, and creme BRULEE again.` : content,
  );
  seedSessions(folder, [{ id: longId, title: 'Long', messages }]);
  const { window, page } = await launch();
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: text.chat.find.label });
  const field = bar.getByRole('textbox', { name: text.chat.find.field });
  await expect(field).toBeFocused();
  await field.fill('creme brul');
  await expect(bar).toContainText(text.chat.find.count('6', '6'));
  await expect.poll(() => mark(page, 'parlor-current')).toBe('creme BRUL');
  await page.keyboard.press('Shift+Enter');
  await expect(bar).toContainText(text.chat.find.count('5', '6'));
  await expect.poll(() => mark(page, 'parlor-current')).toBe('Crème brûl');
  await page.keyboard.press('Enter');

  await page.keyboard.press('F3');
  await expect(bar).toContainText(text.chat.find.count('1', '6'));
  const first = window.transcript.locator(`[data-message="${longId}-101"]`);
  await expect(first).toBeInViewport();
  await expect.poll(() => mark(page, 'parlor-current')).toBe('Crème brûl');
  expect(await mark(page, 'parlor-found')).toBe('Crème brûl|creme BRUL');
  await page.keyboard.press('F3');
  await page.keyboard.press('F3');
  await expect(window.transcript.locator(`[data-message="${longId}-1001"]`)).toBeInViewport();
  await page.keyboard.press('Shift+Enter');
  await expect(first).toBeInViewport();
  await expect(bar).toContainText(text.chat.find.count('2', '6'));

  await field.fill('nowhere to be found');
  await expect(bar).toContainText(text.chat.find.none);
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(window.composer).toBeFocused();
  expect(await mark(page, 'parlor-found')).toBe('');
});

test('a search result on another branch opens there, with its words marked and the keyboard on it', async ({
  folder,
  launch,
}) => {
  const aside = ['A question put aside.', 'The Zanzibar blend is rare.', ...longConversation(60)];
  seedSessions(folder, [
    { id: longId, title: 'Long', messages: longConversation(600), branch: { below: 300, messages: aside } },
    { id: shortId, title: 'Short', messages: longConversation(10) },
  ]);
  const { window, page } = await launch();
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+Shift+F');
  // The words of a library that was filled outside Parlor come into the index in idle moments.
  await expect(async () => {
    await page.getByRole('combobox', { name: text.search.field }).fill('');
    await page.getByRole('combobox', { name: text.search.field }).fill('zanzibar blend');
    await expect(page.getByRole('option').filter({ hasText: 'Zanzibar' })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Enter');

  const hit = window.transcript.locator(`[data-message="${longId}-b2"]`);
  await expect(hit).toBeFocused();
  await expect(hit).toBeInViewport();
  await expect.poll(() => mark(page, 'parlor-found')).toContain('Zanzibar');
  await expect.poll(() => mark(page, 'parlor-current')).toBe('Zanzibar');
  await expect(window.transcript.locator(`[data-message="${longId}-300"]`)).toBeAttached();
  await expect(window.transcript.locator(`[data-message="${longId}-b3"]`)).toBeAttached();
  await expect(window.transcript.locator(`[data-message="${longId}-301"]`)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => mark(page, 'parlor-found')).toBe('');
});

test('a match in a short session leaves no room below and offers no way to an end that is in view', async ({
  folder,
  launch,
}) => {
  seedSessions(folder, [
    { id: shortId, title: 'Short', messages: ['About Zanzibar?', 'Zanzibar is an island.'] },
  ]);
  const { window, page } = await launch();
  await expect(window.composer).toBeFocused();
  const expectWholeInView = async () => {
    await expect.poll(() => mark(page, 'parlor-current')).toBe('Zanzibar');
    await settled(window);
    expect(await window.transcript.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
    await expect(page.getByRole('button', { name: text.chat.jumpToLatest })).toHaveCount(0);
  };
  await page.keyboard.press('Control+f');
  await page.getByRole('search').getByRole('textbox').fill('zanzibar');
  await expectWholeInView();
  await page.keyboard.press('Enter');
  await expectWholeInView();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+F');
  await expect(async () => {
    await page.getByRole('combobox', { name: text.search.field }).fill('');
    await page.getByRole('combobox', { name: text.search.field }).fill('zanzibar island');
    await expect(page.getByRole('option').filter({ hasText: 'Zanzibar' })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(window.transcript.locator('article:focus')).toHaveCount(1);
  await settled(window);
  await expect(page.getByRole('button', { name: text.chat.jumpToLatest })).toHaveCount(0);
});

test('another answer chosen in the middle of a long session stands where the first one stood', async ({
  folder,
  launch,
}) => {
  const branch = { below: 299, messages: ['The other answer.', ...longConversation(80)] };
  seedSessions(folder, [{ id: longId, title: 'Long', messages: longConversation(600), branch }]);
  const { window, page } = await launch();
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+f');
  await page.getByRole('search').getByRole('textbox').fill('Answer 300.');
  const first = window.transcript.locator(`[data-message="${longId}-300"]`);
  await expect(first).toBeInViewport();
  await page.keyboard.press('Escape');
  const next = first.getByRole('button', { name: text.chat.nextAnswer });
  await next.hover();
  await settled(window);
  const before = await topOf(window, `${longId}-299`);
  await next.click();
  const other = window.transcript.locator(`[data-message="${longId}-b1"]`);
  await expect(other).toContainText('The other answer.');
  await settled(window);
  expect(Math.abs((await topOf(window, `${longId}-299`)) - before)).toBeLessThanOrEqual(1);
  await expect(window.transcript.locator(`[data-message="${longId}-b2"]`)).toBeAttached();
  await other.getByRole('button', { name: text.chat.previousAnswer }).click();
  await expect(first).toBeInViewport();
});
