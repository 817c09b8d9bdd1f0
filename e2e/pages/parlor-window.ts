import { expect, type Locator, type Page } from '@playwright/test';
import { text } from '#shared/text/index.ts';

/** What a user sees and does in the window, found by role and by the catalogue's words. */
export class ParlorWindow {
  readonly page: Page;
  readonly sidebar: Locator;
  readonly transcript: Locator;
  readonly composer: Locator;
  readonly stop: Locator;
  readonly dialog: Locator;
  readonly strip: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sidebar = page.getByRole('navigation', { name: text.sidebar.label });
    this.transcript = page.getByRole('region', { name: text.chat.label, exact: true });
    this.composer = page.getByRole('textbox', { name: text.composer.label, exact: true });
    this.stop = page.getByRole('button', { name: text.composer.stop, exact: true });
    this.strip = page.getByRole('region', { name: text.strip.label });
    this.dialog = page.getByRole('dialog');
  }

  messages(role: 'user' | 'assistant'): Locator {
    return this.transcript.locator(`article[data-role=${role}]`);
  }

  /** The newest answer shown. */
  get answer(): Locator {
    return this.messages('assistant').last();
  }

  /** The newest answer shown, once it is in this state: an earlier one that is counts for nothing. */
  answerThatIs(status: 'complete' | 'stopped' | 'failed' | 'interrupted' | 'streaming'): Locator {
    return this.answer.and(this.page.locator(`[data-status=${status}]`));
  }

  async ask(question: string): Promise<void> {
    await this.composer.fill(question);
    await this.composer.press('Enter');
  }

  sessionRow(title: string | RegExp): Locator {
    return this.sidebar.locator('[data-session]').filter({ hasText: title });
  }

  /** What a row of the list says, without what only screen readers hear. */
  get sessionTitles(): Promise<string[]> {
    return this.sidebar.locator('[data-session]').allInnerTexts();
  }

  /** The heading of a project, of the Inbox, or of another section. */
  section(name: string): Locator {
    return this.sidebar.getByRole('treeitem', { name, exact: true });
  }

  /** The session that is open, in the sidebar. */
  get openRow(): Locator {
    return this.sidebar.locator('[aria-current=page]');
  }

  get selectedRows(): Locator {
    return this.sidebar.locator('[data-session][aria-selected=true]');
  }

  /** A new session in the Inbox; it is open when this ends: what is asked any sooner goes to the one before. */
  async newSession(): Promise<void> {
    await this.page.keyboard.press('Control+n');
    await expect(this.openRow).toContainText(text.sidebar.untitled);
    const ofProject = this.page.getByRole('button', { name: new RegExp(text.library.header.moveFrom('.*')) });
    await expect(ofProject).toHaveCount(0);
    await expect(this.messages('user')).toHaveCount(0);
  }

  async askInNewSession(question: string): Promise<void> {
    await this.newSession();
    await this.ask(question);
    await this.answerThatIs('complete').waitFor();
  }
}
