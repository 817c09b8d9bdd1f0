import { beforeEach, expect, it, vi } from 'vitest';
import type { QueuedMessage } from '#shared/contract/queue.ts';
import { useDraftsStore } from '../stores/chat/drafts-store.ts';
import { useUndoStore } from '../stores/library/undo-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { addToQueue, changeQueued, removeEmptied } from './queue.ts';

const sessionId = 'aaaaaaaaaa';
const message: QueuedMessage = {
  id: 'q',
  sessionId,
  text: 'Second',
  attachments: [],
  replies: [{ model: null, parameters: {} }],
  createdAt: 1,
};
let asked: (readonly [name: string, input: unknown])[] = [];
let isThere = true;

beforeEach(() => {
  asked = [];
  isThere = true;
  useUndoStore.setState({ steps: [] });
  useNoticesStore.setState({ notices: [] });
  useDraftsStore.setState({ drafts: {} });
  const request = async (name: string, input: unknown) => {
    asked.push([name, input]);
    return isThere || name === 'drafts:save'
      ? { ok: true, value: null }
      : { ok: false, error: { code: 'not-found', details: { what: 'queued-message', id: 'q' } } };
  };
  vi.stubGlobal('window', { api: { request } });
});

it('keeps the models chosen in the composer with a message that waits', async () => {
  await addToQueue(sessionId, { text: 'Second', attachments: [], models: ['tea', 'soup'] });
  await addToQueue(sessionId, { text: 'Third', attachments: [], models: [] });
  expect(asked).toMatchObject([
    ['queue:add', { text: 'Second', replies: [{ model: 'tea' }, { model: 'soup', parameters: {} }] }],
    ['queue:add', { text: 'Third', replies: [{ model: null, parameters: {} }] }],
  ]);
});

it('asks for nothing when nothing is changed', async () => {
  await changeQueued(message, 'Second');
  expect(asked).toEqual([]);
});

it('puts a change that comes too late into the draft, before what is there', async () => {
  useDraftsStore.setState({ drafts: { [sessionId]: 'Half a thought' } });
  isThere = false;
  await changeQueued(message, 'Second, better');
  expect(useDraftsStore.getState().drafts[sessionId]).toBe('Second, better\nHalf a thought');
});

it('takes out what was emptied with the words it had, for the way back', async () => {
  await removeEmptied({ ...message, text: 'S' }, 'Second');
  expect(asked).toEqual([
    ['queue:change', { sessionId, id: 'q', text: 'Second' }],
    ['queue:remove', { sessionId, id: 'q' }],
  ]);
  expect(useUndoStore.getState().steps).toMatchObject([
    { step: { kind: 'queued-deleted', title: 'Second' } },
  ]);
});
