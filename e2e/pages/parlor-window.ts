import type { Page } from '@playwright/test';

/** What a user sees and does in the window, found by role and by the catalogue's words. */
export class ParlorWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }
}
