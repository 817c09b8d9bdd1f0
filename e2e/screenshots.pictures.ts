import { text } from '#shared/text/index.ts';
import { seedGrownLibrary } from './fixtures/grown-library.ts';
import type { Parlor } from './fixtures/parlor.ts';
import { expect, test } from './fixtures/parlor.ts';
import { picture, resize, setTheme } from './fixtures/pictures.ts';

/** A small library, in two projects and the Inbox. */
async function furnish(parlor: Parlor): Promise<void> {
  const { page, window } = parlor;
  const ask = async (question: string) => {
    await expect(window.messages('user')).toHaveCount(0);
    await window.ask(question);
    await window.answerThatIs('complete').waitFor({ timeout: 30_000 });
  };
  await expect(window.composer).toBeFocused();
  await ask('Soup with what is left: leek, two potatoes, half a celery root');
  await window.newSession();
  await ask('Übersetze diese Begriffe und gib je ein Beispiel');
  for (const [project, questions] of [
    ['House', ['Heat pump or gas? Compare running costs in a table']],
    ['Thesis', ['Tighten the second section of chapter 3', 'A Python function that reads a write-ahead log']],
  ] as const) {
    await page.keyboard.press('Control+Shift+N');
    await window.dialog.getByRole('textbox', { name: text.project.name }).fill(project);
    await page.keyboard.press('Enter');
    await expect(window.dialog).toBeHidden();
    for (const question of questions) {
      await window.section(project).hover();
      await page.getByRole('button', { name: text.sidebar.newSessionIn(project) }).click();
      await ask(question);
    }
  }
}

test('pictures of the window', async ({ ollama, parlor }) => {
  test.setTimeout(180_000);
  const { page, window } = parlor;
  // The speed of a model on an ordinary computer.
  ollama.setBehaviour({ kind: 'answer', tokensPerSecond: 58 });
  await resize(parlor, 1280, 800);
  await setTheme(parlor, 'light');
  await furnish(parlor);
  await page.mouse.move(700, 300);
  await picture(parlor, 'conversation-light');
  await setTheme(parlor, 'dark');
  await picture(parlor, 'conversation-dark');

  ollama.setBehaviour({
    kind: 'stall',
    after: 6,
    thinking: ['The reader wants the shortest true answer.'],
    answer: [
      'A commit in **WAL mode** is one thing only: ',
      'a *commit frame*, ',
      'appended to the ',
      '`-wal` file',
      ' and flushed',
      ' before',
    ],
  });
  await window.ask('Why does a commit survive a power failure?');
  await expect(window.answer).toContainText('flushed');
  await picture(parlor, 'streaming-dark');
  await setTheme(parlor, 'light');
  await picture(parlor, 'streaming-light');
  await page.keyboard.press('Escape');
  await window.answerThatIs('stopped').waitFor();

  await page.keyboard.press('Control+Shift+M');
  await page.getByRole('option').first().waitFor();
  await picture(parlor, 'models-light');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  for (const [keys, name] of [
    ['Control+Shift+P', 'parameters'],
    ['Control+/', 'shortcuts'],
    ['Control+Shift+E', 'export'],
  ] as const) {
    await page.keyboard.press(keys);
    await window.dialog.waitFor();
    await picture(parlor, `${name}-light`);
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();
  }

  ollama.setBehaviour({
    kind: 'http',
    status: 500,
    body: { error: 'model requires more system memory (9.1 GiB) than is available' },
  });
  await window.ask('And after a month without a checkpoint?');
  await window.answerThatIs('failed').waitFor();
  await picture(parlor, 'failure-light');

  await page.keyboard.press('Control+Shift+Backspace');
  await page.getByRole('button', { name: text.common.undo }).waitFor();
  await picture(parlor, 'undo-light');
  await resize(parlor, 800, 600);
  await picture(parlor, 'narrow-light');
  await page.keyboard.press('Control+b');
  await picture(parlor, 'narrow-sidebar-light');
});

test('pictures of a first start', async ({ launch }) => {
  const parlor = await launch({ ollamaHost: 'http://127.0.0.1:11434' });
  await resize(parlor, 1280, 800);
  await parlor.page.getByRole('button', { name: text.empty.demo }).waitFor();
  await picture(parlor, 'first-start-light');
  await setTheme(parlor, 'dark');
  await picture(parlor, 'first-start-dark');
});

test('pictures of an empty session', async ({ parlor }) => {
  await resize(parlor, 1280, 800);
  await expect(parlor.window.composer).toBeFocused();
  await picture(parlor, 'empty-light');
});

test('pictures of a library', async ({ folder, launch }) => {
  test.setTimeout(180_000);
  seedGrownLibrary(folder, Date.now());
  const parlor = await launch();
  const { page, window } = parlor;
  await resize(parlor, 1280, 800);
  await expect(window.composer).toBeFocused();
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(parlor, theme);
    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.type('write-ahead tag:code');
    await expect(page.getByRole('option').first()).toBeVisible();
    await picture(parlor, `search-${theme}`);
    await page.keyboard.press('Enter');
    await expect(window.transcript).toBeVisible();
    await picture(parlor, `search-landed-${theme}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('log');
    await expect(page.getByRole('option').first()).toBeVisible();
    await picture(parlor, `palette-${theme}`);
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('option').first()).toBeVisible();
    await picture(parlor, `history-${theme}`);
    await page.keyboard.press('Control+Shift+S');
    await expect(page.locator('canvas').first()).toBeVisible();
    await picture(parlor, `statistics-${theme}`);
    await page.keyboard.press('Control+Shift+T');
    await expect(page.getByRole('listitem').first()).toBeVisible();
    await picture(parlor, `trash-${theme}`);
    await page.keyboard.press('Escape');
    await expect(window.transcript).toBeVisible();
    await page.keyboard.press('Control+Shift+L');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown');
    await expect(window.selectedRows).not.toHaveCount(0);
    await picture(parlor, `selection-${theme}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+G');
    await window.dialog.waitFor();
    await picture(parlor, `tags-${theme}`);
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();
    await page.keyboard.press('Control+i');
    await window.dialog.waitFor();
    await picture(parlor, `details-${theme}`);
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('three');
    await expect(page.getByText(/^\d+ (found|of \d+)$/)).toBeVisible();
    await picture(parlor, `find-${theme}`);
    await page.keyboard.press('Escape');
  }
});
