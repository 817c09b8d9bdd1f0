import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';
import { savedColumn } from './fixtures/saved.ts';
import type { ParlorWindow } from './pages/parlor-window.ts';

async function askAndWait(window: ParlorWindow, ...questions: readonly string[]): Promise<void> {
  for (const [index, question] of questions.entries()) {
    await window.ask(question);
    await expect(window.messages('user')).toHaveCount(index + 1);
    await window.answerThatIs('complete').waitFor();
    await expect(window.stop).toBeHidden();
  }
}

const options = (page: Page) => page.getByRole('option');

/** The marks a field has because words in it are spelt wrong cannot be seen from the page; the menu knows them. */
async function menuAt(
  app: ElectronApplication,
  page: Page,
  x: number,
  y: number,
): Promise<readonly string[]> {
  await app.evaluate(({ Menu }) => {
    const labels: string[] = [];
    Object.assign(globalThis, { menuLabels: labels });
    Menu.prototype.popup = function popup(this: Electron.Menu) {
      labels.splice(0, labels.length, ...this.items.map(({ label }) => label));
      Object.assign(globalThis, { shownMenu: this });
    };
  });
  await page.mouse.click(x, y, { button: 'right' });
  const read = () => app.evaluate(() => Reflect.get(globalThis, 'menuLabels') as readonly string[]);
  await expect.poll(async () => (await read()).length).toBeGreaterThan(0);
  return read();
}

test('Up and Down walk through what was sent, also after a restart, and lose no draft', async ({
  launch,
}) => {
  const first = await launch();
  await askAndWait(first.window, 'First question', 'Second question');
  await first.window.composer.fill('A draft');
  await first.quit();

  const { window, page } = await launch();
  const { composer } = window;
  await expect(composer).toHaveValue('A draft');
  await composer.focus();
  await page.keyboard.press('ArrowUp');
  await expect(composer).toHaveValue('Second question');
  await page.keyboard.press('ArrowUp');
  await expect(composer).toHaveValue('First question');
  await page.keyboard.press('ArrowUp');
  await expect(composer).toHaveValue('First question');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(composer).toHaveValue('A draft');

  await page.keyboard.press('ArrowUp');
  await expect(composer).toHaveValue('Second question');
  await page.keyboard.press('Enter');
  await expect(window.messages('user').last()).toContainText('Second question');
  await expect(composer).toHaveValue('A draft');
});

test('a walk leaves the saved draft as it is, even when Parlor is killed in it', async ({ launch }) => {
  const first = await launch();
  await askAndWait(first.window, 'Sent before');
  await first.window.composer.fill('Half a thought');
  await first.window.composer.blur();
  await first.window.composer.focus();
  await first.page.keyboard.press('ArrowUp');
  await expect(first.window.composer).toHaveValue('Sent before');
  await first.kill();
  const { window } = await launch();
  await expect(window.composer).toHaveValue('Half a thought');
});

test('a draft whose place an edited earlier message took survives a kill, and comes back', async ({
  folder,
  launch,
}) => {
  const first = await launch();
  await askAndWait(first.window, 'Sent before');
  await first.window.composer.fill('Half a thought');
  await first.window.composer.blur();
  await first.window.composer.focus();
  await first.page.keyboard.press('ArrowUp');
  await expect(first.window.composer).toHaveValue('Sent before');
  await first.page.keyboard.press('End');
  await first.page.keyboard.type(' and now');
  await first.window.composer.blur();
  await expect.poll(() => savedColumn(folder, 'SELECT text FROM drafts')).toEqual(['Sent before and now']);
  await first.kill();

  const { window, page } = await launch();
  await expect(window.composer).toHaveValue('Sent before and now');
  await window.composer.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(window.composer).toHaveValue('Half a thought');
  await page.keyboard.press('ArrowUp');
  await expect(window.composer).toHaveValue('Sent before');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(window.composer).toHaveValue('Sent before and now');
  await page.keyboard.press('Enter');
  await expect(window.messages('user').last()).toContainText('Sent before and now');
  await expect(window.composer).toHaveValue('Half a thought');
  await window.composer.fill('');
  await page.keyboard.press('ArrowUp');
  await expect(window.composer).toHaveValue('Sent before and now');
});

