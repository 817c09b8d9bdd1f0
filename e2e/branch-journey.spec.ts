import { text } from '#shared/text/index.ts';
import { expect, type Parlor, test } from './fixtures/parlor.ts';
import { seedSessions } from './fixtures/seeded-session.ts';

const words = text.branches;
const id = '00000000aa';

async function answered({ window }: Parlor, count: number): Promise<void> {
  await expect(window.messages('assistant')).toHaveCount(count);
  await expect(window.answerThatIs('streaming')).toHaveCount(0);
}

const switcher = ({ window }: Parlor, index: number, count: number) =>
  window.transcript.getByRole('img', { name: text.chat.answerOfLong(index, count) });

for (const theme of ['light', 'dark'] as const) {
  test(`by keyboard alone, what is hidden stays reachable and said, ${theme}`, async ({ launch }) => {
    const parlor = await launch({ settings: { theme } });
    const { page, window } = parlor;
    await expect(window.composer).toBeFocused();
    await window.ask('Alpha question');
    await answered(parlor, 1);
    await window.ask('Beta question');
    await answered(parlor, 2);

    // An answer asked for again: the one before is at 1/2, and the arrows lead there.
    await page.keyboard.press('Control+Shift+R');
    await expect(switcher(parlor, 2, 2)).toBeVisible();
    await answered(parlor, 2);
    await expect(page.getByRole('button', { name: words.tree.open(2) })).toBeVisible();
    await window.answer.focus();
    await window.answer.getByRole('button', { name: text.chat.previousAnswer }).press('Enter');
    await expect(switcher(parlor, 1, 2)).toBeVisible();

    // An answer edited: a version of its own.
    await window.answer.focus();
    await page.keyboard.press('e');
    const field = window.transcript.getByRole('textbox');
    await expect(field).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Corrected by hand');
    await page.keyboard.press('Control+Enter');
    await expect(window.answer).toContainText('Corrected by hand');
    await expect(switcher(parlor, 3, 3)).toBeVisible();

    // A question edited: the old one, with its answers, stays.
    await window.messages('user').last().focus();
    await page.keyboard.press('e');
    await expect(field).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Beta, asked in another way');
    await page.keyboard.press('Control+Enter');
    await expect(window.messages('user').last()).toContainText('in another way');
    await answered(parlor, 2);
    await expect(switcher(parlor, 2, 2)).toBeVisible();
    await expect(page.getByRole('button', { name: words.tree.open(4) })).toBeVisible();

    await page.keyboard.press('Control+Shift+B');
    await expect(page.getByRole('tree')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();

    // A branch deleted: the counts follow, and undoing brings them back.
    await window.messages('user').last().focus();
    await page.keyboard.press('Shift+Delete');
    await expect(window.messages('user').last()).toContainText('Beta question');
    await expect(switcher(parlor, 2, 2)).toHaveCount(0);
    await expect(switcher(parlor, 3, 3)).toBeVisible();
    await expect(page.getByRole('button', { name: words.tree.open(3) })).toBeVisible();
    await window.transcript.focus();
    await page.keyboard.press('Control+z');
    await expect(window.messages('user').last()).toContainText('in another way');
    await expect(switcher(parlor, 2, 2)).toBeVisible();

    await window.messages('user').first().focus();
    await page.keyboard.press('x');
    const bar = page.getByRole('toolbar', { name: words.selection.label });
    await expect(bar).toContainText(words.selection.count('1'));
    await page.keyboard.press('Control+a');
    await expect(bar).toContainText(words.selection.whole(4, '4'));
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden();

    // Another branch is found by its words, said to be one, and shown.
    await page.keyboard.press('Control+Shift+F');
    await expect(page.getByRole('combobox', { name: text.search.field })).toBeFocused();
    await page.keyboard.type('Corrected');
    const hit = page.getByRole('option', { name: /Corrected by hand/ });
    await expect(hit).toContainText(text.search.otherBranch);
    await hit.click();
    await expect(page.getByText(text.search.branchShown)).toBeVisible();
    await expect(switcher(parlor, 3, 3)).toBeVisible();
    await expect(window.messages('user').last()).toContainText('Beta question');
  });

  test(`two versions in one text and side by side, ${theme}`, async ({ folder, launch }) => {
    const older = 'The quick brown fox\njumps over the lazy dog.\n\n中文文字 שלום עולם\n\nThe end.';
    const newer = 'The slow old brown fox\njumps over the dog.\n\n中文新字 שלום לכם\n\nThe  end.';
    seedSessions(folder, [
      { id, title: 'Two versions', messages: ['Q', newer], branch: { below: 1, messages: [older] } },
    ]);
    const { app, page, window } = await launch({ settings: { theme } });
    await window.sessionRow('Two versions').click();
    await window.answer.getByRole('button', { name: words.compareVersions }).press('Enter');
    const result = page.getByRole('region', { name: words.diff.result });
    await expect(result.getByRole('insertion').first()).toBeVisible();
    await window.dialog.getByRole('radio', { name: words.diff.columns }).check();
    await page.keyboard.press('F7');
    await page.keyboard.press('F7');
    await expect(result.locator('[data-current]').first()).toBeVisible();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(640, 480));
    await expect(result).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();
    await window.answer.getByRole('button', { name: words.compareVersions }).press('Enter');
    await expect(result).toHaveAttribute('data-view', 'columns');
  });
}
