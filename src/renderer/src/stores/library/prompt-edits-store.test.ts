import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nothingWritten, usePromptEditsStore } from './prompt-edits-store.ts';

const id = 'aaaaaaaaaa';
const other = 'bbbbbbbbbb';
const edits = () => usePromptEditsStore.getState();
const request = vi.fn(async (name: string, _input?: unknown): Promise<unknown> => {
  if (name === 'prompts:get') return { ok: true, value: { id, folder: '', title: 'Saved', body: 'text' } };
  return { ok: true, value: {} };
});
const saves = () => request.mock.calls.filter(([name]) => name === 'prompts:save').map(([, input]) => input);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { api: { request } });
  request.mockClear();
  usePromptEditsStore.setState({ shown: null, unsaved: {}, problem: null });
});
afterEach(() => vi.useRealTimers());

describe('the prompt being edited', () => {
  it('is saved a moment after typing, once', async () => {
    await edits().show(id);
    edits().change({ title: 'S' });
    edits().change({ title: 'So' });
    await vi.runAllTimersAsync();
    expect(saves()).toEqual([{ promptId: id, fields: { folder: '', title: 'So', body: 'text' } }]);
    expect(edits().unsaved).toEqual({});
  });

  it('is saved at once when another one is shown', async () => {
    await edits().show(id);
    edits().change({ body: 'new' });
    edits().begin(other, nothingWritten);
    expect(saves()).toHaveLength(1);
    await vi.runAllTimersAsync();
    expect(saves()).toHaveLength(1);
  });

  it('is not made as long as nothing is written', async () => {
    edits().begin(other, { ...nothingWritten, folder: 'Work' });
    edits().change({ title: '  ' });
    edits().leave();
    await vi.runAllTimersAsync();
    expect(saves()).toEqual([]);
  });

  it('keeps what could not be saved, shows it again, and saves it with the next attempt', async () => {
    await edits().show(id);
    edits().change({ body: 'precious' });
    const full = { ok: false, error: { code: 'disk-full', details: { path: '/' } } };
    request.mockImplementationOnce(async () => full);
    await edits().flush();
    expect(edits().problem?.code).toBe('disk-full');
    edits().begin(other, nothingWritten);
    await vi.runAllTimersAsync();
    expect(saves().at(-1)).toMatchObject({ fields: { body: 'precious' } });
    expect(edits()).toMatchObject({ problem: null, unsaved: {} });
  });

  it('saves what was typed while it was being saved', async () => {
    await edits().show(id);
    edits().change({ body: 'one' });
    const first = edits().flush();
    edits().change({ body: 'two' });
    await first;
    await vi.runAllTimersAsync();
    expect(saves().at(-1)).toMatchObject({ fields: { body: 'two' } });
    expect(edits().unsaved).toEqual({});
  });

  it('shows the prompt asked for last, whichever is read first', async () => {
    const late = edits().show(id);
    edits().begin(other, nothingWritten);
    await late;
    expect(edits().shown?.id).toBe(other);
  });

  it('forgets what was written in one that is in the trash by now', async () => {
    await edits().show(id);
    edits().change({ body: 'late' });
    const gone = { ok: false, error: { code: 'not-found', details: { what: 'prompt', id } } };
    request.mockImplementationOnce(async () => gone);
    await edits().flush();
    expect(edits()).toMatchObject({ problem: null, unsaved: {} });
  });
});
