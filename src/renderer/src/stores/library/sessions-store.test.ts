import { beforeEach, expect, it, vi } from 'vitest';
import type { SessionSummary } from '#shared/domain.ts';
import { useSessionsStore } from './sessions-store.ts';
import { aGroup, aSession } from './testing/library.ts';

interface Asked {
  readonly answer: (sessions: readonly SessionSummary[]) => void;
}

/** The pages asked for, which a test answers when it likes. */
let asked: Asked[] = [];

beforeEach(() => {
  asked = [];
  const request = (name: string) =>
    name === 'projects:list'
      ? Promise.resolve({ ok: true, value: [] })
      : new Promise((resolve) => {
          asked.push({
            answer: (sessions) => resolve({ ok: true, value: { sessions, hasMore: false } }),
          });
        });
  vi.stubGlobal('window', { api: { request } });
  useSessionsStore.setState({
    projects: [],
    groups: { pinned: aGroup([]), inbox: aGroup([]) },
    view: { sort: 'activity', isArchived: false },
  });
});

const store = () => useSessionsStore.getState();
const inbox = () => store().groups['inbox']?.sessions.map(({ id }) => id);

/** Reads the lists; `meanwhile` happens after the pages were read and before they are here. */
async function reading(sessions: readonly SessionSummary[], meanwhile: () => void): Promise<void> {
  const read = store().load();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  meanwhile();
  const [pinned, ofInbox] = asked;
  pinned?.answer([]);
  ofInbox?.answer(sessions);
  await read;
}

it('keeps a session that was made while its list was read', async () => {
  await reading([aSession('a')], () => store().changed([aSession('new', { updatedAt: 9 })]));
  expect(inbox()).toEqual(['new', 'a']);
});

it('does not bring back what was removed or moved while its list was read', async () => {
  await reading([aSession('a', { updatedAt: 3 }), aSession('b'), aSession('c', { updatedAt: 2 })], () => {
    store().removed(['a']);
    store().changed([aSession('b', { isPinned: true })]);
  });
  expect(inbox()).toEqual(['c']);
  expect(store().groups['pinned']?.sessions.map(({ id }) => id)).toEqual(['b']);
});

it('keeps nothing of one reading for the next', async () => {
  await reading([], () => store().changed([aSession('a', { title: 'old' })]));
  asked = [];
  await reading([aSession('a', { title: 'new' })], () => undefined);
  expect(store().groups['inbox']?.sessions[0]?.title).toBe('new');
});
