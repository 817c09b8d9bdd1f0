import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { changeParameters, modelParametersSchema, previewOf, titleFromText } from './domain.ts';

describe('preview of a session', () => {
  it('is the text itself up to 100 characters', () => {
    expect(previewOf('x'.repeat(100))).toBe('x'.repeat(100));
  });

  it('is cut after 100 characters and says so', () => {
    expect(previewOf('x'.repeat(101))).toBe(`${'x'.repeat(100)}...`);
  });

  it('never cuts a character in two', () => {
    expect(previewOf('🫖'.repeat(101))).toBe(`${'🫖'.repeat(100)}...`);
  });
});

describe('title from a text', () => {
  it('is the first line with words in it, without Markdown marks', () => {
    expect(titleFromText('\n\n## **Why** WAL `survives`\nmore')).toBe('Why WAL survives');
  });

  it('is cut at a word', () => {
    const title = titleFromText(
      'Explain how the write-ahead log keeps a commit when the power fails suddenly',
    );
    expect(title).toBe('Explain how the write-ahead log keeps a commit when the…');
  });

  it('cuts text without spaces too', () => {
    expect(Array.from(titleFromText('語'.repeat(80)))).toHaveLength(61);
  });

  it('is empty when there are no words', () => {
    expect(titleFromText(' \n ### \n')).toBe('');
  });
});

describe('model parameters', () => {
  it.each(['5m', '1h30m', '-1', '0', '300', '1.5h'])('take %s as keep_alive', (keepAlive) => {
    expect(v.is(modelParametersSchema, { keepAlive })).toBe(true);
  });

  it.each(['five', '5 m', 'm', '', '5x'])('refuse %j as keep_alive', (keepAlive) => {
    expect(v.is(modelParametersSchema, { keepAlive })).toBe(false);
  });

  it('refuse what Ollama would answer with a status 500', () => {
    expect(v.is(modelParametersSchema, { topK: 1.5 })).toBe(false);
    expect(v.is(modelParametersSchema, { temperature: Number.NaN })).toBe(false);
    expect(v.is(modelParametersSchema, { numCtx: 0 })).toBe(false);
    expect(v.is(modelParametersSchema, { temprature: 1 })).toBe(false);
  });
});

describe('changes to parameters', () => {
  it('leave the others as they are, and null takes one away', () => {
    const parameters = { temperature: 0.2, numCtx: 8192 };
    expect(changeParameters(parameters, { topK: 4 })).toEqual({ ...parameters, topK: 4 });
    expect(changeParameters(parameters, { temperature: null })).toEqual({ numCtx: 8192 });
  });
});
