import { failures } from '#demo-server/behaviours.ts';
import { startDemoServer } from '#demo-server/demo-server.ts';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';

declare const getComputedStyle: (element: unknown) => { readonly backgroundColor: string };

test('Ollama goes away and comes back: the question waits, Try again sends it', async ({
  ollama,
  parlor,
}) => {
  const { window } = parlor;
  await window.ask('Before');
  await window.answerThatIs('complete').waitFor();

  const dotColour = () =>
    window.strip
      .locator('[aria-hidden]')
      .first()
      .evaluate((dot) => getComputedStyle(dot).backgroundColor);
  const there = await dotColour();

  const { port, address } = ollama;
  await ollama.close();
  await window.ask('While it was away');
  await expect(window.answerThatIs('failed')).toContainText(`Ollama is not answering at ${address}`);
  await expect(window.messages('user').last()).toContainText('While it was away');
  await expect(window.strip).toContainText('is not answering');
  // The dot says so, too.
  expect(await dotColour()).not.toBe(there);

  const again = await startDemoServer({ port, behaviour: { kind: 'answer', answer: 'Here I am.' } });
  await expect(window.strip).not.toContainText('is not answering');
  expect(await dotColour()).toBe(there);
  await window
    .answerThatIs('failed')
    .getByRole('button', { name: text.common.retry, exact: true })
    .first()
    .click();
  await expect(window.answerThatIs('complete')).toContainText('Here I am.');
  await again.close();
});

const refusals = [
  {
    name: 'a missing model',
    behaviour: failures.modelMissing('parlor-demo:latest'),
    says: 'ollama pull',
    button: text.chat.chooseModel,
  },
  {
    name: 'a failing runner',
    behaviour: failures.failed('model requires more system memory'),
    says: 'more system memory',
    button: text.common.retry,
  },
  { name: 'a full queue', behaviour: failures.busy(), says: 'busy', button: text.common.retry },
  {
    name: 'another service at the address',
    behaviour: failures.otherService(),
    says: 'not Ollama',
    button: text.chat.openSettings,
  },
];

for (const { name, behaviour, says, button } of refusals) {
  test(`${name} is said where it happened, with the button that mends it`, async ({
    ollama,
    parlor: { window },
  }) => {
    await expect(window.composer).toBeFocused();
    ollama.setBehaviour(behaviour);
    await window.ask('Hello?');
    const failed = window.answerThatIs('failed');
    await expect(failed).toContainText(new RegExp(says, 'i'));
    await expect(failed.getByRole('button', { name: button, exact: true }).first()).toBeVisible();
  });
}

test('an answer cut in the middle keeps its text and offers to try again', async ({
  ollama,
  parlor: { window },
}) => {
  ollama.setBehaviour({ kind: 'reset', after: 2, answer: ['Once ', 'upon ', 'a time'] });
  await window.ask('A story');
  const cut = window.answerThatIs('interrupted');
  await expect(cut).toContainText('Once upon');
  await expect(cut.getByRole('button', { name: text.common.retry, exact: true }).first()).toBeVisible();
});
