import { expect, it } from 'vitest';
import { createSpeaker } from './speaker.ts';

function fakeVoice() {
  const said: string[] = [];
  let end = () => {};
  let fail = () => {};
  let cancelled = 0;
  return {
    said,
    end: () => end(),
    fail: () => fail(),
    get cancelled() {
      return cancelled;
    },
    voice: {
      speak(text: string, onEnd: () => void, onError: () => void) {
        said.push(text);
        end = onEnd;
        fail = onError;
      },
      cancel() {
        cancelled += 1;
      },
    },
  };
}

const sentence = 'This sentence has about forty characters. ';

it('reads piece by piece to the end', () => {
  const fake = fakeVoice();
  const ends: boolean[] = [];
  createSpeaker(fake.voice).read(sentence.repeat(9), (isWhole) => ends.push(isWhole));
  expect(fake.said).toHaveLength(1);
  fake.end();
  fake.end();
  expect(ends).toEqual([]);
  fake.end();
  expect(ends).toEqual([true]);
  expect(fake.said.join(' ')).toBe(sentence.repeat(9).trim());
  expect(fake.said.every((piece) => piece.length <= 180)).toBe(true);
});

it('says no more once it is stopped', () => {
  const fake = fakeVoice();
  const ends: boolean[] = [];
  const speaker = createSpeaker(fake.voice);
  speaker.read(sentence.repeat(9), (isWhole) => ends.push(isWhole));
  speaker.stop();
  // Chromium reports the end of what it was made to stop.
  fake.end();
  expect(fake.said).toHaveLength(1);
  expect(ends).toEqual([]);
});

it('begins the piece again in which it was paused', () => {
  const fake = fakeVoice();
  const ends: boolean[] = [];
  const speaker = createSpeaker(fake.voice);
  speaker.read(sentence.repeat(9), (isWhole) => ends.push(isWhole));
  fake.end();
  const endOfPaused = fake.end;
  speaker.pause();
  endOfPaused();
  expect(fake.said).toHaveLength(2);
  speaker.resume();
  expect(fake.said[2]).toBe(fake.said[1]);
  fake.end();
  fake.end();
  expect(ends).toEqual([true]);
  speaker.resume();
  expect(fake.said).toHaveLength(4);
});

it('begins anew with another text, and tells of a failure', () => {
  const fake = fakeVoice();
  const ends: boolean[] = [];
  const speaker = createSpeaker(fake.voice);
  speaker.read('One.', () => ends.push(true));
  const endOfFirst = fake.end;
  speaker.read('Two.', (isWhole) => ends.push(isWhole));
  endOfFirst();
  fake.fail();
  expect(fake.said).toEqual(['One.', 'Two.']);
  expect(fake.cancelled).toBe(2);
});

it('ends at once when there is nothing to say', () => {
  const fake = fakeVoice();
  const ends: boolean[] = [];
  createSpeaker(fake.voice).read('', (isWhole) => ends.push(isWhole));
  expect(ends).toEqual([true]);
});
