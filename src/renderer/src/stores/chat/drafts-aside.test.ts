import { expect, it } from 'vitest';
import { withDraftAside } from './drafts-aside.ts';

it('lets a draft wait, the newest first, each once', () => {
  expect(withDraftAside(['b', 'a'], 'c', 'sent')).toEqual(['c', 'b', 'a']);
  expect(withDraftAside(['b', 'a'], 'a', 'sent')).toEqual(['a', 'b']);
});

it('lets nothing wait that is empty or has been taken up', () => {
  expect(withDraftAside(['a'], ' ', 'sent')).toEqual(['a']);
  expect(withDraftAside(['b', 'a'], 'c', 'b')).toEqual(['c', 'a']);
  expect(withDraftAside([], 'sent', 'sent')).toEqual([]);
});

it('forgets the oldest of very many', () => {
  const many = Array.from({ length: 10 }, (_, index) => `draft ${index}`);
  expect(withDraftAside(many, 'new', 'sent')).toEqual(['new', ...many.slice(0, 9)]);
});
