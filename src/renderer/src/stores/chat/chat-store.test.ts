import { beforeEach, expect, it, vi } from 'vitest';
import { aSession } from '../library/testing/library.ts';
import { useChatStore } from './chat-store.ts';
import { placeOf, rememberPlace } from './places.ts';

const opened = {
  session: { ...aSession('a'), activeLeafId: null },
  page: { messages: [], hasOlder: false, hasNewer: false },
  draft: '',
};
let asked: (readonly [name: string, input: unknown])[] = [];
let isPlaceThere = true;

beforeEach(() => {
  asked = [];
  isPlaceThere = true;
  const request = async (name: string, input: unknown) => {
    asked.push([name, input]);
    // Main tells every window before it answers this one.
    if (name === 'messages:trash-branch') await useChatStore.getState().readAnew('a');
    return name === 'sessions:open-at' && !isPlaceThere
      ? { ok: false, error: { code: 'not-found', details: { what: 'message', id: 'm' } } }
      : { ok: true, value: opened };
  };
  vi.stubGlobal('window', { api: { request } });
});

it('shows what main answers to the deletion of a branch, and asks for nothing more', async () => {
  await useChatStore.getState().open('a');
  asked = [];
  await useChatStore.getState().trashBranch('a', 'm');
  expect(asked.map(([name]) => name)).toEqual(['messages:trash-branch']);
  await useChatStore.getState().readAnew('a');
  expect(asked).toHaveLength(2);
});

it('comes back to where a session was left without another branch, or to its end', async () => {
  rememberPlace('a', { messageId: 'm', offset: 0 });
  await useChatStore.getState().open('a');
  expect(asked).toEqual([['sessions:open-at', { sessionId: 'a', messageId: 'm', keepsBranch: true }]]);
  isPlaceThere = false;
  await useChatStore.getState().open('a');
  expect(asked.at(-1)).toEqual(['sessions:open', { sessionId: 'a' }]);
  expect(placeOf('a')).toBeUndefined();
});
