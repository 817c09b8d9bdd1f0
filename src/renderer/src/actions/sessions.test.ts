import { beforeEach, expect, it, vi } from 'vitest';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useSessionsStore } from '../stores/library/sessions-store.ts';
import { aSession } from '../stores/library/testing/library.ts';
import { openAt } from './open-at.ts';
import { newSession, openSession } from './sessions.ts';

const page = { messages: [], hasOlder: false, hasNewer: false };
/** Main makes a session when a test says so. */
let make: (id: string) => void;

beforeEach(() => {
  const made = new Promise<unknown>((resolve) => {
    make = (id) => resolve(aSession(id));
  });
  const request = async (name: string, input: { readonly sessionId: string }) => {
    if (name === 'sessions:open-at') await made;
    const isMaking = name === 'sessions:create';
    const opened = { session: aSession(input.sessionId), page, draft: '', edits: [], queue: [] };
    return { ok: true, value: isMaking ? await made : opened };
  };
  vi.stubGlobal('window', { api: { request } });
  vi.stubGlobal('document', { activeElement: null });
  useSessionsStore.setState({ view: { sort: 'activity', isArchived: false } });
});

const openNow = () => useChatStore.getState().openSessionId;

it('shows a new session when it is made', async () => {
  const begun = newSession(null);
  make('new');
  await begun;
  expect(openNow()).toBe('new');
});

it('leaves the session that was asked for meanwhile', async () => {
  const begun = newSession(null);
  await openSession('b');
  make('late');
  expect(await begun).toBe('late');
  expect(openNow()).toBe('b');
});

it('leaves the session that was opened while a hit of another one was read', async () => {
  const hit = openAt('late', 'm', []);
  await openSession('b');
  make('late');
  await hit;
  expect(openNow()).toBe('b');
  expect(Object.keys(useChatStore.getState().conversations)).toContain('late');
});
