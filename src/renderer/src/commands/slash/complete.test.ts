import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completionAt, withChoice } from './complete.ts';
import { parseDraft } from './parse.ts';

/** A bar stands for the caret. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  return completionAt(marked.replace('|', ''), caret);
}

function choose(marked: string, value: string): string | null {
  const completion = at(marked);
  if (completion === null) return null;
  const { text, caret } = withChoice(marked.replace('|', ''), completion, value);
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

describe('what can be completed', () => {
  it('is the name of a command', () => {
    expect(at('/|')).toMatchObject({ kind: 'command', written: '' });
    expect(at('/mo|')).toMatchObject({ kind: 'command', written: 'mo' });
  });

  it('is what the command takes', () => {
    expect(at('/model qw|')).toMatchObject({ kind: 'argument', source: 'models', written: 'qw' });
    expect(at('/load "Plans fo|')).toMatchObject({ source: 'sessions', written: 'Plans fo' });
    expect(at('/tag work to|')).toMatchObject({ source: 'tags', written: 'to' });
    expect(at('/tag work |')).toMatchObject({ source: 'tags', written: '' });
    expect(at('/tag work -to|')).toMatchObject({ source: 'tags', written: 'to', isRemoval: true });
  });

  it('is an option, or one of its values', () => {
    expect(at('/export |')).toMatchObject({ kind: 'option', options: ['format', 'thinking', 'output'] });
    expect(at('/export --fo|')).toMatchObject({ kind: 'option', written: 'fo' });
    expect(at('/export --format=|')).toMatchObject({ kind: 'value', option: 'format' });
    expect(at('/export --output=x|')).toBeNull();
  });

  it('is nothing in a message, a path, a text, or before the slash', () => {
    for (const marked of ['Hello|', '//mo|', '/usr/bi|', '/new tex|', '|/model', '/nonsense x|', '/stop |']) {
      expect(at(marked), marked).toBeNull();
    }
  });
});

describe('a choice', () => {
  it('takes the place of what was being written', () => {
    expect(choose('/mo|', 'model')).toBe('/model |');
    expect(choose('/st|', 'stop')).toBe('/stop|');
    expect(choose('/model q|', 'qwen3:8b')).toBe('/model qwen3:8b|');
    expect(choose('/tag to| work', 'to read')).toBe('/tag "to read" |work');
    expect(choose('/tag -to|', 'to read')).toBe('/tag -"to read" |');
    expect(choose('/export --f|', 'format')).toBe('/export --format=|');
    expect(choose('/export --th|', 'thinking')).toBe('/export --thinking |');
    expect(choose('/export --format=m|', 'md')).toBe('/export --format=md |');
  });

  it('is understood again, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        fc.pre(name.trim() !== '');
        const completion = completionAt('/load x', 7);
        const parsed = completion && parseDraft(withChoice('/load x', completion, name).text);
        expect(parsed).toMatchObject({ kind: 'command', command: { rest: name } });
      }),
    );
  });
});
