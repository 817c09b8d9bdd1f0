import { beforeEach, describe, expect, it, vi } from 'vitest';
import { placeOf, rememberPlace } from '../stores/chat/places.ts';
import { aSession } from '../stores/library/testing/library.ts';
import { canUndo, type UndoStep, useUndoStore } from '../stores/library/undo-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { undoably, undoLast } from './undo.ts';

/** What main answers to each request; one that is not here fails as something that is gone does. */
let answers: Record<string, unknown> = {};
let asked: string[] = [];
let inputs: unknown[] = [];

const done = (step: UndoStep) => undoably(async () => step);
const shown = () => useNoticesStore.getState().notices.map(({ content }) => content.kind);
const page = { messages: [], hasOlder: false, hasNewer: false };

beforeEach(() => {
  answers = {};
  asked = [];
  inputs = [];
  useUndoStore.setState({ steps: [] });
  useNoticesStore.setState({ notices: [] });
  const request = async (name: string, input: unknown) => {
    asked.push(name);
    inputs.push(input);
    return name in answers
      ? { ok: true, value: answers[name] }
      : { ok: false, error: { code: 'not-found', details: { what: 'session', id: 'a' } } };
  };
  vi.stubGlobal('window', { api: { request } });
  vi.stubGlobal('document', { activeElement: null });
});

describe('undoing what is gone', () => {
  it('says so, and does not offer it again', async () => {
    answers = { 'sessions:restore': [] };
    await done({ kind: 'sessions-deleted', sessionIds: ['a'], title: 'A' });
    await undoLast();
    expect(shown()).toEqual(['nothing-to-undo']);
    expect(asked).toEqual(['sessions:restore']);
    await undoLast();
    expect(asked).toHaveLength(1);
  });

  it('is no error for a project, a tag or a branch either', async () => {
    await done({ kind: 'project-deleted', projectId: 'p', name: 'P', sessions: 'to-inbox' });
    await done({ kind: 'tag-deleted', tagId: 1, name: 'T' });
    await done({ kind: 'branch-deleted', sessionId: 'a', messageId: 'm' });
    for (let step = 0; step < 3; step += 1) await undoLast();
    expect(shown()).toEqual(['nothing-to-undo']);
    expect(useUndoStore.getState().steps).toEqual([]);
  });

  it('keeps a merged session as long as an original is missing', async () => {
    answers = {
      'sessions:restore': [aSession('a')],
      'sessions:open': { session: aSession('a'), page, draft: '', edits: [] },
      'sessions:trash': ['c'],
    };
    await done({ kind: 'sessions-merged', originalIds: ['a', 'b'], mergedId: 'c' });
    await undoLast();
    expect(asked).not.toContain('sessions:trash');
    expect(shown()).toEqual(['nothing-to-undo']);
  });
});

it('comes back to a branch at its end, not to the place on the one beside it', async () => {
  const opened = { session: aSession('a'), page, draft: '' };
  answers = { 'messages:restore': opened, 'sessions:open': opened };
  rememberPlace('a', { messageId: 'beside', offset: 0 });
  await done({ kind: 'branch-deleted', sessionId: 'a', messageId: 'm' });
  await undoLast();
  expect(placeOf('a')).toBeUndefined();
  expect(asked).toEqual(['messages:restore', 'sessions:open']);
  expect(shown()).toEqual([]);
});

it('brings a cleared session back in one go, the branch that was shown first', async () => {
  const opened = { session: aSession('a'), page, draft: '' };
  answers = { 'messages:restore': opened, 'sessions:open': opened };
  await done({ kind: 'session-cleared', sessionId: 'a', rootIds: ['shown', 'other'] });
  await undoLast();
  expect(asked).toEqual(['messages:restore', 'sessions:open']);
  expect(inputs[0]).toMatchObject({ messageIds: ['shown', 'other'] });
  expect(canUndo(useUndoStore.getState())).toBe(false);
});

it('brings many messages back with one request, and opens the session where the first is gone for good', async () => {
  const opened = { session: aSession('a'), page, draft: '', queue: [], edits: [] };
  answers = { 'messages:restore': opened, 'sessions:open': opened };
  await done({ kind: 'messages-deleted', sessionId: 'a', messageIds: ['m', 'n'] });
  await undoLast();
  expect(asked).toEqual(['messages:restore', 'sessions:open-at', 'sessions:open']);
  expect(inputs[0]).toEqual({ sessionId: 'a', messageIds: ['m', 'n'] });
  expect(shown()).toEqual([]);
});

it('waits for a deletion that is shown before main has answered, and undoes that one', async () => {
  answers = { 'tags:restore': null, 'tags:list': [] };
  await done({ kind: 'project-deleted', projectId: 'p', name: 'P', sessions: 'to-inbox' });
  let answer: (step: UndoStep) => void = () => {};
  const deletion = undoably(() => new Promise((resolve) => (answer = resolve)));
  expect(canUndo(useUndoStore.getState())).toBe(true);
  const undone = undoLast();
  expect(asked).toEqual([]);
  answer({ kind: 'tag-deleted', tagId: 1, name: 'T' });
  await Promise.all([deletion, undone]);
  expect(asked).toEqual(['tags:restore', 'tags:list']);
  expect(useUndoStore.getState().steps.map(({ step }) => step.kind)).toEqual(['project-deleted']);
});

it('undoes what was done before when the deletion under way fails', async () => {
  answers = { 'tags:restore': null, 'tags:list': [] };
  await done({ kind: 'tag-deleted', tagId: 1, name: 'T' });
  let fail: (reason: Error) => void = () => {};
  const deletion = undoably(() => new Promise((_, reject) => (fail = reject)));
  const undone = undoLast();
  fail(new Error('no'));
  await expect(deletion).rejects.toThrow('no');
  await undone;
  expect(asked).toEqual(['tags:restore', 'tags:list']);
  expect(canUndo(useUndoStore.getState())).toBe(false);
});
