import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aSession } from '../stores/library/testing/library.ts';
import { useUndoStore } from '../stores/library/undo-store.ts';
import { clearSession } from './clear-session.ts';

const page = { messages: [], hasOlder: false, hasNewer: false };

let trees: { id: string; parentId: string | null }[][] = [];
let trashed: string[] = [];
let failsAt: string | null = null;

beforeEach(() => {
  trees = [];
  trashed = [];
  failsAt = null;
  useUndoStore.setState({ steps: [] });
  vi.stubGlobal('document', { activeElement: null });
  const request = async (name: string, input: { messageId: string }) => {
    if (name === 'messages:outline') {
      const messages = trees.shift() ?? [];
      return { ok: true, value: JSON.stringify({ messages, activeLeafId: messages.at(-1)?.id ?? null }) };
    }
    if (input.messageId === failsAt) {
      return { ok: false, error: { code: 'busy', details: { sessionId: 'a' } } };
    }
    trashed.push(input.messageId);
    return { ok: true, value: { session: aSession('a'), page, draft: '' } };
  };
  vi.stubGlobal('window', { api: { request } });
});

const steps = () => useUndoStore.getState().steps.map(({ step }) => step);
const tree = [
  { id: 'one', parentId: null },
  { id: 'two', parentId: null },
  { id: 'shown', parentId: 'two' },
];

describe('clearing a session', () => {
  it('is one step, however many branches go, also those an outline had no room for', async () => {
    trees = [tree, [{ id: 'three', parentId: null }]];
    expect(await clearSession('a')).toBe(true);
    expect(trashed).toEqual(['two', 'one', 'three']);
    expect(steps()).toEqual([{ kind: 'session-cleared', sessionId: 'a', rootIds: trashed }]);
  });

  it('that is cut off in the middle can be undone as far as it went', async () => {
    trees = [tree];
    failsAt = 'one';
    await expect(clearSession('a')).rejects.toThrow();
    expect(steps()).toEqual([{ kind: 'session-cleared', sessionId: 'a', rootIds: ['two'] }]);
  });

  it('does nothing where nothing is', async () => {
    expect(await clearSession('a')).toBe(false);
    expect(steps()).toEqual([]);
  });
});