test('Ctrl+R finds what was sent, marks it, and takes it into the field', async ({
  parlor: { window, page },
}) => {
  await askAndWait(window, 'Green tea or black tea?', 'And what about coffee?', 'Tea once more');
  await window.composer.fill('A draft');
  await page.keyboard.press('Control+r');
  const field = page.getByRole('textbox', { name: text.writing.history.field });
  const search = page.getByRole('search', { name: text.writing.history.label });
  await expect(field).toBeFocused();
  await expect(window.composer).toHaveValue('A draft');
  await field.fill('tea');
  await expect(search.locator('mark')).toHaveText(['Tea']);
  await page.keyboard.press('Control+r');
  await expect(search.locator('mark')).toHaveText(['tea', 'tea']);
  await page.keyboard.press('Control+r');
  await expect(search).toContainText(text.writing.history.noneOlder);
  await page.keyboard.press('Control+s');
  await expect(search).toContainText('Tea once more');
  await field.fill('lemonade');
  await expect(search).toContainText(text.writing.history.none);
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
  await expect(window.composer).toBeFocused();
  await expect(window.composer).toHaveValue('A draft');

  await page.keyboard.press('Control+r');
  await field.fill('coffee');
  await expect(search.locator('mark')).toHaveText(['coffee']);
  await page.keyboard.press('Enter');
  await expect(window.composer).toHaveValue('And what about coffee?');
  await page.keyboard.press('ArrowUp');
  await expect(window.composer).toHaveValue('Green tea or black tea?');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(window.composer).toHaveValue('A draft');
});

test('what was sent is forgotten on request', async ({ parlor: { window, page } }) => {
  await askAndWait(window, 'A secret');
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: text.writing.settings.clear }).click();
  await page
    .getByRole('dialog', { name: text.writing.settings.clearQuestion })
    .getByRole('button', { name: text.writing.settings.clear })
    .click();
  await expect(page.getByText(text.writing.settings.cleared)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(window.dialog).toHaveCount(0);
  await window.composer.focus();
  await page.keyboard.press('ArrowUp');
  await expect(window.composer).toHaveValue('');
  await expect(window.messages('user')).toContainText('A secret');
});

test('a slash command is completed and run by keyboard', async ({ parlor: { window, page } }) => {
  const { composer } = window;
  await expect(composer).toBeFocused();
  await page.keyboard.type('/ta');
  await expect(options(page)).toHaveText([/^\/tag/]);
  await page.keyboard.press('Enter');
  await expect(composer).toHaveValue('/tag ');
  await page.keyboard.type('"to read" tea');
  await page.keyboard.press('Enter');
  await expect(composer).toHaveValue('');
  await page.keyboard.type('/tag t');
  await expect(options(page)).toHaveText(['tea', 'to read']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(composer).toHaveValue('/tag "to read" ');
  await composer.fill('');

  await page.keyboard.type('/');
  await page.keyboard.press('Escape');
  await expect(options(page)).toHaveCount(0);
  await expect(composer).toHaveValue('/');
  await page.keyboard.type('hel');
  await page.keyboard.press('Enter');
  await expect(window.dialog).toContainText(text.slash.help.title);
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
  await expect(composer).toHaveValue('');
});

test('commands act on the session', async ({ ollama, parlor: { window, page } }) => {
  await askAndWait(window, 'Plans for May');
  await window.ask('/system Be brief.');
  await expect(window.composer).toHaveValue('');
  ollama.setBehaviour({ kind: 'hold' });
  await window.ask('/new Something else');
  await expect(window.messages('user')).toHaveText(/Something else/);
  await ollama.waitForRequest('/api/chat', 2);
  await window.ask('/stop');
  await window.answerThatIs('stopped').waitFor();
  await window.ask('/load plans');
  await expect(window.messages('user')).toHaveText(/Plans for May/);
  await window.ask('/clear');
  await expect(window.messages('user')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(window.messages('user')).toHaveText(/Plans for May/);
});

test('a command that does not exist keeps the text and can be sent', async ({ parlor: { window, page } }) => {
  await window.ask('/exprot --format=md');
  await expect(page.getByRole('alert')).toContainText(text.slash.problems.didYouMean('/export'));
  await expect(window.composer).toHaveValue('/exprot --format=md');
  await window.ask('/usr/bin is full');
  await expect(page.getByRole('button', { name: text.slash.sendAsText })).toBeVisible();
  await expect(window.messages('user')).toHaveCount(0);
  await window.composer.press('Enter');
  await expect(window.messages('user')).toHaveText(/\/usr\/bin is full/);
  await window.answerThatIs('complete').waitFor();
  await expect(window.stop).toBeHidden();
  await window.ask('//help is a word');
  await expect(window.messages('user').last()).toContainText('/help is a word');
});

test('a long paste becomes an attachment when wanted, and text again', async ({
  parlor: { window, page, app },
}) => {
  const long = 'A line of some length.\n'.repeat(400);
  await app.evaluate(({ clipboard }, pasted) => clipboard.writeText(pasted), long);
  await window.composer.fill('See: ');
  await page.keyboard.press('Control+v');
  await expect(window.composer).toHaveValue(`See: ${long}`);
  await page.getByRole('button', { name: text.writing.paste.attach }).click();
  await expect(window.composer).toHaveValue('See: ');
  const files = page.getByRole('list', { name: text.attachments.inDraft });
  await expect(files).toContainText(text.writing.paste.fileName);
  await page.getByRole('button', { name: text.writing.paste.undo }).click();
  await expect(window.composer).toHaveValue(`See: ${long}`);
  await expect(files).toBeHidden();
});

test('Send stays in sight in the smallest window, twice as large, over a long draft', async ({
  parlor: { window, page, app },
}) => {
  await app.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows();
    shown?.setContentSize(640, 480);
    shown?.webContents.setZoomFactor(2);
  });
  await window.composer.fill('A long draft.\n'.repeat(60));
  const send = page.getByRole('button', { name: text.composer.send, exact: true });
  await expect(send).toBeInViewport({ ratio: 1 });
  await expect(window.composer).toBeInViewport();
});

