import { text } from '#shared/text/index.ts';
import { longestTaskMs, watchLongTasks } from './fixtures/main-thread.ts';
import { expect, test } from './fixtures/parlor.ts';
import { longConversation, seedSessions } from './fixtures/seeded-session.ts';
import { seedTree } from './fixtures/seeded-tree.ts';

declare const window: {
  readonly api: { request(name: string, input: unknown): Promise<{ readonly ok: boolean }> };
};

/** Figures of this run, for its report. */
function note(figures: string): void {
  test.info().annotations.push({ type: 'figures', description: figures });
}

const words = text.branches;
const id = '00000000aa';

test('a tree of 5,000 forks opens at once, is gone through by keyboard and follows what happens', {
  tag: '@timed',
}, async ({ folder, launch }) => {
  seedTree(folder, id, 'Many forks', 5_000);
  const { page, window: parlor } = await launch();
  await parlor.sessionRow('Many forks').click();
  await expect(parlor.answer).toContainText('Answer 5000');
  const button = page.getByRole('button', { name: words.tree.open(5_001) });
  await expect(button).toBeVisible();

  const longestTask = await watchLongTasks(page);
  const begin = performance.now();
  await button.focus();
  await page.keyboard.press('Enter');
  const tree = page.getByRole('tree', { name: words.tree.label });
  await expect(tree).toBeFocused();
  const openedMs = performance.now() - begin;
  const openingTask = await longestTask();
  note(`tree open in ${openedMs.toFixed(0)} ms, longest task ${openingTask}`);
  const line = tree.getByRole('treeitem', { selected: true });
  await expect(line).toHaveAccessibleName(/Answer 5000/);
  await expect(line).toHaveAttribute('aria-setsize', '5000');

  await page.keyboard.press('Home');
  await expect(line).toHaveAccessibleName(/Question 2501 .*after 5000 messages more/);
  await expect(line).toHaveAttribute('aria-posinset', '1');
  await page.keyboard.press('End');
  await expect(line).toHaveAttribute('aria-posinset', '5000');
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('PageUp');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(line).toHaveAccessibleName(/Question 5000/);
  await page.keyboard.type('answer 49');
  await expect(line).toHaveAccessibleName(/Answer 49/);
  expect(await tree.getByRole('treeitem').count()).toBeLessThan(60);
  const walkingTask = await longestTask();

  const kept = await line.getAttribute('id');
  const edited = await page.evaluate(
    (sessionId) =>
      window.api.request('messages:edit-answer', {
        sessionId,
        messageId: `${sessionId}-a5000`,
        newId: `${sessionId}-new`,
        text: 'An answer from elsewhere',
      }),
    id,
  );
  expect(edited.ok).toBe(true);
  await expect(tree.getByRole('treeitem', { name: /from elsewhere/ })).toHaveCount(0);
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(line).toHaveAccessibleName(/An answer from elsewhere/, { timeout: 500 });
  }).toPass();
  expect(await line.getAttribute('id')).not.toBe(kept);
  const followingTask = await longestTask();

  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: words.tree.open(5_002) })).toBeFocused();
  note(
    `opened ${openedMs.toFixed(0)} ms; longest task ${openingTask} opening, ${walkingTask} by keyboard, ${followingTask} following`,
  );
  // The conversation behind the sheet is read anew by what happened; the tree's own part is what opening takes.
  expect(Math.max(openingTask, walkingTask)).toBeLessThan(longestTaskMs);
});

