import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ErrorReport } from '#shared/errors.ts';
import { AppError } from '#shared/errors.ts';
import { folderPath } from '#shared/prompt-folders.ts';
import { readPromptFile, renderPromptFile } from './prompt-file.ts';

function reportOf(name: string, content: string): ErrorReport {
  try {
    readPromptFile(name, content);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.report;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}

const problemOf = (content: unknown, name = 'p.json') => {
  const written = typeof content === 'string' ? content : JSON.stringify(content);
  const report = reportOf(name, written);
  if (report.code !== 'prompts-unreadable') throw new Error(report.code);
  expect(report.details.name).toBe(name);
  return report.details.problem;
};

const own = (prompts: unknown) => ({ format: 'parlor-prompts', version: 1, prompts });

describe('a file of prompts', () => {
  it('comes back as it was written', () => {
    const word = fc.string({ maxLength: 40 });
    const prompt = fc.record({
      id: fc.constant('0000000001'),
      preview: fc.constant(''),
      folder: word.map(folderPath),
      title: word.map((title) => title.trim()),
      body: word.map((body) => `x${body.replace(/\r\n?/g, '\n')}`),
      createdAt: fc.nat(4e12),
      updatedAt: fc.nat(4e12),
    });
    fc.assert(
      fc.property(fc.array(prompt, { maxLength: 5 }), (prompts) => {
        const read = readPromptFile('x.json', renderPromptFile(prompts, 1));
        expect(read).toEqual(prompts.map(({ id: _, preview: __, ...rest }) => rest));
      }),
    );
  });

  it('may be a list of another program', () => {
    const list = [
      { title: 'A', content: 'one\r\ntwo', command: '/a' },
      { name: 'B', prompt: 'three' },
      { act: 'C', prompt: 'four' },
    ];
    expect(
      readPromptFile('x.json', `\uFEFF${JSON.stringify(list)}`).map(({ title, body }) => [title, body]),
    ).toEqual([
      ['A', 'one\ntwo'],
      ['B', 'three'],
      ['C', 'four'],
    ]);
  });

  it('may be one prompt in Markdown or text, named like the file', () => {
    expect(readPromptFile('Write a poem.md', '# Poem\r\n{{topic}}\n')).toEqual([
      { folder: '', title: 'Write a poem', body: '# Poem\n{{topic}}\n', createdAt: null, updatedAt: null },
    ]);
  });

  it('may be empty', () => {
    expect(readPromptFile('x.json', JSON.stringify(own([])))).toEqual([]);
    expect(readPromptFile('x.json', '[]')).toEqual([]);
  });

  it('that is broken is refused by name with what is wrong', () => {
    expect(problemOf('{"a":')).toMatch(/^it is no JSON \(/);
    expect(problemOf('5')).toBe('it holds no list of prompts');
    expect(problemOf({ prompts: [] })).toBe('format is missing');
    expect(problemOf({ ...own([]), version: 2 })).toMatch(/^version has to be 1/);
    expect(problemOf(own({}))).toBe('prompts has to be a list');
    expect(problemOf(own([{ title: 'A', body: 'b' }, { title: 'B' }]))).toBe('prompts.2.body is missing');
    expect(problemOf(own([{ title: 5, body: 'b' }]))).toBe('prompts.1.title has to be a text');
    expect(problemOf(own([{ title: 'A', body: ' ' }]))).toBe('prompts.1.body is empty');
    expect(problemOf(own([{ title: 'A', body: 'b', createdAt: 'soon' }]))).toBe(
      'prompts.1.createdAt is no time',
    );
    expect(problemOf(own([{ title: 'x'.repeat(201), body: 'b' }]))).toMatch(/title is longer than 200/);
    expect(problemOf([{ title: 'A', content: 'a' }, { foo: 1 }])).toMatch(/^entry 2 has neither title/);
    expect(problemOf([{ title: 'A', content: 7 }])).toBe('in entry 1 content has to be a text');
    expect(problemOf([null])).toMatch(/^entry 1 has neither/);
    expect(problemOf(' \n', 'empty.md')).toBe('its text is empty');
  });

  it('of any JSON is read or refused, never anything else', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        try {
          readPromptFile('x.json', json);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(AppError);
        }
      }),
    );
  });
});
