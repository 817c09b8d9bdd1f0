import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';
import type { ParlorWindow } from './pages/parlor-window.ts';

async function askInNewSession(window: ParlorWindow, question: string): Promise<void> {
  await window.newSession();
  await expect(window.messages('user')).toHaveCount(0);
  await window.ask(question);
  await window.answerThatIs('complete').waitFor();
}

test.beforeEach(({ ollama }) => {
  ollama.setBehaviour({ kind: 'answer', answer: 'Yes.' });
});

test('sessions are listed newest first; activity moves one up, renaming does not', async ({
  parlor: { window, page },
}) => {
  await askInNewSession(window, 'First');
  await askInNewSession(window, 'Second');
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
  await askInNewSession(window, 'Tea');
  await window.sessionRow('Tea').press('F2');
  await page.getByRole('textbox', { name: text.sidebar.titleField }).fill('Coffee');
  await page.keyboard.press('Escape');
  await expect(window.openRow).toContainText('Tea');
  await window.sessionRow('Tea').press('F2');
  await page.getByRole('textbox', { name: text.sidebar.titleField }).fill('Coffee');
  await page.keyboard.press('Enter');
  await expect(window.openRow).toContainText('Coffee');
});

test('a deleted session comes back by the notice, by Ctrl+Z, with everything in it', async ({
  parlor: { window, page },
}) => {
  await askInNewSession(window, 'Keep me');
  await askInNewSession(window, 'Other');
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

test('projects hold sessions; deleting one sends them to the Inbox and can be undone', async ({
  parlor: { window, page },
}) => {
  await page.keyboard.press('Control+Shift+N');
  await window.dialog.getByRole('textbox').fill('Thesis');
  await page.keyboard.press('Enter');
  const project = page.getByRole('region', { name: 'Thesis' });
  await expect(project).toBeVisible();
  await page.getByRole('heading', { name: 'Thesis' }).hover();
  await page.getByRole('button', { name: text.sidebar.newSessionIn('Thesis') }).click();
  await window.ask('Chapter one');
  await expect(project.getByRole('listitem')).toContainText('Chapter one');

  await page.getByRole('heading', { name: 'Thesis' }).hover();
  await page.getByRole('button', { name: text.sidebar.projectMenu('Thesis') }).click();
  await page.getByRole('menuitem', { name: text.sidebar.deleteProject }).click();
  await expect(project).toHaveCount(0);
  const inbox = page.getByRole('region', { name: text.sidebar.inbox });
  await expect(inbox).toContainText('Chapter one');
  await page.getByRole('button', { name: text.common.undo }).click();
  await expect(project).toContainText('Chapter one');
});

test('a project is renamed from its menu, and a new session there has the keyboard', async ({
  parlor: { window, page },
}) => {
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+Shift+N');
  await window.dialog.getByRole('textbox').fill('Thesis');
  await page.keyboard.press('Enter');
  const openMenu = async (name: string) => {
    await page.getByRole('heading', { name }).hover();
    await page.getByRole('button', { name: text.sidebar.projectMenu(name) }).click();
  };
  await openMenu('Thesis');
  await page.getByRole('menuitem', { name: text.sidebar.renameProject }).click();
  const field = page.getByRole('textbox', { name: text.sidebar.projectField });
  await field.pressSequentially('Book', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Book' })).toBeVisible();
  await openMenu('Book');
  await page.getByRole('menuitem', { name: text.common.newSession }).click();
  await expect(window.composer).toBeFocused();
});
