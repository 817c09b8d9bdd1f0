import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';

const nobody = 'http://127.0.0.1:9';

test('without Ollama the window says so, what to do, and offers the demo', async ({ launch }) => {
  const { page, window } = await launch({ ollamaHost: nobody });
  await expect(page.getByText(text.empty.unreachableTitle(nobody))).toBeVisible();
  await expect(page.getByRole('button', { name: text.empty.tryAgain })).toBeVisible();

  await page.getByRole('button', { name: text.empty.demo }).click();
  await expect(page.getByText(text.demo.banner)).toBeVisible();
  // The demo's model is chosen by now.
  await expect(window.composer).toBeFocused();

  await window.ask('What is this?');
  await expect(window.answerThatIs('complete')).toContainText('demo');
  await expect(window.answer.locator('time')).toBeVisible();

  await page.getByRole('button', { name: text.demo.leave }).click();
  await expect(page.getByText(text.demo.banner)).toBeHidden();
});

test('the first message gets a streamed answer, word by word', async ({ ollama, parlor }) => {
  const { window, page } = parlor;
  ollama.setBehaviour({ kind: 'gated', answer: ['Green tea ', 'steeps for ', 'two minutes.'] });
  await expect(window.composer).toBeFocused();
  await window.ask('How long does green tea steep?');

  await expect(window.messages('user')).toContainText('How long does green tea steep?');
  await expect(window.stop).toBeVisible();
  ollama.release();
  await expect(window.answer).toContainText('Green tea');
  await expect(window.answer).not.toContainText('two minutes');
  ollama.release(Number.POSITIVE_INFINITY);
  await expect(window.answerThatIs('complete')).toContainText('Green tea steeps for two minutes.');
  await expect(window.answer).toContainText('tok');
  await expect(window.openRow).toContainText('How long does green tea steep?');
  await expect(window.composer).toHaveValue('');
  await expect(page).toHaveTitle(/Parlor/);
});

test('no model installed: the window shows how to get one', async ({ ollama, launch }) => {
  ollama.setModels([]);
  const { page } = await launch();
  await expect(page.getByText(text.empty.noModelsTitle)).toBeVisible();
  await expect(page.getByText(text.empty.noModelsCommand)).toBeVisible();
});
