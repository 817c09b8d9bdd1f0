import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLine, nearestTo, parseDraft } from './parse.ts';
import { slashNames } from './table.ts';
import { quoted, wordsOf } from './words.ts';

function commandOf(draft: string) {
  const parsed = parseDraft(draft);
  return parsed.kind === 'command' ? parsed.command : parsed;
}

function problemOf(draft: string) {
  const parsed = parseDraft(draft);
  return parsed.kind === 'problem' ? parsed.problem : parsed;
}

describe('a draft', () => {
  it('is a message unless it begins with a slash and a letter', () => {
    for (const text of ['Hello', '/ 2', '/*comment*/', ' /help', '1/2', '/']) {
      expect(parseDraft(text)).toEqual({ kind: 'message', text });
    }
  });

  it('begins with one slash when two are written', () => {
    expect(parseDraft('//help me')).toEqual({ kind: 'message', text: '/help me' });
  });

  it('is a command whatever the case of its name', () => {
    expect(commandOf('/HELP')).toMatchObject({ name: 'help' });
  });

  it('keeps a text as it is written, quotes and lines and all', () => {
    expect(commandOf('/new  What\'s "this",\n then? ')).toMatchObject({
      name: 'new',
      rest: 'What\'s "this",\n then?',
    });
  });

  it('takes a name with or without quotes', () => {
    expect(commandOf('/load Plans for May')).toMatchObject({ rest: 'Plans for May' });
    expect(commandOf('/load "Plans for May"')).toMatchObject({ rest: 'Plans for May' });
    expect(commandOf('/load "Plans" and "May"')).toMatchObject({ rest: '"Plans" and "May"' });
  });

  it('takes several names, by spaces, commas and quotes', () => {
    expect(commandOf('/tag work, "to read" tea')).toMatchObject({ words: ['work', 'to read', 'tea'] });
  });

  it('takes options', () => {
    expect(commandOf('/export --format=md --output="my plans"')).toMatchObject({
      options: { format: 'md', output: 'my plans' },
    });
    expect(commandOf('/export --thinking --format=txt')).toMatchObject({
      options: { thinking: '', format: 'txt' },
    });
  });
});

describe('what is wrong', () => {
  it('is a name that no command has, with the one that may have been meant', () => {
    expect(problemOf('/exprot')).toEqual({ kind: 'unknown-command', name: 'exprot', nearest: 'export' });
    expect(problemOf('/usr/bin is full')).toEqual({
      kind: 'unknown-command',
      name: 'usr/bin',
      nearest: null,
    });
  });

  it('is an option that the command has not, a value it cannot have, or none', () => {
    expect(problemOf('/export --fromat=md')).toMatchObject({ kind: 'unknown-option', nearest: 'format' });
    expect(problemOf('/export --format=pdf')).toMatchObject({ kind: 'wrong-value', option: 'format' });
    expect(problemOf('/export --format')).toMatchObject({ kind: 'no-value', option: 'format' });
    expect(problemOf('/export --thinking=yes')).toEqual({ kind: 'needs-no-value', option: 'thinking' });
    expect(problemOf('/export --constructor=1')).toMatchObject({ kind: 'unknown-option' });
  });

  it('is something where nothing is taken, nothing where something is, and a quote left open', () => {
    expect(problemOf('/stop now')).toEqual({ kind: 'takes-nothing', name: 'stop', found: 'now' });
    expect(problemOf('/load ')).toEqual({ kind: 'needs-argument', name: 'load' });
    expect(problemOf('/tag "to read')).toEqual({ kind: 'open-quote' });
  });
});

describe('quoting', () => {
  const value = fc.string({ unit: 'grapheme', maxLength: 30 });

  it('brings every value back as one word', () => {
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const line = values.map(quoted).join(' ');
        expect(wordsOf(line, 0).map(({ text }) => text)).toEqual(values);
      }),
    );
  });

  it('brings every command back', () => {
    const names = fc.array(value.filter((text) => text !== '' && !text.startsWith('--')));
    fc.assert(
      fc.property(names, (words) => {
        expect(commandOf(commandLine('tag', words, {}))).toMatchObject({ name: 'tag', words });
      }),
    );
    fc.assert(
      fc.property(
        value.filter((text) => text !== ''),
        (output) => {
          expect(commandOf(commandLine('export', [], { format: 'md', output }))).toMatchObject({
            options: { format: 'md', output },
          });
        },
      ),
    );
  });

  it('never fails, whatever is written, and words are where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        parseDraft(`/${line}`);
        for (const word of wordsOf(line, 0)) {
          expect(word.to).toBeGreaterThan(word.from);
          expect(line.slice(word.from, word.to).length).toBeGreaterThanOrEqual(word.text.length);
        }
      }),
    );
  });
});

describe('the nearest name', () => {
  it('is the only one that begins so, or one within two slips', () => {
    expect([
      nearestTo('exp', slashNames),
      nearestTo('hepl', slashNames),
      nearestTo('modle', slashNames),
      nearestTo('weather', slashNames),
      nearestTo('', slashNames),
    ]).toEqual(['export', 'help', 'model', null, null]);
  });
});
