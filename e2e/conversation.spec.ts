import { demoModels } from '#demo-server/catalogue.ts';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';

const all = Number.POSITIVE_INFINITY;

test('stopping keeps the text and closes the connection', async ({ ollama, parlor: { window, page } }) => {
  ollama.setBehaviour({ kind: 'stall', after: 2, answer: ['Once ', 'upon ', 'a time'] });
  await window.ask('A story');
  await expect(window.answer).toContainText('Once upon');
  await page.keyboard.press('Escape');
  await ollama.waitForDisconnect();
  await expect(window.answerThatIs('stopped')).toContainText('Once upon');
  await expect(window.answer).toContainText(text.chat.stopped);
  await expect(window.composer).toBeEditable();
});

test('asking again keeps the first answer a click away', async ({ ollama, parlor: { window, page } }) => {
  ollama.setBehaviour({ kind: 'answer', answer: 'Black.' });
  await window.ask('Green or black?');
  await expect(window.answerThatIs('complete')).toContainText('Black.');
  ollama.setBehaviour({ kind: 'answer', answer: 'Green.' });
  await page.keyboard.press('Control+Shift+R');
  await expect(window.answerThatIs('complete')).toContainText('Green.');
  await expect(window.answer.getByLabel(text.chat.answerOfLong(2, 2))).toBeVisible();
  await window.answer.getByRole('button', { name: text.chat.previousAnswer }).click();
  await expect(window.answer).toContainText('Black.');
  await expect(window.messages('assistant')).toHaveCount(1);
});

test('thinking stands apart, folded, with its time', async ({ ollama, parlor: { window } }) => {
  ollama.setBehaviour({ kind: 'answer', thinking: 'Leaves, water, time.', answer: 'Two minutes.' });
  await window.ask('How long?');
  await expect(window.answerThatIs('complete')).toContainText('Two minutes.');
  await expect(window.answer.getByText('Leaves, water, time.')).toBeHidden();
  await window.answer.getByRole('button', { name: /^Thought/ }).click();
  await expect(window.answer.getByText('Leaves, water, time.')).toBeVisible();
});

test('two sessions answer at once and neither disturbs the other', async ({ ollama, parlor: { window } }) => {
  ollama.setBehaviour(({ prompt }) => ({
    kind: 'gated',
    gate: prompt,
    answer: [`${prompt} begins, `, 'ends.'],
  }));
  await window.ask('First');
  ollama.release(1, 'First');
  await expect(window.answer).toContainText('First begins');

  await window.newSession();
  await window.ask('Second');
  ollama.release(1, 'Second');
  await expect(window.answer).toContainText('Second begins');
  await expect(window.sidebar.getByText(text.sidebar.answering)).toHaveCount(2);

  ollama.release(all, 'First');
  await expect(window.sidebar.getByText(text.sidebar.answering)).toHaveCount(1);
  await expect(window.answerThatIs('streaming')).toContainText('Second begins');
  await window.sessionRow('First').click();
  await expect(window.answerThatIs('complete')).toContainText('First begins, ends.');
  await window.sessionRow('Second').click();
  ollama.release(all, 'Second');
  await expect(window.answerThatIs('complete')).toContainText('Second begins, ends.');
});

test('an answer goes on while its session is not shown, and while the window loads again', async ({
  ollama,
  parlor: { window, page },
}) => {
  ollama.setBehaviour({ kind: 'gated', answer: ['one ', 'two ', 'three ', 'four'] });
  await window.ask('Count');
  ollama.release(1);
  await expect(window.answer).toContainText('one');
  await page.reload();
  await expect(window.answerThatIs('streaming')).toContainText('one');
  ollama.release(1);
  await expect(window.answer).toContainText('one two');
  await window.newSession();
  ollama.release(all);
  await expect(window.sidebar.getByText(text.sidebar.answering)).toHaveCount(0);
  await window.sessionRow('Count').click();
  await expect(window.answerThatIs('complete')).toContainText('one two three four');
});

