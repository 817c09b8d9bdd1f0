import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

/** `npm run screenshots`: takes the pictures of docs/screenshots anew. */
export default defineConfig(tests, { testMatch: '*.pictures.ts', workers: 1 });
