import { describe, expect, it } from 'vitest';
import type { InstalledModel } from '#shared/domain.ts';
import type { BranchMessage } from '../db/interface.ts';
import { buildChatContext, type ContextInput, sendableParameters } from './context-builder.ts';

const message = (row: Pick<BranchMessage, 'id' | 'role' | 'content' | 'status'>): BranchMessage => ({
  thinking: '',
  attachments: [],
  ...row,
});

const branch: readonly BranchMessage[] = [
  message({ id: 'u1', role: 'user', content: 'Green or black?', status: 'complete' }),
  message({ id: 'a1', role: 'assistant', content: '', status: 'failed' }),
  message({ id: 'u2', role: 'user', content: 'And now?', status: 'complete' }),
  message({ id: 'a2', role: 'assistant', content: 'Gre', status: 'stopped' }),
  message({ id: 'u3', role: 'user', content: 'Go on.', status: 'complete' }),
];

function build(systemPrompt: string, changes: Partial<ContextInput> = {}) {
  return buildChatContext({
    model: 'tea:1b',
    systemPrompt,
    parameters: { numCtx: 8192 },
    branch,
    remark: null,
    pictures: new Map(),
    ...changes,
  });
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

describe('what goes with a message', () => {
  const file = { id: 'f', kind: 'text', name: 'a "b".md', mime: 'text/markdown', text: '# Tea' } as const;
  const picture = (id: string) =>
    ({ id, kind: 'image', name: `${id}.png`, mime: 'image/png', text: null }) as const;
  const asked = { ...message({ id: 'u1', role: 'user', content: 'Well?', status: 'complete' }) };

  it('is the text of files, each named, before the words', () => {
    const { request } = build('', { branch: [{ ...asked, attachments: [file] }] });
    expect(request.messages).toEqual([
      { role: 'user', content: '<file name="a \'b\'.md">\n# Tea\n</file>\n\nWell?' },
    ]);
  });

  it('is a file alone where there are no words', () => {
    const { request } = build('', { branch: [{ ...asked, content: '', attachments: [file] }] });
    expect(request.messages[0]?.content).toBe('<file name="a \'b\'.md">\n# Tea\n</file>');
  });

  it('is every picture that was read, in order, and a count of the others', () => {
    const branch = [{ ...asked, attachments: [picture('p1'), picture('p2'), picture('p3')] }];
    const pictures = new Map([
      ['p3', 'Mw=='],
      ['p1', 'MQ=='],
    ]);
    const context = build('', { branch, pictures });
    expect(context.request.messages[0]).toEqual({ role: 'user', content: 'Well?', images: ['MQ==', 'Mw=='] });
    expect(context.picturesLeftOut).toBe(1);
  });

  it('is thinking where it was read', () => {
    const thought = { ...asked, role: 'assistant', thinking: 'Hm.' } as const;
    expect(build('', { branch: [thought] }).request.messages[0]).toMatchObject({ thinking: 'Hm.' });
  });

  it('is a remark at the very end', () => {
    expect(build('', { remark: 'Shorter.' }).request.messages.at(-1)).toEqual({
      role: 'user',
      content: 'Shorter.',
    });
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
