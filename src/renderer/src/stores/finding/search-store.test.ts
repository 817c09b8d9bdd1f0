import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchPage } from '#shared/contract/search.ts';
import { isAnswered, useSearchStore } from './search-store.ts';

/** Main, answering when the test says so. */
interface Asked {
  readonly query: string;
  readonly answer: () => Promise<void>;
  readonly fail: () => Promise<void>;
}
let asked: Asked[] = [];

const page: SearchPage = {
  groups: [],
  next: null,
  total: { count: 0, isCapped: false },
  notes: [],
  isIndexBehind: false,
  terms: [],
};
const store = () => useSearchStore.getState();
const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

beforeEach(() => {
  asked = [];
  const request = (_name: string, { query }: { readonly query: string }) =>
    new Promise((resolve) => {
      const end = (result: unknown) => async () => {
        resolve(result);
        await settle();
      };
      asked.push({
        query,
        answer: end({ ok: true, value: page }),
        fail: end({ ok: false, error: { code: 'internal', details: {} } }),
      });
    });
  vi.stubGlobal('window', { api: { request } });
  store().setQuery('');
});

describe('searching while typing', () => {
  it('asks at once, and for the last of what was typed meanwhile', async () => {
    for (const query of ['s', 'sq', 'sql']) store().setQuery(query);
    expect(asked.map(({ query }) => query)).toEqual(['s']);
    await asked[0]?.answer();
    expect(store().results).toBeNull();
    expect(asked.map(({ query }) => query)).toEqual(['s', 'sql']);
    await asked[1]?.answer();
    expect(isAnswered(store())).toBe(true);
    expect(store().state).toBe('ready');
  });

  it('keeps what was found until the next answer, and drops what nobody asks for any more', async () => {
    store().setQuery('one');
    await asked[0]?.answer();
    store().setQuery('one two');
    expect(store().results?.query).toBe('one');
    store().setQuery('');
    await asked[1]?.answer();
    expect(store().results).toBeNull();
    expect(asked).toHaveLength(2);
  });

  it('leaves the keyboard where it was moved while the answer was on its way', async () => {
    store().setQuery('one');
    await asked[0]?.answer();
    store().moveTo('first');
    store().setOrder('best');
    expect(store().activeKey).toBeNull();
    store().moveTo('last');
    await asked[1]?.answer();
    expect(store().activeKey).toBe('last');
    store().setOrder('newest');
    await asked[2]?.answer();
  });

  it('says what went wrong, keeps what was found, and asks again', async () => {
    store().setQuery('one');
    await asked[0]?.answer();
    store().setQuery('one two');
    await asked[1]?.fail();
    expect(store().state).toMatchObject({ code: 'internal' });
    expect(store().results?.query).toBe('one');
    store().retry();
    await asked[2]?.answer();
    expect(store().state).toBe('ready');
    expect(store().results?.query).toBe('one two');
  });
});

describe('what was found', () => {
  it('is counted again when sessions go, while somebody sees it', async () => {
    store().setQuery('one');
    await asked[0]?.answer();
    store().setShown(true);
    await asked[1]?.answer();
    store().removed(['a']);
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(2), { timeout: 3_000 });
    store().setShown(false);
  });
});
