import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInsOf, escapePrompt, fillPrompt, parsePrompt, questionsOf } from './prompt-variables.ts';

const now = new Date(2026, 0, 5, 9, 7);
const fill = (body: string, answers: Readonly<Record<string, string>> = {}) =>
  fillPrompt(parsePrompt(body), new Map(Object.entries(answers)), now);
const names = (body: string) => questionsOf(parsePrompt(body)).map(({ name }) => name);

describe('variables of a prompt', () => {
  it('asks for each name once, in the order they are written', () => {
    const body = 'Translate {{text}} to {{ target  language }}, keep {{text}}.';
    expect(names(body)).toEqual(['text', 'target language']);
    expect(fill(body, { text: 'Haus', 'target language': 'English' })).toBe(
      'Translate Haus to English, keep Haus.',
    );
  });

  it('takes any script and decomposed letters as one name', () => {
    expect(names('{{Straße}} {{目的}} {{Cafe\u0301}} {{Caf\u00e9}}')).toEqual(['Straße', '目的', 'Café']);
  });

  it('has defaults, the first one given for all places of a name', () => {
    expect(questionsOf(parsePrompt('{{tone}} {{tone=kind}} {{tone=harsh}}'))).toEqual([
      { name: 'tone', fallback: 'kind' },
    ]);
    expect(fill('{{tone}} {{tone=kind}}')).toBe('kind kind');
    expect(fill('{{a=1=2}} {{b={"c":1}}}', { a: '3' })).toBe('3 {"c":1}');
    expect(fill('{{a=}}|{{b}}')).toBe('|');
    expect(fill('{{list=one\ntwo}}')).toBe('one\ntwo');
  });

  it('fills in date and time without asking, unless they are given a default', () => {
    expect(names('{{date}} {{time}} {{date of birth}}')).toEqual(['date of birth']);
    expect(builtInsOf(parsePrompt('{{time}} {{date=never}}'))).toEqual(['time']);
    expect(fill('{{date}} {{time}}')).toBe('2026-01-05 09:07');
    expect(names('{{date=today}}')).toEqual(['date']);
  });

  it('leaves alone what is no variable', () => {
    for (const text of ['{{}}', '{{ }}', '{{a', 'a}}', '{ {a}}', '{{a\nb}}', '{{=x}}', '', '\\frac{1}{2}'])
      expect(fill(text)).toBe(text);
    expect(fill('{{{a}}}', { a: 'x' })).toBe('{x}');
    expect(names('{{a={{b}}')).toEqual(['b']);
  });

  it('takes braces behind a backslash as braces', () => {
    expect(fill('\\{{a}}', { a: 'x' })).toBe('{{a}}');
    expect(fill('\\\\{{a}}', { a: 'x' })).toBe('\\x');
    expect(fill('\\\\\\{{a}}', { a: 'x' })).toBe('\\{{a}}');
    expect(fill('C:\\a\\b')).toBe('C:\\a\\b');
  });

  it('does not read what is filled in', () => {
    expect(fill('{{a}}{{b}}', { a: '{{b}}', b: '\\{{a}}' })).toBe('{{b}}\\{{a}}');
  });
});

const pieces = fc.constantFrom(
  '{{',
  '}}',
  '{',
  '}',
  '\\',
  '=',
  'a',
  'b c',
  ' ',
  '\n',
  'é',
  '{{a}}',
  '{{b=1}}',
);
const bodies = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
  fc.string(),
);

describe('any text', () => {
  it('is itself once escaped, and asks for nothing', () => {
    fc.assert(
      fc.property(bodies, (text) => {
        expect(fill(escapePrompt(text))).toBe(text);
        expect(names(escapePrompt(text))).toEqual([]);
      }),
    );
  });

  it('is filled with exactly the answers', () => {
    fc.assert(
      fc.property(bodies, fc.string(), fc.string(), bodies, (before, value, other, after) => {
        const body = `${escapePrompt(before)}|{{name}}|${escapePrompt(after)}|{{name}}{{other=x}}`;
        expect(fill(body, { name: value, other })).toBe(`${before}|${value}|${after}|${value}${other}`);
      }),
    );
  });

  it('is never read differently a second time: names are unique and trimmed', () => {
    fc.assert(
      fc.property(bodies, (text) => {
        const found = names(text);
        expect(new Set(found).size).toBe(found.length);
        for (const name of found) expect(name).toBe(name.trim());
      }),
    );
  });

  it('of a megabyte of braces is read at once', () => {
    for (const piece of ['{{', '{{a=', '\\', '{{a', '{{a}}'])
      expect(fill(piece.repeat(200_000)).length).toBeGreaterThanOrEqual(0);
  });
});
