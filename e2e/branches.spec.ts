import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { expect, type Parlor, test } from './fixtures/parlor.ts';

const words = text.branches;

async function expectAccessible(page: Page, selector: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include(selector).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

async function askAll({ window }: Parlor, ...questions: readonly string[]): Promise<void> {
  await expect(window.composer).toBeFocused();
  for (const [index, question] of questions.entries()) {
    await window.ask(question);
    await expect(window.messages('assistant')).toHaveCount(index + 1);
    await expect(window.answerThatIs('streaming')).toHaveCount(0);
  }
}

const question = ({ window }: Parlor, words: string) => window.messages('user').filter({ hasText: words });

/** By the menu of a message. */
async function choose(parlor: Parlor, message: ReturnType<typeof question>, name: string): Promise<void> {
  await message.hover();
  await message.getByRole('button', { name: text.messageActions.moreOf(text.chat.you) }).click();
  await parlor.page.getByRole('menuitem', { name }).click();
}

test('one message goes and what follows stays, through undo, a restart and the trash', async ({ launch }) => {
  const first = await launch();
  const { page, window } = first;
  await askAll(first, 'Question one', 'Question two', 'Question three');
  await choose(first, question(first, 'Question two'), words.deleteOne);
  await expect(window.messages('user')).toHaveText([/Question one/, /Question three/]);
  await expect(window.messages('assistant')).toHaveCount(3);
  await window.ask('Question four');
  await expect(window.messages('assistant')).toHaveCount(4);
  await expect(window.answerThatIs('streaming')).toHaveCount(0);

  await window.transcript.focus();
  await page.keyboard.press('Control+z');
  const all = [/Question one/, /Question two/, /Question three/, /Question four/];
  await expect(window.messages('user')).toHaveText(all);

  await choose(first, question(first, 'Question one'), words.deleteOne);
  await expect(window.messages('user')).toHaveText(all.slice(1));
  await expect(window.openRow).toHaveText(/Question two/);
  await first.quit();

  const second = await launch();
  await expect(second.window.composer).toBeFocused();
  await expect(second.window.messages('user')).toHaveText(all.slice(1));
  await second.page.keyboard.press('Control+Shift+T');
  const row = second.page.getByRole('listitem').filter({ hasText: 'Question one' });
  await row.getByRole('button', { name: text.trash.restore }).click();
  await expect(second.page.getByText(text.trash.emptyTitle)).toBeVisible();
  await second.page.keyboard.press('Escape');
  await expect(second.window.messages('user')).toHaveText(all);
  await expect(second.window.openRow).toHaveText(/Question one/);
});

test('Delete takes one message, with Shift what follows it, too; the keyboard stays beside what went', async ({
  parlor,
}) => {
  const { page, window } = parlor;
  await askAll(parlor, 'Question one', 'Question two', 'Question three');
  await question(parlor, 'Question two').focus();
  await page.keyboard.press('Delete');
  await expect(window.messages('user')).toHaveText([/Question one/, /Question three/]);
  await expect(window.messages('assistant').nth(1)).toBeFocused();
  await page.keyboard.press('j');
  await expect(question(parlor, 'Question three')).toBeFocused();

  await page.keyboard.press('Shift+Delete');
  await expect(window.messages('user')).toHaveText([/Question one/]);
  await expect(window.messages('assistant').last()).toBeFocused();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(window.messages('user')).toHaveText([/Question one/, /Question two/, /Question three/]);
});

test('a new session is made up to a message, from one on, and of chosen ones', async ({ parlor }) => {
  const { page, window } = parlor;
  await askAll(parlor, 'Alpha question', 'Beta question', 'Gamma question');
  await choose(parlor, question(parlor, 'Beta'), words.newSessionHead);
  await expect(window.openRow).toHaveText(/Alpha question \(up to here\)/);
  await expect(window.messages('user')).toHaveText([/Alpha/, /Beta/]);
  await expect(window.messages('assistant')).toHaveCount(1);

  await window.sessionRow(/^Alpha question(?! \()/).click();
  await expect(window.messages('user')).toHaveCount(3);
  await choose(parlor, question(parlor, 'Beta'), words.newSessionTail);
  await expect(window.openRow).toHaveText(/\(from here\)/);
  await expect(window.messages('user')).toHaveText([/Beta/, /Gamma/]);

  await window.sessionRow(/^Alpha question(?! \()/).click();
  await expect(window.messages('user')).toHaveCount(3);
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+Shift+J');
  await expect(window.transcript.locator('[data-message]:focus')).toHaveCount(1);
  await page.keyboard.press('Shift+G');
  await expect(window.messages('assistant').last()).toBeFocused();
  await page.keyboard.press('x');
  const bar = page.getByRole('toolbar', { name: words.selection.label });
  await expect(bar).toContainText(words.selection.count('1'));
  await expect(page.getByRole('checkbox', { checked: true })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(bar).toContainText(words.selection.count('3'));
  await expectAccessible(page, '[role=feed]');
  await expectAccessible(page, '[role=toolbar]');
  // What lies below the boxes cannot be reached: its keys would mean one message, not those that are chosen.
  const below = window.transcript.locator('article button');
  await expect(below.first()).toBeAttached();
  for (const button of await below.all()) {
    await button.focus();
    await expect(button).not.toBeFocused();
  }
  await bar.getByRole('button', { name: words.selection.newSession }).click();
  await expect(window.openRow).toHaveText(/\(excerpt\)/);
  await expect(window.messages('user')).toHaveText([/Beta/]);
  await expect(window.messages('assistant')).toHaveCount(2);
  await expect(bar).toBeHidden();
});

test('chosen messages are copied, and deleted as one step', async ({ parlor }) => {
  const { page, window } = parlor;
  await askAll(parlor, 'Alpha question', 'Beta question');
  await page.keyboard.press('Control+Shift+X');
  const bar = page.getByRole('toolbar', { name: words.selection.label });
  await expect(bar).toContainText(words.selection.none);
  await question(parlor, 'Alpha').getByRole('checkbox').check();
  await question(parlor, 'Beta').click({ modifiers: ['Shift'] });
  await expect(bar).toContainText(words.selection.count('3'));
  await question(parlor, 'Beta').getByRole('checkbox').uncheck();
  await bar.getByRole('button', { name: words.selection.copy }).click();
  await expect(page.getByText(text.notices.copied).first()).toBeVisible();
  const copied = await parlor.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^Alpha question\n\n/);

  await bar.getByRole('button', { name: words.selection.delete }).click();
  await expect(window.messages('user')).toHaveText([/Beta/]);
  await expect(window.messages('assistant')).toHaveCount(1);
  await expect(bar).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(window.messages('user')).toHaveText([/Alpha/, /Beta/]);
  await expect(window.messages('assistant')).toHaveCount(2);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the tree and the comparison are used by keyboard, ${theme}`, async ({ launch, ollama }) => {
    const parlor = await launch({ settings: { theme } });
    const { page, window } = parlor;
    ollama.setBehaviour({ kind: 'answer', answer: 'The quick brown fox jumps over the lazy dog.' });
    await askAll(parlor, 'Alpha question', 'Beta question');
    ollama.setBehaviour({ kind: 'answer', answer: 'The slow brown fox jumps over one lazy old dog.' });
    await page.keyboard.press('Control+Shift+R');
    await expect(window.answer).toContainText('slow');
    await expect(window.answerThatIs('streaming')).toHaveCount(0);
    await expect(window.answer.getByRole('img', { name: text.chat.answerOfLong(2, 2) })).toHaveAttribute(
      'aria-description',
      words.versions(2, 2),
    );

    await page.keyboard.press('Control+Shift+B');
    const tree = page.getByRole('tree', { name: words.tree.label });
    await expect(tree).toBeFocused();
    await expect(tree.getByRole('treeitem')).toHaveCount(5);
    await expect(tree.getByRole('treeitem', { selected: true })).toHaveAccessibleName(/slow/);
    await expectAccessible(page, '[role=dialog]');
    await page.keyboard.press('ArrowUp');
    await expect(tree.getByRole('treeitem', { selected: true })).toHaveAccessibleName(/quick.*Version 1\/2/);
    await page.keyboard.press('Enter');
    await expect(window.dialog).toBeHidden();
    await expect(window.answer).toContainText('quick');
    await expect(window.answer).toBeFocused();

    await window.answer.getByRole('button', { name: words.compareVersions }).click();
    const result = page.getByRole('region', { name: words.diff.result });
    await expect(result.getByRole('insertion').first()).toHaveText('slow');
    await expect(result.getByRole('deletion').first()).toHaveText('quick');
    await expect(window.dialog).toContainText(words.diff.summary(3, 2));
    await expectAccessible(page, '[role=dialog]');
    await window.dialog.getByRole('combobox').first().selectOption({ index: 1 });
    await expect(window.dialog).toContainText(words.diff.same);
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();

    await page.keyboard.press('Control+Shift+B');
    await expect(tree).toBeFocused();
    await page.keyboard.type('alpha');
    await page.keyboard.press('ArrowDown');
    await expect(tree.getByRole('treeitem', { selected: true })).toHaveAccessibleName(/Assistant|parlor/i);
    await page.keyboard.press('Shift+Delete');
    await expect(tree.getByRole('treeitem')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(window.messages('assistant')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(window.messages('assistant')).toHaveCount(2);
  });
}
