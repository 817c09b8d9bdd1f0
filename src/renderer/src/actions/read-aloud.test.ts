import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '#shared/domain.ts';
import { defaultSettings } from '#shared/settings.ts';
import { text } from '#shared/text/index.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useSpeechStore } from '../stores/chat/speech-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { useSettingsStore } from '../stores/window/settings-store.ts';
import { stopReading, togglePause, toggleReading } from './read-aloud.ts';
import { watchVoices } from './watch-voices.ts';

/** The edge of the system: what was said, and the events it would send. */
class FakeUtterance extends EventTarget {
  readonly text: string;
  voice: { voiceURI: string } | null = null;
  lang = '';
  rate = 1;
  constructor(spoken: string) {
    super();
    this.text = spoken;
  }
}

class FakeSynthesis extends EventTarget {
  said: FakeUtterance[] = [];
  cancelled = 0;
  voices = [
    { voiceURI: 'far', name: 'Far', lang: 'en-US', localService: false, default: true },
    { voiceURI: 'anna', name: 'Anna', lang: 'de_DE', localService: true, default: false },
    { voiceURI: 'ben', name: 'Ben', lang: 'en-GB', localService: true, default: true },
  ];
  getVoices = () => this.voices;
  speak = (utterance: FakeUtterance) => this.said.push(utterance);
  cancel = () => {
    this.cancelled += 1;
  };
}

const sentence = 'This is a sentence of about forty letters. ';
const long = sentence.repeat(12);
const message = { id: 'm', sessionId: 's' } as Message;
let synthesis: FakeSynthesis;
let page: EventTarget;
/** The dialog or menu that lies over the window. */
let popup: object | null;
let stopWatching = () => {};

function begin(settings: Partial<typeof defaultSettings> = {}, voices?: FakeSynthesis['voices']): void {
  stopWatching();
  synthesis = new FakeSynthesis();
  if (voices !== undefined) synthesis.voices = voices;
  page = Object.assign(new EventTarget(), { speechSynthesis: synthesis });
  vi.stubGlobal('window', page);
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
  popup = null;
  vi.stubGlobal('document', { querySelector: () => popup });
  useSettingsStore.setState({ settings: { ...defaultSettings, ...settings } });
  useChatStore.setState({ openSessionId: 's' });
  useNoticesStore.setState({ notices: [] });
  stopReading();
  stopWatching = watchVoices();
}

const last = () => synthesis.said.at(-1);
const report = (name: 'end' | 'error') => last()?.dispatchEvent(new Event(name));
const readNow = () => useSpeechStore.getState().messageId;
const told = () => useNoticesStore.getState().notices.map(({ content }) => content);

beforeEach(() => begin());

describe('the voices', () => {
  it('are those of this computer, and follow what the system says', () => {
    const names = () => useSpeechStore.getState().voices.map(({ name }) => name);
    expect(names()).toEqual(['Anna', 'Ben']);
    expect(useSpeechStore.getState().voices[0]?.language).toBe('de-DE');
    synthesis.voices = [];
    synthesis.dispatchEvent(new Event('voiceschanged'));
    expect(names()).toEqual([]);
  });

  it('are the chosen one at the chosen speed, else that of the system', async () => {
    await toggleReading(message, 'Hello.');
    expect([last()?.voice?.voiceURI, last()?.rate]).toEqual(['ben', 1]);
    begin({ readingVoice: 'anna', readingSpeed: 1.4 });
    await toggleReading(message, 'Hello.');
    expect([last()?.voice?.voiceURI, last()?.lang, last()?.rate]).toEqual(['anna', 'de_DE', 1.4]);
    begin({ readingVoice: 'far' });
    await toggleReading(message, 'Hello.');
    expect(last()?.voice?.voiceURI).toBe('ben');
  });

  it('can be none, and then that is said', async () => {
    begin({}, []);
    await toggleReading(message, 'Hello.');
    expect([synthesis.said, readNow()]).toEqual([[], null]);
    expect(told()).toEqual([{ kind: 'told', sentence: text.reading.noVoices }]);
  });
});

describe('reading aloud', () => {
  it('goes on to the end of the answer, and stops on the second press', async () => {
    await toggleReading(message, long);
    expect(readNow()).toBe('m');
    const pieces = Math.ceil(long.length / 180);
    for (let piece = 0; piece < pieces + 1 && readNow() !== null; piece += 1) report('end');
    expect(readNow()).toBeNull();
    expect(synthesis.said.map((said) => said.text).join(' ')).toBe(long.trim());
    await toggleReading(message, long);
    await toggleReading(message, long);
    expect(readNow()).toBeNull();
  });

  it('pauses and goes on where it was', async () => {
    await toggleReading(message, long);
    report('end');
    const paused = last()?.text;
    await togglePause();
    expect(useSpeechStore.getState().isPaused).toBe(true);
    report('error');
    expect(readNow()).toBe('m');
    await togglePause();
    expect([last()?.text, synthesis.said.length]).toEqual([paused, 3]);
  });

  it('ends with Escape, another session and the window', async () => {
    const escapeKey = Object.assign(new Event('keydown', { cancelable: true }), { key: 'Escape' });
    const ways = [
      () => page.dispatchEvent(escapeKey),
      () => useChatStore.setState({ openSessionId: 'other' }),
      () => page.dispatchEvent(new Event('pagehide')),
    ];
    for (const end of ways) {
      useChatStore.setState({ openSessionId: 's' });
      await toggleReading(message, long);
      const cancelled = synthesis.cancelled;
      end();
      expect([readNow(), synthesis.cancelled]).toEqual([null, cancelled + 1]);
    }
    expect(escapeKey.defaultPrevented).toBe(true);
  });

  it('goes on when Escape only ends what an input method composes', async () => {
    await toggleReading(message, long);
    const composing = { key: 'Escape', isComposing: true };
    page.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), composing));
    expect(readNow()).toBe('m');
  });

  it('goes on when Escape closes a dialog', async () => {
    await toggleReading(message, long);
    popup = {};
    const escapeKey = Object.assign(new Event('keydown', { cancelable: true }), { key: 'Escape' });
    page.dispatchEvent(escapeKey);
    expect([readNow(), escapeKey.defaultPrevented]).toEqual(['m', false]);
  });

  it('says when the voice failed', async () => {
    await toggleReading(message, long);
    report('error');
    expect(readNow()).toBeNull();
    expect(told()).toEqual([{ kind: 'told', sentence: text.reading.readingFailed }]);
  });
});
