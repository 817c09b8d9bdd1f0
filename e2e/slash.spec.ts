import type { ElectronApplication, Page } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { expect, type Parlor, test } from './fixtures/parlor.ts';
import type { ParlorWindow } from './pages/parlor-window.ts';

const { problems } = text.slash;
const options = (page: Page) => page.getByRole('option');
const tagged = (page: Page, ...names: readonly string[]) =>
  page.getByRole('button', { name: text.library.header.tags(names), exact: true });

async function askAndWait(window: ParlorWindow, question: string, count = 1): Promise<void> {
  await window.ask(question);
  await expect(window.messages('user')).toHaveCount(count);
  await window.answerThatIs('complete').waitFor();
  await expect(window.stop).toBeHidden();
}

/** Runs a command line that says why it cannot be run, and is still there. */
async function expectRefused({ window, page }: Parlor, line: string, sentence: string): Promise<void> {
  await window.composer.fill(line);
  await page.keyboard.press('Escape');
  await window.composer.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: sentence }), line).toBeVisible();
  await expect(window.composer, line).toHaveValue(line);
}

/** Which name the save dialog offers, instead of showing it. */
function noteOfferedName(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async (...given: unknown[]) => {
      const asked = given.at(-1) as { defaultPath?: string };
      Object.assign(globalThis, { offeredPath: asked.defaultPath });
      return { canceled: true, filePath: '' };
    };
  });
}

test('a command with a wrong argument says so and stays in the field', async ({ parlor }) => {
  const { window } = parlor;
  await expect(window.composer).toBeFocused();
  const refused: readonly (readonly [string, string])[] = [
    ['/load', problems.needsArgument('load', text.slash.commands.load.takes)],
    ['/load nowhere', problems.nothingFits.sessions('nowhere')],
    ['/model nobody', problems.nothingFits.models('nobody')],
    ['/project nowhere', problems.nothingFits.projects('nowhere')],
    ['/prompt nothing', problems.nothingFits.prompts('nothing')],
    ['/tag -absent', problems.noSuchTag('absent')],
    ['/tag "open', problems.openQuote],
    ['/export', problems.nothingToExport],
    ['/export md', problems.takesNothing('export', 'md')],
    ['/export --format=pdf', '--format can be md'],
    ['/export --format', problems.noValue('format')],
    ['/export --from=x', problems.unknownOption('export', 'from')],
    ['/clear', problems.nothingToClear],
    ['/clear all', problems.takesNothing('clear', 'all')],
    ['/delete it', problems.takesNothing('delete', 'it')],
    ['/retry', problems.nothingToRetry],
    ['/stop', problems.notAnswering],
    ['/info me', problems.takesNothing('info', 'me')],
    ['/help me', problems.takesNothing('help', 'me')],
  ];
  for (const [line, sentence] of refused) await expectRefused(parlor, line, sentence);
});

test('/tag gives tags and, behind a minus, takes them off', async ({ parlor: { window, page } }) => {
  await askAndWait(window, 'Tea');
  await window.ask('/tag work, "to read" tea');
  await expect(tagged(page, 'tea', 'to read', 'work')).toBeVisible();
  await window.composer.fill('/tag ');
  await page.keyboard.type('-t');
  await expect(options(page)).toHaveText(['tea', 'to read']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(window.composer).toHaveValue('/tag -"to read" ');
  await page.keyboard.type('-TEA late');
  await page.keyboard.press('Enter');
  await expect(window.composer).toHaveValue('');
  await expect(tagged(page, 'late', 'work')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(tagged(page, 'tea', 'to read', 'work')).toBeVisible();
});

test('/clear is one step back, whatever branches there are', async ({ parlor: { window, page } }) => {
  await askAndWait(window, 'First words');
  await window.messages('user').focus();
  await page.keyboard.press('e');
  const field = page.getByRole('textbox', { name: text.answers.edit.questionField });
  await field.fill('Other words');
  await field.press('Enter');
  await expect(window.messages('user')).toHaveText(/Other words/);
  await window.answerThatIs('complete').waitFor();
  await expect(window.stop).toBeHidden();
  await expect(window.transcript.getByText('2/2')).toBeVisible();

  await window.composer.focus();
  await window.ask('/clear');
  await expect(window.messages('user')).toHaveCount(0);
  await expect(page.getByText(text.slash.cleared)).toBeVisible();
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(window.messages('user')).toHaveText(/Other words/);
  await expect(window.transcript.getByText('2/2')).toBeVisible();
  await expect(window.messages('assistant')).toHaveCount(1);
});

test('/export offers the name that was given, and writes the format that was asked for', async ({
  parlor: { window, page, app },
}) => {
  await askAndWait(window, 'Plans');
  await noteOfferedName(app);
  const offered = () => app.evaluate(() => Reflect.get(globalThis, 'offeredPath') as string | undefined);
  await window.ask('/export --format=md --output="plans for May"');
  await expect.poll(offered).toMatch(/plans for May\.md$/);
  await expect(window.composer).toHaveValue('');
  await window.ask('/export --format=mochi --output=a/../b:c?.json');
  await expect.poll(offered).toMatch(/\.json$/);
  expect(await offered()).not.toMatch(/[:?]|\.\.\//);
  await window.composer.fill('/export --format=');
  await expect(options(page).first()).toHaveText('md');
});

test('models, sessions, projects and prompts are completed', async ({ parlor: { window, page } }) => {
  const { composer } = window;
  await askAndWait(window, 'Plans for May');
  await composer.fill('/mod');
  await expect(options(page)).toHaveText([/^\/model/]);
  await page.keyboard.press('Enter');
  await expect(composer).toHaveValue('/model ');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.type('parlor-demo');
  await expect(options(page).first()).toContainText('parlor-demo');
  await page.keyboard.press('Enter');
  await expect(composer).toHaveValue('');
  await composer.fill('/load pla');
  await expect(options(page)).toHaveText(['Plans for May']);
  await composer.fill('/project inb');
  await expect(options(page)).toHaveText([text.sidebar.inbox]);
  await page.keyboard.press('Enter');
  await expect(composer).toHaveValue('');
});

test('the list can be reached and scrolled by keyboard of its own', async ({ parlor: { window, page } }) => {
  const { composer } = window;
  await expect(composer).toBeFocused();
  await page.keyboard.type('/');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  const list = page.getByRole('listbox', { name: text.slash.list });
  await expect(list).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(options(page).last()).toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(composer).toBeFocused();
  await expect(list).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('hel');
  await expect(composer).toHaveValue('/hel');
  await expect(composer).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(composer).toBeFocused();
  await expect(composer).toHaveValue('/hel');
});

test('Escape closes the list of commands before it ends the choosing of messages', async ({
  ollama,
  parlor,
}) => {
  const { page, window } = parlor;
  ollama.setBehaviour({ kind: 'answer', answer: ['Chosen.'] });
  await window.ask('A question');
  await window.answerThatIs('complete').waitFor();
  await page.keyboard.press('Control+Shift+X');
  const bar = page.getByRole('toolbar', { name: text.branches.selection.label });
  await expect(bar).toBeVisible();
  await window.composer.click();
  await page.keyboard.type('/');
  const list = page.getByRole('listbox', { name: text.slash.list });
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(bar).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
});