test('Markdown is shown as text on the page, and what could do harm as plain text', async ({
  ollama,
  parlor: { window, page, app },
}) => {
  const answer = [
    '## Steps\n\n',
    '- **boil** water\n- wait\n\n| tea | °C |\n|---|---|\n| green | 80 |\n\n',
    '```python\nprint("tea")\n```\n\n',
    '<img src=x onerror="window.hurt = true"> [bad](javascript:window.hurt=true) ',
    '![pixel](https://tracker.example/p.png) [good](https://ollama.com)',
  ];
  ollama.setBehaviour({ kind: 'answer', answer });
  await window.ask('How?');
  await window.answerThatIs('complete').waitFor();
  await expect(window.answer.getByRole('table')).toContainText('80');
  await expect(window.answer.locator('strong')).toHaveText('boil');
  await expect(window.answer.locator('pre')).toContainText('print("tea")');
  await expect(window.answer.locator('img')).toHaveCount(0);
  const addresses = await window.answer
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(addresses).toEqual(['https://tracker.example/p.png', 'https://ollama.com/']);
  expect(await page.evaluate(() => 'hurt' in globalThis)).toBe(false);

  await window.answer.getByRole('button', { name: text.markdown.copyCode, exact: true }).click();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('print("tea")');
});

test('the transcript sticks to its end, and lets go when the user scrolls up', async ({
  ollama,
  parlor: { window, page },
}) => {
  const lines = Array.from({ length: 80 }, (_, line) => `Line ${line + 1}.\n\n`);
  ollama.setBehaviour({ kind: 'gated', answer: lines });
  await window.ask('Many lines');
  const gap = () => window.transcript.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
  ollama.release(40);
  await expect(window.answer).toContainText('Line 40.');
  await expect.poll(gap).toBeLessThanOrEqual(2);

  await window.transcript.hover();
  const settled = window.transcript.evaluate(
    (box) =>
      new Promise<number>((resolve) => {
        box.addEventListener('scrollend', () => resolve(box.scrollTop), { once: true });
      }),
  );
  await page.mouse.wheel(0, -600);
  const before = await settled;
  await expect(page.getByRole('button', { name: text.chat.jumpToLatest })).toBeVisible();
  ollama.release(all);
  await expect(window.answerThatIs('complete')).toContainText('Line 80.');
  expect(await window.transcript.evaluate((box) => box.scrollTop)).toBeCloseTo(before, 0);
  await page.getByRole('button', { name: text.chat.jumpToLatest }).click();
  await expect.poll(gap).toBeLessThanOrEqual(2);
});

test('Shift+Enter breaks the line, the draft stays with its session', async ({
  parlor: { window, page },
}) => {
  await window.ask('First question');
  await window.answerThatIs('complete').waitFor();
  await window.composer.pressSequentially('half');
  await page.keyboard.press('Shift+Enter');
  await window.composer.pressSequentially('a thought');
  await expect(window.composer).toHaveValue('half\na thought');
  await window.newSession();
  await expect(window.composer).toHaveValue('');
  await window.sessionRow('First question').click();
  await expect(window.composer).toHaveValue('half\na thought');
});

test('model and parameters are chosen per session and sent', async ({ ollama, parlor: { window, page } }) => {
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+Shift+M');
  await page.getByRole('option', { name: /parlor-demo-thinking/ }).click();
  await page.keyboard.press('Control+Shift+P');
  await window.dialog.getByLabel(text.parameters.names.temperature).fill('0.2');
  await window.dialog.getByLabel(text.parameters.names.numCtx).fill('16384');
  await window.dialog.getByLabel(text.parameters.systemPrompt, { exact: true }).fill('Be brief.');
  await window.dialog.getByLabel(text.parameters.names.topP).fill('7');
  await page.keyboard.press('Tab');
  await expect(window.dialog.getByText(text.parameters.problems.atMost('1'))).toBeVisible();
  await window.dialog.getByLabel(text.parameters.names.topP).fill('');
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
  await window.ask('Hello');
  const { body } = await ollama.waitForRequest('/api/chat');
  expect(body).toMatchObject({
    model: 'parlor-demo-thinking:latest',
    options: { temperature: 0.2, num_ctx: 16384 },
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Hello' },
    ],
  });
});

test('a double click on Send does not stop the answer, and typing goes on in the field', async ({
  ollama,
  parlor: { window, page },
}) => {
  ollama.setBehaviour({ kind: 'gated', answer: ['Once ', 'upon a time'] });
  await window.composer.fill('A story');
  await page.getByRole('button', { name: text.composer.send, exact: true }).dblclick();
  ollama.release();
  await expect(window.answerThatIs('streaming')).toContainText('Once');
  await expect(window.composer).toBeFocused();
  ollama.release(all);
  await expect(window.answerThatIs('complete')).toContainText('Once upon a time');
});

test('the list of models is read anew however the picker is opened', async ({
  ollama,
  parlor: { window, page },
}) => {
  await expect(window.composer).toBeFocused();
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByRole('option')).toHaveCount(demoModels.length);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  ollama.setModels(demoModels.slice(0, 1));
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByRole('option')).toHaveCount(1);
});