test('the whole of a long branch is chosen, goes in one step and comes back', async ({ folder, launch }) => {
  seedSessions(folder, [{ id, title: 'Long one', messages: longConversation(10_000) }]);
  const { page, window: parlor } = await launch();
  await parlor.sessionRow('Long one').click();
  await expect(parlor.answer).toContainText('Answer 10000');
  await expect(parlor.composer).toBeFocused();
  const bar = page.getByRole('toolbar', { name: words.selection.label });

  await page.keyboard.press('Control+Shift+X');
  await expect(page.getByRole('checkbox').last()).toBeFocused();
  await page.keyboard.press('Space');
  await parlor.transcript.focus();
  await page.keyboard.press('g');
  await expect(parlor.messages('user').first()).toContainText('Question 1:');
  await expect(bar).toContainText(words.selection.count('1'));
  await parlor
    .messages('user')
    .nth(1)
    .click({ modifiers: ['Shift'] });
  await expect(bar).toContainText(words.selection.count('9,998'));

  await page.keyboard.press('Control+a');
  await expect(bar).toContainText(words.selection.whole(10_000, '10,000'));
  await parlor.transcript.focus();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();

  await page.keyboard.press('Control+Shift+X');
  await parlor.messages('user').nth(1).click();
  await page.keyboard.press('Control+a');
  await expect(bar).toContainText(words.selection.whole(10_000, '10,000'));
  await parlor.messages('user').nth(1).click();
  await expect(bar).toContainText(words.selection.count('9,999'));
  const longestTask = await watchLongTasks(page);
  const begin = performance.now();
  await bar.getByRole('button', { name: words.selection.delete }).click();
  await expect(parlor.messages('user')).toHaveCount(1);
  await expect(parlor.messages('assistant')).toHaveCount(0);
  const deletedMs = performance.now() - begin;
  await parlor.transcript.focus();
  const undoing = performance.now();
  await page.keyboard.press('Control+z');
  await expect(parlor.messages('assistant').first()).toBeVisible();
  note(
    `9,999 deleted in ${deletedMs.toFixed(0)} ms, back in ${(performance.now() - undoing).toFixed(0)} ms, longest task ${await longestTask()}`,
  );
  await parlor.transcript.focus();
  await page.keyboard.press('Shift+G');
  await expect(parlor.answer).toContainText('Answer 10000');
});

test('a comparison of 100 kB holds nothing up, in one text and in two columns', { tag: '@timed' }, async ({
  folder,
  launch,
}) => {
  const paragraphs = longConversation(600).filter((_, index) => index % 2 === 1);
  const older = paragraphs.join('\n\n').slice(0, 100_000);
  const newer = older.replaceAll('kettle', 'samovar').replaceAll('bitter sweet', 'mild').slice(0, 100_000);
  const other = Array.from({ length: 16_000 }, (_, index) => `w${(index * 7_919) % 16_001}`).join(' ');
  seedSessions(folder, [
    {
      id: '00000000bb',
      title: 'All different',
      messages: ['Q', other],
      branch: { below: 1, messages: [older] },
    },
    { id, title: 'Much the same', messages: ['Q', newer], branch: { below: 1, messages: [older] } },
  ]);
  const { app, page, window: parlor } = await launch();
  const result = page.getByRole('region', { name: words.diff.result });
  const figures: string[] = [];

  await parlor.sessionRow('Much the same').click();
  const compare = parlor.answer.getByRole('button', { name: words.compareVersions });
  const longestTask = await watchLongTasks(page);
  const begin = performance.now();
  await compare.click();
  await expect(result.locator('[data-change="0"]').first()).toBeVisible();
  figures.push(`much the same: shown after ${(performance.now() - begin).toFixed(0)} ms`);
  const place = parlor.dialog.getByText(/\d+ changes/);
  const count = Number(/\d+/.exec(await place.innerText())?.[0]);
  expect(count).toBeGreaterThan(300);
  await expect(result.locator(`[data-change="${count - 1}"]`).first()).toBeAttached();
  const drawing = await longestTask();
  note(`drawing 100 kB: longest task ${drawing}`);
  figures.push(`all ${count} changes drawn after ${(performance.now() - begin).toFixed(0)} ms`);

  await page.keyboard.press('F7');
  await expect(parlor.dialog.getByText(words.diff.change(1, count))).toBeVisible();
  await page.keyboard.press('Shift+F7');
  await expect(parlor.dialog.getByText(words.diff.change(count, count))).toBeVisible();
  await expect(result.locator('[data-current]').first()).toBeInViewport();
  await parlor.dialog.getByRole('radio', { name: words.diff.columns }).check();
  await expect(result).toHaveAttribute('data-view', 'columns');
  await expect(result.locator('[data-current]').first()).toBeInViewport();
  await parlor.dialog.getByRole('button', { name: words.diff.copy }).click();
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain('[-samovar-]{+kettle+}');
  const walking = await longestTask();
  figures.push(`longest task ${walking}`);
  await page.keyboard.press('Escape');
  await expect(compare).toBeFocused();

  await parlor.sessionRow('All different').click();
  await expect(parlor.answer).toContainText('w7919');
  await longestTask();
  const opened = performance.now();
  await parlor.answer.getByRole('button', { name: words.compareVersions }).click();
  await expect(result).toHaveAttribute('data-view', 'columns');
  await expect(result.getByRole('deletion').first()).toBeVisible();
  const allDifferent = await longestTask();
  figures.push(`all different: ${(performance.now() - opened).toFixed(0)} ms, longest task ${allDifferent}`);
  note(figures.join('; '));
  expect(Math.max(drawing, allDifferent)).toBeLessThan(longestTaskMs);
});
