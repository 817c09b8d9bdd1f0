import { beforeAll, describe, expect, it } from 'vitest';
import { createEnglishSpeller } from './english.ts';
import type { Speller } from './speller.ts';

let speller: Speller;
beforeAll(() => {
  speller = createEnglishSpeller();
});

describe('spelling', () => {
  it('finds what is wrong and nothing else', () => {
    const words = ['The', 'weather', 'recieve', "don't", 'don’t', 'London', 'running'];
    expect(speller.misspelled(words)).toEqual(['recieve']);
  });

  it('suggests what may have been meant', () => {
    expect(speller.suggest('recieve')).toContain('receive');
  });

  it('leaves names of code, abbreviations and other scripts alone', () => {
    expect(speller.misspelled(['useEffect', 'snake_case', 'HTTP', 'x86', 'привет', '东京'])).toEqual([]);
  });

  it('leaves a text in another language alone', () => {
    const words = ['der', 'schnelle', 'braune', 'Fuchs', 'springt', 'über', 'den', 'faulen', 'Hund'];
    expect(speller.misspelled(words)).toEqual([]);
  });

  it('takes a word that was added', () => {
    expect(speller.misspelled(['mochiki'])).toEqual(['mochiki']);
    speller.add('mochiki');
    expect(speller.misspelled(['mochiki'])).toEqual([]);
  });
});
