import { expect, it } from 'vitest';
import { resolveName } from './resolve.ts';

const names = ['qwen3:8b', 'qwen3:8b-instruct', 'Llama', 'Café notes', 'notes'];
const meant = (written: string) => {
  const resolved = resolveName(written, names, (name) => name);
  return resolved.kind === 'found' ? resolved.thing : resolved.kind;
};

it('finds the very name first, then the only one that begins so, then the only one that has it', () => {
  expect([meant('qwen3:8b'), meant('LLA'), meant('instruct'), meant('cafe'), meant('notes')]).toEqual([
    'qwen3:8b',
    'Llama',
    'qwen3:8b-instruct',
    'Café notes',
    'notes',
  ]);
});

it('does not guess', () => {
  expect([meant('qwen'), meant('gemma'), meant(' ')]).toEqual(['several', 'none', 'none']);
});
