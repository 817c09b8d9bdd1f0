import { commands, toAccelerator } from '#shared/commands.ts';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';
import type { ParlorWindow } from './pages/parlor-window.ts';

async function sessions(window: ParlorWindow, ...questions: readonly string[]): Promise<void> {
  for (const question of questions) {
    await window.askInNewSession(question);
  }
}

test('sessions are walked, jumped to and made by keyboard', async ({ parlor: { window, page } }) => {
  await sessions(window, 'one', 'two', 'three');
  await expect(window.openRow).toContainText('three');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(window.openRow).toContainText('two');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(window.openRow).toContainText('one');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(window.openRow).toContainText('two');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(window.openRow).toContainText('three');
  await page.keyboard.press('Control+3');
  await expect(window.openRow).toContainText('one');
  await page.keyboard.press('Control+1');
  await expect(window.openRow).toContainText('three');
});

test('sidebar and message field are reached by keyboard, and the list is walked by arrows', async ({
  parlor: { window, page },
}) => {
  await sessions(window, 'one', 'two');
  await page.keyboard.press('Control+Shift+L');
  await expect(window.openRow).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(window.openRow).toContainText('one');
  await page.keyboard.press('Control+Shift+L');
  await page.keyboard.press('Control+j');
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+b');
  await expect(window.sidebar).toBeHidden();
  await page.keyboard.press('Control+b');
  await expect(window.sidebar).toBeVisible();
});

test('the last answer is copied, zoomed and stopped by keyboard', async ({
  ollama,
  parlor: { window, page, app },
}) => {
  ollama.setBehaviour({ kind: 'answer', answer: 'Copy **me**.' });
  await window.ask('Hello');
  await window.answerThatIs('complete').waitFor();
  await page.keyboard.press('Control+Shift+C');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Copy **me**.');

  const zoom = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel());
  await page.keyboard.press('Control+-');
  await expect.poll(zoom).toBeLessThan(0);
  await page.keyboard.press('Control+0');
  await expect.poll(zoom).toBe(0);

  ollama.setBehaviour({ kind: 'hold' });
  await window.ask('Wait');
  await ollama.waitForRequest('/api/chat', 2);
  await page.keyboard.press('Escape');
  await window.answerThatIs('stopped').waitFor();
});

test('what is typed right after a dialog was closed is not lost', async ({ parlor: { window, page } }) => {
  await expect(window.composer).toBeFocused();
  for (const opens of ['Control+/', 'Control+,', 'Control+Shift+P']) {
    await page.keyboard.press(opens);
    await expect(window.dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.type('tea ');
  }
  await expect(window.composer).toHaveValue('tea tea tea ');
});

test('what is typed right after a list of models was closed is not lost', async ({
  parlor: { window, page },
}) => {
  await expect(window.composer).toBeFocused();
  const lists = [
    ['Control+Shift+M', text.models.search],
    ['Control+Shift+K', text.answers.several.title],
  ] as const;
  for (const [opens, name] of lists) {
    const field = page.getByRole('combobox', { name });
    await page.keyboard.press(opens);
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.type('tea ');
    await expect(field).toBeHidden();
  }
  await expect(window.composer).toHaveValue('tea tea ');
});

test('a session that is opened by its number takes the keyboard of the list along', async ({
  parlor: { window, page },
}) => {
  await sessions(window, 'one', 'two', 'three');
  await page.keyboard.press('Control+Shift+L');
  await expect(window.openRow).toBeFocused();
  await page.keyboard.press('Control+3');
  await expect(window.openRow).toContainText('one');
  await expect(window.openRow).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(window.sessionRow('two')).toBeFocused();
});

test('what is typed right after the search or the history was asked for is not lost', async ({
  parlor: { window, page },
}) => {
  await expect(window.composer).toBeFocused();
  // Their code comes in the first idle moment.
  for (const view of ['search-view', 'history-view']) {
    const link = page.locator(`link[rel="modulepreload"][href*="/${view}"]`);
    await expect(link).toHaveCount(1);
    await link.evaluate(({ href }) => import(href));
  }
  for (const [opens, field] of [
    ['Control+Shift+F', text.search.field],
    ['Control+l', text.search.history.field],
  ] as const) {
    await page.keyboard.press(opens);
    await page.keyboard.type('tea');
    await expect(page.getByLabel(field, { exact: true })).toHaveValue('tea');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(window.composer).toBeFocused();
  }
});

test('the cheat sheet names every command', async ({ parlor: { window, page } }) => {
  await page.keyboard.press('Control+/');
  await expect(window.dialog).toBeVisible();
  for (const { id } of commands) {
    if (id.startsWith('session.go-to-')) continue;
    await expect(window.dialog.getByRole('term').getByText(text.commands[id], { exact: true })).toBeVisible();
  }
});

test('the menu has every command with its shortcut, runs it, and greys out what cannot run', async ({
  ollama,
  parlor: { app, window },
}) => {
  const items = () =>
    app.evaluate(
      ({ Menu }, ids) => {
        const menu = Menu.getApplicationMenu();
        return ids.map((id) => {
          const item = menu?.getMenuItemById(id);
          return { id, accelerator: String(item?.accelerator), isEnabled: item?.enabled };
        });
      },
      commands.map(({ id }) => id),
    );
  for (const [index, item] of (await items()).entries()) {
    const shortcut: string | undefined = commands[index]?.shortcuts[0];
    expect(item.accelerator, item.id).toBe(shortcut === undefined ? 'null' : toAccelerator(shortcut));
  }
  const isEnabled = async (id: string) => (await items()).find((item) => item.id === id)?.isEnabled;
  await expect(window.composer).toBeFocused();
  await expect.poll(() => isEnabled('answer.stop')).toBe(false);

  ollama.setBehaviour({ kind: 'hold' });
  await window.ask('Wait');
  await expect.poll(() => isEnabled('answer.stop')).toBe(true);
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('answer.stop')?.click());
  await window.answerThatIs('stopped').waitFor();
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('app.settings')?.click());
  await expect(window.dialog).toBeVisible();
});
