import type { Page } from '@playwright/test';
import { watchTasks } from './fixtures/main-thread.ts';
import { expect, test } from './fixtures/parlor.ts';
import { longConversation, seedSessions } from './fixtures/seeded-session.ts';
import { gapBelow, settled } from './fixtures/settled.ts';

// What the length of a session costs: nothing that is seen. T7, T8 and T16 of the goals of speed.
// Functions given to `evaluate` run in the page; the tests themselves are compiled without a DOM.
declare const requestAnimationFrame: (run: (now: number) => void) => number;
declare const document: { querySelector(selector: string): PageElement | null };
declare const window: {
  readonly api: { on(name: string, listener: () => void): () => void };
  deltas: number[];
};

interface PageElement {
  getBoundingClientRect(): { readonly bottom: number };
  closest(selector: string): PageElement | null;
  click(): void;
}

const longId = '00000000aa';
const shortId = '00000000bb';

function measured(figures: string): void {
  test.info().annotations.push({ type: 'figures', description: figures });
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[times.length >> 1] ?? Number.NaN;
}

test('a session of 10,000 messages opens at its end, as quickly as one of 50', { tag: '@timed' }, async ({
  folder,
  launch,
}) => {
  const messages = longConversation(10_000);
  seedSessions(folder, [
    { id: longId, title: 'Long', messages },
    { id: shortId, title: 'Short', messages: messages.slice(-50) },
    { id: '00000000cc', title: 'Start', messages: [] },
  ]);
  const { window, page } = await launch();
  await expect(window.composer).toBeFocused();
  /** From the click to the frame in which the last message is drawn at the end; nothing of it is in memory before. */
  const openMs = async (title: string, lastId: string) => {
    await window.sessionRow('Start').click();
    await expect(window.messages('user')).toHaveCount(0);
    await page.reload();
    await expect(window.composer).toBeFocused();
    await expect(window.openRow).toContainText('Start');
    return window.sessionRow(title).evaluate(
      (row, id) =>
        new Promise<number>((resolve) => {
          const begin = performance.now();
          row.click();
          const look = () => {
            const last = document.querySelector(`[data-message="${id}"]`)?.getBoundingClientRect();
            const view = document.querySelector('[role=feed]')?.closest('section')?.getBoundingClientRect();
            if (last !== undefined && view !== undefined && last.bottom <= view.bottom + 2) {
              requestAnimationFrame(() => resolve(performance.now() - begin));
            } else requestAnimationFrame(look);
          };
          look();
        }),
      lastId,
    );
  };
  const times = { short: [] as number[], long: [] as number[] };
  for (let round = 0; round < 3; round++) {
    times.short.push(await openMs('Short', `${shortId}-50`));
    times.long.push(await openMs('Long', `${longId}-10000`));
    await settled(window);
    expect(await gapBelow(window)).toBeLessThanOrEqual(2);
  }
  const [short, long] = [median(times.short), median(times.long)];
  measured(
    `opened, ms: 50 messages ${times.short.map(Math.round)}; 10,000 messages ${times.long.map(Math.round)}`,
  );
  expect(long).toBeLessThan(short * 3);
});

test('an answer streams into a session of 10,000 messages as cheaply as into one of 50', {
  tag: '@timed',
}, async ({ folder, launch, ollama }) => {
  const messages = longConversation(10_000);
  seedSessions(folder, [
    { id: longId, title: 'Long', messages },
    { id: shortId, title: 'Short', messages: messages.slice(-50) },
  ]);
  const answer = longConversation(40).join('\n\n').slice(0, 8_000);
  ollama.setBehaviour({ kind: 'answer', answer, tokensPerSecond: 1_000 });
  const { window: parlor, page } = await launch();
  await expect(parlor.composer).toBeFocused();
  const tasksSince = await watchTasks(page);
  /** Processor time of the window's main thread, in milliseconds, for one answer. */
  const streamMs = async (title: string) => {
    await parlor.sessionRow(title).click();
    const id = title === 'Long' ? longId : shortId;
    await expect(parlor.transcript.locator(`[data-message^="${id}-"]`).first()).toBeVisible();
    await countDeltas(page);
    await parlor.composer.fill('Go on');
    await tasksSince();
    await page.keyboard.press('Enter');
    await expect(parlor.answerThatIs('streaming')).toHaveCount(1);
    await expect(parlor.answerThatIs('streaming')).toHaveCount(0, { timeout: 30_000 });
    return (await tasksSince()).sumMs;
  };
  const times = { short: [] as number[], long: [] as number[] };
  const perSecond: number[] = [];
  for (let round = 0; round < 3; round++) {
    times.short.push(await streamMs('Short'));
    times.long.push(await streamMs('Long'));
    perSecond.push(await deltasPerSecond(page));
  }
  const [short, long] = [median(times.short), median(times.long)];
  measured(
    `one answer, ms: 50 messages ${times.short.map(Math.round)}; 10,000 messages ${times.long.map(Math.round)}; ` +
      `events a second ${perSecond.map(Math.round)}`,
  );
  expect(long).toBeLessThan(short * 1.5);
  expect(Math.max(...perSecond)).toBeLessThanOrEqual(60);
});

/** From here on, of every piece of an answer that main sends. */
async function countDeltas(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isCounting = window.deltas !== undefined;
    window.deltas = [];
    if (!isCounting) window.api.on('chat:delta', () => window.deltas.push(performance.now()));
  });
}

function deltasPerSecond(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [first = 0] = window.deltas;
    const last = window.deltas.at(-1) ?? 0;
    if (window.deltas.length < 10) throw new Error(`only ${window.deltas.length} pieces came`);
    return (window.deltas.length - 1) / ((last - first) / 1_000);
  });
}
