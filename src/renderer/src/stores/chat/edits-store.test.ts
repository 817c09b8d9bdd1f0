import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '#shared/domain.ts';
import { isChanged, useEditsStore } from './edits-store.ts';

const message: Message = {
  id: 'q',
  sessionId: 'a',
  parentId: null,
  role: 'user',
  content: 'How long?',
  thinking: '',
  model: null,
  status: 'complete',
  error: null,
  createdAt: 1,
  editedAt: null,
  usage: null,
  attachments: [],
  siblingIds: ['q'],
};

const edits = () => useEditsStore.getState();

let saved: unknown[] = [];
let isRefused = false;

beforeEach(async () => {
  vi.useFakeTimers();
  saved = [];
  isRefused = false;
  const request = async (_: string, input: unknown) => {
    saved.push(input);
    return isRefused
      ? { ok: false, error: { code: 'disk-full', details: {} } }
      : { ok: true, value: undefined };
  };
  vi.stubGlobal('window', { api: { request } });
  await edits().flush();
  saved = [];
  useEditsStore.setState({ edits: {}, focusId: null, savingProblem: null });
});
afterEach(() => vi.useRealTimers());

it('begins with the text of the message, and takes the keyboard', () => {
  edits().begin(message);
  expect(edits().edits['q']).toEqual({ text: 'How long?', removedIds: [], isOpen: true });
  expect(edits().focusId).toBe('q');
});

it('forgets a field that is left unchanged', () => {
  edits().begin(message);
  edits().leave(message);
  expect(edits().edits).toEqual({});
});

it('keeps what was changed when the field is left, and shows it when it is opened again', () => {
  edits().begin(message);
  edits().write('q', 'How long for tea?');
  edits().leave(message);
  expect(edits().edits['q']).toMatchObject({ text: 'How long for tea?', isOpen: false });
  edits().begin(message);
  expect(edits().edits['q']).toMatchObject({ text: 'How long for tea?', isOpen: true });
});

it('counts a file taken out as a change', () => {
  edits().begin(message);
  edits().removeAttachment('q', 'file');
  const edit = edits().edits['q'];
  expect(edit !== undefined && isChanged(edit, message)).toBe(true);
});

it('opens what could not be sent again', () => {
  edits().begin(message);
  edits().write('q', 'Better');
  const edit = edits().edits['q'];
  edits().drop('q');
  expect(edits().edits).toEqual({});
  if (edit !== undefined) edits().restore('q', { ...edit, isOpen: false });
  expect(edits().edits['q']).toEqual({ text: 'Better', removedIds: [], isOpen: true });
});

it('writes nothing into a field that is closed for good', () => {
  edits().write('q', 'late');
  expect(edits().edits).toEqual({});
});

describe('what main keeps', () => {
  const save = (edit: unknown) => ({ sessionId: 'a', messageId: 'q', edit });

  it('is what was typed a moment ago, and nothing once it is dropped', async () => {
    edits().begin(message);
    edits().write('q', 'How');
    edits().write('q', 'How hot?');
    await vi.advanceTimersByTimeAsync(300);
    edits().drop('q');
    expect(saved).toEqual([save({ text: 'How hot?', removedIds: [], isOpen: true }), save(null)]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saved).toHaveLength(2);
  });

  it('is saved at once when the field is closed, or the window is about to go', async () => {
    edits().begin(message);
    edits().write('q', 'How hot?');
    await edits().flush();
    edits().leave(message);
    expect(saved).toEqual([
      save({ text: 'How hot?', removedIds: [], isOpen: true }),
      save({ text: 'How hot?', removedIds: [], isOpen: false }),
    ]);
    await edits().flush();
    expect(saved).toHaveLength(2);
  });

  it('stays until the message is sent', async () => {
    edits().begin(message);
    edits().write('q', 'How hot?');
    edits().take('q');
    expect(edits().edits).toEqual({});
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saved).toEqual([save({ text: 'How hot?', removedIds: [], isOpen: true })]);
    edits().drop('q');
    expect(saved.at(-1)).toEqual(save(null));
  });

  it('says why it cannot be saved, and stays in the field', async () => {
    isRefused = true;
    edits().begin(message);
    edits().write('q', 'How hot?');
    await edits().flush();
    expect(edits().savingProblem?.code).toBe('disk-full');
    expect(edits().edits['q']?.text).toBe('How hot?');
  });

  it('is taken over once; after that this window knows better', () => {
    const kept = { messageId: 'm', text: 'Kept', removedIds: [], isOpen: false };
    edits().loaded('b', [kept]);
    expect(edits().edits['m']).toEqual({ text: 'Kept', removedIds: [], isOpen: false });
    expect(edits().focusId).toBeNull();
    edits().drop('m');
    expect(saved).toEqual([{ sessionId: 'b', messageId: 'm', edit: null }]);
    edits().loaded('b', [kept]);
    expect(edits().edits).toEqual({});
  });
});
