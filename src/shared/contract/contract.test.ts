import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Api, type Emit, type Handlers, type RequestName, requestDefinitions } from './index.ts';

const session = '0123456789';

describe('the contract', () => {
  it.each<[RequestName, unknown]>([
    ['sessions:open', { sessionId: '../../etc/passwd' }],
    ['sessions:open', { sessionId: session, extra: 1 }],
    ['sessions:open', null],
    ['sessions:list', { projectId: null, after: null, limit: 0 }],
    ['sessions:list', { projectId: null, after: null, limit: 501 }],
    ['chat:send', { sessionId: session, parentId: null, userMessageId: 'a', replyId: 'b', text: '' }],
    ['chat:send', { sessionId: session, parentId: null, userMessageId: 'a b', replyId: 'b', text: 'x' }],
    ['sessions:update', { sessionId: session, changes: { parameters: { numCtx: 'lots' } } }],
    ['projects:create', { name: '   ' }],
    ['projects:create', { name: '\u200b\u202e' }],
    ['settings:update', { theme: 'pink' }],
    ['settings:update', { unknown: 1 }],
    ['window:zoom', { to: 'moon' }],
    ['menu:enable', { commands: ['rm -rf'] }],
    ['app:info', { surprise: true }],
  ])('%s refuses %j', (name, input) => {
    expect(v.is(requestDefinitions[name].input, input)).toBe(false);
  });

  it('takes a title that shows nothing as none', () => {
    const input = { sessionId: session, changes: { title: '\u200b \u200d' } };
    expect(v.parse(requestDefinitions['sessions:update'].input, input).changes.title).toBe('');
  });

  it('lets pass what the window sends', () => {
    const input = {
      sessionId: session,
      parentId: null,
      userMessageId: crypto.randomUUID(),
      text: 'x',
      attachmentIds: [],
      replies: [{ replyId: 'r', model: null, parameters: {} }],
    };
    expect(v.parse(requestDefinitions['chat:send'].input, input)).toEqual(input);
    expect(v.is(requestDefinitions['chat:send'].input, { ...input, text: '' })).toBe(false);
    expect(v.is(requestDefinitions['app:info'].input, undefined)).toBe(true);
  });
});

describe('the compiler', () => {
  it('refuses what is marked below; `npm run check:types` fails when it no longer does', () => {
    expect(theCompilerRefuses).toBeTypeOf('function');
  });
});

/** Never called: the compiler has to refuse each marked line. */
async function theCompilerRefuses(api: Api, emit: Emit, handlers: Handlers): Promise<void> {
  // @ts-expect-error There is no such request.
  await api.request('sessions:burn', { sessionId: session });
  // @ts-expect-error The session is missing.
  await api.request('chat:stop', {});
  // @ts-expect-error A theme is one of three words.
  await api.request('settings:update', { theme: 'pink' });
  // @ts-expect-error There is no such event.
  api.on('chat:burned', () => {});
  // @ts-expect-error A delta has no field of that name.
  api.on('chat:delta', ({ pieces }) => void pieces);
  // @ts-expect-error An offset is a number.
  emit('chat:delta', { sessionId: session, replyId: 'r', kind: 'content', offset: '0', text: '' });
  const { 'chat:stop': _stop, ...incomplete } = handlers;
  // @ts-expect-error A handler is missing.
  const complete: Handlers = incomplete;
  void complete;
}
