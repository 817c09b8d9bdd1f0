import { describe, expect, it } from 'vitest';
import type { InstalledModel } from '#shared/domain.ts';
import type { BranchMessage } from '../db/interface.ts';
import { buildChatContext, sendableParameters } from './context-builder.ts';

const branch: readonly BranchMessage[] = [
  { id: 'u1', role: 'user', content: 'Green or black?', status: 'complete' },
  { id: 'a1', role: 'assistant', content: '', status: 'failed' },
  { id: 'u2', role: 'user', content: 'And now?', status: 'complete' },
  { id: 'a2', role: 'assistant', content: 'Gre', status: 'stopped' },
  { id: 'u3', role: 'user', content: 'Go on.', status: 'complete' },
];

function build(systemPrompt: string) {
  return buildChatContext({ model: 'tea:1b', systemPrompt, parameters: { numCtx: 8192 }, branch });
}

describe('context builder', () => {
  it('puts the system prompt first', () => {
    expect(build('Be brief.').request.messages[0]).toEqual({ role: 'system', content: 'Be brief.' });
  });

  it('sends no system message when there is no prompt, so that the model keeps its own', () => {
    expect(build('  \n').request.messages[0]?.role).toBe('user');
  });

  it('leaves out answers without text and keeps stopped ones', () => {
    const { request, messageIds } = build('');
    expect(request.messages.map((message) => message.content)).toEqual([
      'Green or black?',
      'And now?',
      'Gre',
      'Go on.',
    ]);
    expect(messageIds).toEqual(['u1', 'u2', 'a2', 'u3']);
  });

  it('passes the parameters on unchanged', () => {
    expect(build('').request.parameters).toEqual({ numCtx: 8192 });
  });
});

describe('parameters as a model can take them', () => {
  const model = (changes: Partial<InstalledModel>): InstalledModel => ({
    name: 'tea:1b',
    sizeBytes: 1,
    parameterSize: null,
    quantization: null,
    family: null,
    digest: null,
    capabilities: ['completion'],
    contextLength: null,
    remoteHost: null,
    ...changes,
  });
  const thinking = model({ capabilities: ['completion', 'thinking'] });
  const levelsOnly = model({ capabilities: ['thinking'], family: 'gptoss' });

  it.each([
    ['on', thinking, 'on'],
    ['high', thinking, 'high'],
    ['off', thinking, 'off'],
    ['on', model({}), undefined],
    ['off', model({}), 'off'],
    ['max', levelsOnly, undefined],
    ['low', levelsOnly, 'low'],
    ['on', null, undefined],
    ['off', null, 'off'],
  ] as const)('think %s', (think, known, sent) => {
    expect(sendableParameters({ think, seed: 1 }, known)).toEqual({
      seed: 1,
      ...(sent === undefined ? {} : { think: sent }),
    });
  });
});