/** Chooses an item of the menu that was shown last. */
function chooseFromMenu(app: ElectronApplication, label: string): Promise<void> {
  return app.evaluate((_electron, wanted) => {
    const menu = Reflect.get(globalThis, 'shownMenu') as Electron.Menu;
    menu.items.find((item) => item.label === wanted)?.click();
  }, label);
}

test('spelling is checked here alone, with suggestions and a dictionary of one’s own', async ({ launch }) => {
  const { add } = text.writing.spelling;
  const first = await launch();
  const { window, page, app } = first;
  await expect(window.composer).toBeFocused();
  await page.keyboard.type('recieve a mochiki ');
  const at = async ({ composer }: ParlorWindow, x: number) => {
    const box = await composer.boundingBox();
    if (box === null) throw new Error('no field');
    return [box.x + x, box.y + 24] as const;
  };
  await expect.poll(async () => menuAt(app, page, ...(await at(window, 30)))).toContain(add('recieve'));
  expect(await menuAt(app, page, ...(await at(window, 30)))).toContain('receive');
  await chooseFromMenu(app, 'receive');
  await expect(window.composer).toHaveValue('receive a mochiki ');

  await expect.poll(async () => menuAt(app, page, ...(await at(window, 100)))).toContain(add('mochiki'));
  await chooseFromMenu(app, add('mochiki'));
  await expect.poll(async () => menuAt(app, page, ...(await at(window, 100)))).not.toContain(add('mochiki'));
  await expect(window.composer).toHaveValue('receive a mochiki ');
  await window.composer.fill('');
  await first.quit();

  const again = await launch();
  await expect(again.window.composer).toBeFocused();
  await again.page.keyboard.type('mochiki wrnog ');
  const words = () => at(again.window, 90).then((place) => menuAt(again.app, again.page, ...place));
  await expect.poll(words).toContain(add('wrnog'));
  expect(await menuAt(again.app, again.page, ...(await at(again.window, 30)))).not.toContain(add('mochiki'));
});

test('the settings say which languages are checked', async ({ parlor: { window, page } }) => {
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+,');
  await expect(
    window.dialog.getByRole('checkbox', { name: text.writing.settings.spelling }),
  ).toHaveAccessibleDescription(text.writing.settings.spellingHint);
});

for (const theme of ['light', 'dark'] as const) {
  test(`suggestions, help and search have no serious accessibility problem (${theme})`, async ({
    launch,
  }) => {
    const { window, page } = await launch({ settings: { theme } });
    await askAndWait(window, 'Green tea');
    const check = async () => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    };
    await window.composer.focus();
    await page.keyboard.type('/');
    await expect(options(page).first()).toBeVisible();
    await check();
    await window.composer.fill('/nonsense');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await check();
    await window.composer.fill('');
    await page.keyboard.press('Control+r');
    await page.getByRole('textbox', { name: text.writing.history.field }).fill('tea');
    await expect(page.locator('mark')).toBeVisible();
    await check();
    await page.keyboard.press('Escape');
    await window.ask('/help');
    await expect(window.dialog).toBeVisible();
    await check();
  });
}
