import { text } from '#shared/text/index.ts';
import { expect, type Parlor, test } from './fixtures/parlor.ts';
import type { ParlorWindow } from './pages/parlor-window.ts';

test.beforeEach(({ ollama }) => {
  ollama.setBehaviour({ kind: 'answer', answer: 'Yes.' });
});

test('sessions are listed newest first; activity moves one up, renaming does not', async ({
  parlor: { window, page },
}) => {
  await window.askInNewSession('First');
  await window.askInNewSession('Second');
  await expect
    .poll(async () => (await window.sessionTitles).map((row) => row.split('\n')[0]))
    .toEqual(['Second', 'First']);

  await window.sessionRow('First').click();
  await expect(window.openRow).toContainText('First');
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: text.header.titleField }).fill('My title');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await window.sessionTitles).map((row) => row.split('\n')[0]))
    .toEqual(['Second', 'My title']);

  await window.ask('More');
  await expect
    .poll(async () => (await window.sessionTitles).map((row) => row.split('\n')[0]))
    .toEqual(['My title', 'Second']);
});

test('a session is renamed in place, and Escape gives up', async ({ parlor: { window, page } }) => {
  await window.askInNewSession('Tea');
  await window.sessionRow('Tea').press('F2');
  await page.getByRole('textbox', { name: text.sidebar.titleField }).fill('Coffee');
  await page.keyboard.press('Escape');
  await expect(window.openRow).toContainText('Tea');
  await window.sessionRow('Tea').press('F2');
  await page.getByRole('textbox', { name: text.sidebar.titleField }).fill('Coffee');
  await page.keyboard.press('Enter');
  await expect(window.openRow).toContainText('Coffee');
});

test('the row that was renamed has the keyboard again', async ({ parlor: { window, page } }) => {
  await window.askInNewSession('Tea');
  for (const key of ['Escape', 'Enter']) {
    await window.sessionRow('Tea').press('F2');
    await expect(page.getByRole('textbox', { name: text.sidebar.titleField })).toBeFocused();
    await page.keyboard.press(key);
    await expect(window.sessionRow('Tea')).toBeFocused();
  }
  await window.sessionRow('Tea').press('F2');
  await window.composer.click();
  await expect(window.composer).toBeFocused();
});

test('Shift and a click select from the session that was clicked before', async ({
  parlor: { window, page },
}) => {
  for (const question of ['one', 'two', 'three', 'four']) await window.askInNewSession(question);
  await window.sessionRow('three').click();
  await expect(window.openRow).toContainText('three');
  await expect(window.selectedRows).toHaveCount(0);
  await window.sessionRow('one').click({ modifiers: ['Shift'] });
  await expect(window.selectedRows).toHaveText([/three/, /two/, /one/]);
  await window.sessionRow('four').click({ modifiers: ['Shift'] });
  await expect(window.selectedRows).toHaveText([/four/, /three/]);

  await window.sessionRow('one').click();
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+Shift+L');
  await expect(window.sessionRow('one')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(window.selectedRows).toHaveText([/three/, /two/]);
});

for (const [width, height] of [
  [1280, 800],
  [640, 480],
] as const) {
  test(`a menu stays within a window of ${width} x ${height}, all of it in reach`, async ({
    parlor: { app, window, page },
  }) => {
    for (const question of ['one', 'two', 'three', 'four', 'five']) await window.askInNewSession(question);
    await app.evaluate(
      ({ BrowserWindow }, size) => {
        const [only] = BrowserWindow.getAllWindows();
        only?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
    await expect.poll(() => page.evaluate('innerHeight')).toBe(height);
    const isInside = async () => {
      const box = await page.getByRole('menu').boundingBox();
      return box !== null && box.x >= 0 && box.y >= 0 && box.y + box.height <= height;
    };
    const last = page.getByRole('menuitem', { name: text.common.delete });

    if (!(await window.sidebar.isVisible())) await page.keyboard.press('Control+b');
    await window.sessionRow('one').press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: text.common.rename })).toBeFocused();
    await expect.poll(isInside).toBe(true);
    await page.keyboard.press('ArrowUp');
    await expect(last).toBeFocused();
    await expect(last).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(window.sessionRow('one')).toBeFocused();

    await window.sessionRow('one').click({ button: 'right' });
    await expect.poll(isInside).toBe(true);
    await last.click();
    await expect(window.sessionRow('one')).toHaveCount(0);
  });
}

