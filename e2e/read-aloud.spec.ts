import type { Page } from '@playwright/test';
import { text } from '#shared/text/index.ts';
import { expect, test } from './fixtures/parlor.ts';

const words = text.reading;

/** In the place of the system's voices, which differ from computer to computer: what is said can be looked at. */
function replaceVoices(page: Page, names: readonly string[]): Promise<void> {
  return page.evaluate(`(() => {
    window.said = [];
    window.SpeechSynthesisUtterance = class extends EventTarget {
      constructor(text) { super(); this.text = text; }
    };
    const voices = ${JSON.stringify(names)}.map((name, index) => (
      { voiceURI: name, name, lang: 'en-GB', localService: true, default: index === 0 }
    ));
    speechSynthesis.getVoices = () => voices;
    speechSynthesis.speak = ({ text, voice, rate }) => window.said.push([text, voice.name, rate]);
    speechSynthesis.cancel = () => window.said.push('cancelled');
    speechSynthesis.dispatchEvent(new Event('voiceschanged'));
  })()`);
}

const said = (page: Page) => page.evaluate<readonly unknown[]>('window.said');

test('an answer is read by the chosen voice, paused and stopped by keys', async ({
  ollama,
  parlor: { window, page },
}) => {
  ollama.setBehaviour({ kind: 'answer', answer: ['Green tea is **good**.'] });
  await window.ask('Tea?');
  await window.answerThatIs('complete').waitFor();
  await replaceVoices(page, ['Anna', 'Ben']);
  await page.keyboard.press('Control+,');
  const voice = window.dialog.getByLabel(words.aloud.voice);
  await expect(voice.getByRole('option')).toHaveText([
    words.aloud.systemVoice,
    words.aloud.named('Anna', 'en-GB'),
    words.aloud.named('Ben', 'en-GB'),
  ]);
  await voice.selectOption('Ben');
  await window.dialog.getByLabel(words.aloud.speed).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await window.dialog.getByRole('button', { name: words.aloud.listen }).click();
  await expect.poll(() => said(page)).toContainEqual([words.sample, 'Ben', 1.2]);
  await page.keyboard.press('Escape');
  await expect(window.dialog).toHaveCount(0);

  const sentence = ['Green tea is good.', 'Ben', 1.2];
  const times = async () => (await said(page)).filter((each) => String(each) === String(sentence)).length;
  await window.answer.focus();
  await page.keyboard.press('s');
  await expect.poll(times).toBe(1);
  await page.keyboard.press('Shift+S');
  await expect.poll(async () => (await said(page)).at(-1)).toBe('cancelled');
  await page.keyboard.press('Shift+S');
  await expect.poll(times).toBe(2);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await said(page)).at(-1)).toBe('cancelled');
  await expect(window.answer).toBeFocused();
});

test('that there is no voice is said in the settings and where one is asked for', async ({
  parlor: { window, page },
}) => {
  await window.ask('Tea?');
  await window.answerThatIs('complete').waitFor();
  await replaceVoices(page, []);
  await window.answer.focus();
  await page.keyboard.press('s');
  await expect(page.getByText(words.noVoices).first()).toBeVisible();
  await page.keyboard.press('Control+,');
  await expect(window.dialog.getByText(words.noVoices)).toBeVisible();
});