test('a deleted session comes back by the notice, by Ctrl+Z, with everything in it', async ({
  parlor: { window, page },
}) => {
  await window.askInNewSession('Keep me');
  await window.askInNewSession('Other');
  await window.sessionRow('Keep me').press('Delete');
  await expect(window.sessionRow('Keep me')).toHaveCount(0);
  await page.getByRole('button', { name: text.common.undo }).click();
  await expect(window.openRow).toContainText('Keep me');
  await expect(window.answerThatIs('complete')).toContainText('Yes.');

  await page.keyboard.press('Control+Shift+Backspace');
  await expect(window.sessionRow('Keep me')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(window.sessionRow('Keep me')).toHaveCount(1);
});

async function newProject({ page, window }: Parlor, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  await window.dialog.getByRole('textbox', { name: text.project.name }).fill(name);
  await page.keyboard.press('Enter');
  await expect(window.section(name)).toBeVisible();
  await expect(window.composer).toBeFocused();
}

async function openProjectMenu({ page, window }: Parlor, name: string): Promise<void> {
  await window.section(name).hover();
  await page.getByRole('button', { name: text.sidebar.projectMenu(name) }).click();
}

test('projects hold sessions; deleting one asks what becomes of them, and can be undone', async ({
  parlor,
}) => {
  const { window, page } = parlor;
  await newProject(parlor, 'Thesis');
  await window.ask('Chapter one');
  await window.answerThatIs('complete').waitFor();
  const chip = page.getByRole('button', { name: text.library.header.moveFrom('Thesis') });
  await expect(chip).toBeVisible();

  await openProjectMenu(parlor, 'Thesis');
  await page.getByRole('menuitem', { name: text.sidebar.deleteProject }).click();
  await page.getByRole('radio', { name: text.library.deleteProject.toInbox.name }).check();
  await page.getByRole('button', { name: text.common.delete, exact: true }).click();
  await expect(window.section('Thesis')).toHaveCount(0);
  await expect(window.sessionRow('Chapter one')).toBeVisible();
  await expect(chip).toHaveCount(0);
  await page.getByRole('button', { name: text.common.undo }).click();
  await expect(window.section('Thesis')).toBeVisible();
  await expect(chip).toBeVisible();

  await openProjectMenu(parlor, 'Thesis');
  await page.getByRole('menuitem', { name: text.sidebar.deleteProject }).click();
  await page.getByRole('radio', { name: text.library.deleteProject.toTrash.name }).check();
  await page.getByRole('button', { name: text.common.delete, exact: true }).click();
  await expect(window.sessionRow('Chapter one')).toHaveCount(0);
  await page.getByRole('button', { name: text.common.undo }).click();
  await expect(window.sessionRow('Chapter one')).toBeVisible();
});

test('a project is renamed from its menu, and a new session there has the keyboard', async ({ parlor }) => {
  const { window, page } = parlor;
  await expect(window.composer).toBeFocused();
  await newProject(parlor, 'Thesis');
  await openProjectMenu(parlor, 'Thesis');
  await page.getByRole('menuitem', { name: text.sidebar.renameProject }).click();
  const field = page.getByRole('textbox', { name: text.sidebar.projectField });
  await field.pressSequentially('Book', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(window.section('Book')).toBeVisible();
  await openProjectMenu(parlor, 'Book');
  await page.getByRole('menuitem', { name: text.common.newSession }).click();
  await expect(window.composer).toBeFocused();
});

test('what a project begins with is what its new sessions have', async ({ ollama, parlor }) => {
  const { window, page } = parlor;
  await expect(window.composer).toBeFocused();
  await newProject(parlor, 'Tea');
  await openProjectMenu(parlor, 'Tea');
  await page.getByRole('menuitem', { name: text.library.actions.editProject }).click();
  await window.dialog.getByRole('textbox', { name: text.library.project.description }).fill('About leaves');
  await window.dialog.getByRole('textbox', { name: text.library.project.systemPrompt }).fill('Speak of tea.');
  await window.dialog.getByRole('textbox', { name: text.parameters.names.temperature }).fill('0,25');
  await page.keyboard.press('Enter');
  await expect(window.dialog).toBeHidden();

  await window.askInNewSession('Outside');
  await window.section('Tea').hover();
  await page.getByRole('button', { name: text.sidebar.newSessionIn('Tea') }).click();
  await expect(window.messages('user')).toHaveCount(0);
  await window.ask('Inside');
  await window.answerThatIs('complete').waitFor();
  const [outside, inside] = ollama.requests
    .filter(({ path }) => path === '/api/chat')
    .map(({ body }) => JSON.stringify(body));
  expect(outside).not.toContain('Speak of tea.');
  expect(inside).toContain('Speak of tea.');
  expect(inside).toContain('"temperature":0.25');
});

test('many sessions are moved by keyboard alone, and moved back in one step', async ({ parlor }) => {
  const { window, page } = parlor;
  await expect(window.composer).toBeFocused();
  await newProject(parlor, 'Thesis');
  for (const question of ['one', 'two', 'three']) await window.askInNewSession(question);

  await page.keyboard.press('Control+Shift+L');
  await expect(window.openRow).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(window.selectedRows).toHaveCount(2);
  await page.keyboard.press('Control+Shift+O');
  await page.keyboard.type('thes');
  await page.keyboard.press('Enter');
  // With the session the project began with.
  await expect(window.section('Thesis').getByTitle(text.sidebar.sessionCount(3))).toBeVisible();
  await expect(window.selectedRows).toHaveCount(0);
  await expect(page.getByText(text.library.done.moved('', 2, 'Thesis'))).toBeVisible();
  await expect.poll(() => placeOf(window, 'three')).toBe('Thesis');
  await expect.poll(() => placeOf(window, 'one')).toBe(text.sidebar.inbox);

  await page.keyboard.press('Control+z');
  await expect.poll(() => placeOf(window, 'three')).toBe(text.sidebar.inbox);
  await expect.poll(() => placeOf(window, 'two')).toBe(text.sidebar.inbox);
});

test('sessions are dragged onto a project, all selected ones at once', async ({ parlor }) => {
  const { window } = parlor;
  await expect(window.composer).toBeFocused();
  await newProject(parlor, 'Thesis');
  for (const question of ['one', 'two', 'three']) await window.askInNewSession(question);
  await window.sessionRow('three').click({ modifiers: ['Control'] });
  await window.sessionRow('one').click({ modifiers: ['Shift'] });
  await expect(window.selectedRows).toHaveCount(3);
  await window.sessionRow('two').click({ modifiers: ['Control'] });
  await expect(window.selectedRows).toHaveCount(2);
  await window.sessionRow('one').dragTo(window.section('Thesis'));
  await expect.poll(() => placeOf(window, 'one')).toBe('Thesis');
  await expect.poll(() => placeOf(window, 'three')).toBe('Thesis');
  expect(await placeOf(window, 'two')).toBe(text.sidebar.inbox);
});

test('a bulk delete comes back in one step, and several steps one after the other', async ({ parlor }) => {
  const { window, page } = parlor;
  for (const question of ['one', 'two', 'three', 'four']) await window.askInNewSession(question);
  await window.sessionRow('four').press('Delete');
  await expect(window.sessionRow('four')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+L');
  await expect(window.sidebar.locator('[data-roving]:focus')).toHaveCount(1);
  await page.keyboard.press('Control+a');
  await expect(window.selectedRows).toHaveCount(3);
  await page.keyboard.press('Delete');
  await expect(window.sessionRow('one')).toHaveCount(0);
  await expect(page.getByText(text.library.done.deleted('', 3))).toBeVisible();
  const dismiss = page.getByRole('button', { name: text.common.dismiss });
  await expect(dismiss).toHaveCount(2);
  await dismiss.first().click();
  await expect(dismiss).toHaveCount(1);
  await dismiss.click();
  await page.keyboard.press('Control+Shift+L');
  await expect(window.sidebar.locator('[data-roving]:focus')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  for (const title of ['one', 'two', 'three']) await expect(window.sessionRow(title)).toBeVisible();
  await expect(window.sessionRow('four')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(window.sessionRow('four')).toBeVisible();
});

test('a menu opened by keyboard begins at its first item, and deleting there keeps the keyboard in the list', async ({
  parlor,
}) => {
  const { window, page } = parlor;
  for (const question of ['one', 'two', 'three']) await window.askInNewSession(question);
  await page.keyboard.press('Control+Shift+L');
  await expect(window.sidebar.locator('[data-roving]:focus')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: text.common.rename })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: text.common.delete })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(window.sessionRow('two')).toHaveCount(0);
  await expect(window.sessionRow('one')).toBeFocused();
  await page.keyboard.press('Control+b');
  await expect(window.composer).toBeFocused();
});

test('tags are made, given to many, renamed and deleted with a way back', async ({ parlor }) => {
  const { window, page } = parlor;
  for (const question of ['one', 'two']) await window.askInNewSession(question);
  await page.keyboard.press('Control+Shift+L');
  await expect(window.sidebar.locator('[data-roving]:focus')).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+Shift+G');
  await page.keyboard.type('draft');
  await page.keyboard.press('Enter');
  await expect(window.dialog.getByRole('option', { name: 'draft', selected: true })).toBeVisible();
  await page.keyboard.press('Escape');
  const tagged = (name: string) => page.getByText(text.library.tagged([name]));
  await expect(tagged('draft')).toHaveCount(2);

  await page.getByRole('button', { name: text.library.menu, exact: true }).click();
  await page.getByRole('menuitem', { name: text.library.manageTags }).click();
  await expect(page.getByRole('textbox', { name: text.library.tags.newName })).toBeFocused();
  const field = page.getByRole('textbox', { name: text.library.tags.name('draft') });
  await field.fill('finished');
  await field.press('Enter');
  await expect(tagged('finished')).toHaveCount(2);
  await page.getByRole('button', { name: text.library.tags.delete('finished') }).click();
  await expect(tagged('finished')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(tagged('finished')).toHaveCount(2);
});

test('sessions are archived, shown on request, and taken out again', async ({ parlor }) => {
  const { window, page } = parlor;
  for (const question of ['one', 'two']) await window.askInNewSession(question);
  await page.keyboard.press('Control+Shift+A');
  await expect(window.sessionRow('two')).toHaveCount(0);
  await expect(page.getByText(text.library.header.archived, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: text.library.menu, exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: text.library.showArchived }).click();
  await expect(window.sessionRow('two')).toBeVisible();
  await expect(window.sessionRow('one')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+A');
  await expect(window.sessionRow('two')).toHaveCount(0);
  await page.getByRole('button', { name: text.library.leaveArchive }).click();
  await expect(window.sessionRow('two')).toBeVisible();
  await expect(window.sessionRow('one')).toBeVisible();
});

test('pinned sessions stand above all others; the list sorts by title', async ({ parlor }) => {
  const { window, page } = parlor;
  for (const question of ['pear', 'apple', 'quince']) await window.askInNewSession(question);
  const titles = async () => (await window.sessionTitles).map((row) => row.split('\n')[0]);
  await window.sessionRow('pear').click();
  await page.keyboard.press('Control+Shift+D');
  await expect(window.section(text.library.pinned)).toBeVisible();
  await expect.poll(titles).toEqual(['pear', 'quince', 'apple']);
  await page.getByRole('button', { name: text.library.menu, exact: true }).click();
  await page.getByRole('menuitemradio', { name: text.library.sorts.title }).click();
  await expect.poll(titles).toEqual(['pear', 'apple', 'quince']);
  await page.keyboard.press('Control+Shift+D');
  await expect.poll(titles).toEqual(['apple', 'pear', 'quince']);
});

test('two sessions are merged, and parted again', async ({ parlor }) => {
  const { window, page } = parlor;
  for (const question of ['one', 'two']) await window.askInNewSession(question);
  await page.keyboard.press('Control+Shift+L');
  await expect(window.sidebar.locator('[data-roving]:focus')).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: text.library.actions.merge, exact: true }).click();
  await expect(window.messages('user')).toHaveCount(2);
  await expect(page.locator('[data-session]')).toHaveCount(1);
  await page.getByRole('button', { name: text.common.undo }).click();
  await expect(page.locator('[data-session]')).toHaveCount(2);
  await expect(window.messages('user')).toHaveCount(1);
});

test('description and fields of a session are kept', async ({ parlor }) => {
  const { window, page } = parlor;
  await window.askInNewSession('one');
  await page.keyboard.press('Control+i');
  await page.getByRole('textbox', { name: text.library.details.description }).fill('About one');
  await page.getByRole('button', { name: text.library.details.addField }).click();
  await page.getByRole('textbox', { name: text.library.details.fieldName }).fill('source');
  await page.getByRole('textbox', { name: text.library.details.fieldValue }).fill('a book');
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('textbox', { name: text.library.details.description })).toHaveValue(
    'About one',
  );
  await expect(page.getByRole('textbox', { name: text.library.details.fieldValue })).toHaveValue('a book');
});

test('an answer that ends elsewhere leaves a mark until it is looked at', async ({ ollama, parlor }) => {
  const { window } = parlor;
  await window.askInNewSession('one');
  ollama.setBehaviour({ kind: 'gated', answer: ['Late'] });
  await window.newSession();
  await window.ask('two');
  await window.sessionRow('one').click();
  ollama.release(Number.POSITIVE_INFINITY);
  await expect(window.sessionRow('two')).toContainText(text.library.unread);
  await window.sessionRow('two').click();
  await expect(window.sessionRow('two')).not.toContainText(text.library.unread);
});

/** The heading a session stands below. */
async function placeOf(window: ParlorWindow, title: string): Promise<string | null> {
  const rows = await window.sidebar
    .getByRole('treeitem')
    .evaluateAll((items) =>
      items.map(
        (item) =>
          [item.getAttribute('aria-label'), item.textContent, item.getBoundingClientRect().top] as const,
      ),
    );
  const inOrder = rows.toSorted((one, other) => one[2] - other[2]);
  const at = inOrder.findIndex(([heading, words]) => heading === null && words?.includes(title) === true);
  return inOrder.slice(0, at).findLast(([heading]) => heading !== null)?.[0] ?? null;
}
