import { describe, expect, it } from 'vitest';
import { paletteMode } from '../../stores/finding/palette-store.ts';
import { type PaletteSources, sectionsFor } from './palette-entries.ts';

const sources: PaletteSources = {
  titles: [
    {
      session: { id: 'aaaaaaaaaa', projectId: null, title: 'Export of plans', preview: '', updatedAt: 1 },
      title: { text: 'Export of plans', marks: [[0, 6]] },
    },
  ],
  commandIds: ['session.new', 'session.export', 'app.settings'],
  projects: [
    {
      id: 'bbbbbbbbbb',
      name: 'Thesis',
      description: '',
      colour: 0,
      defaults: { model: null, systemPrompt: null, parameters: {} },
      isArchived: false,
      sessionCount: 0,
    },
  ],
  models: [
    {
      name: 'qwen3:8b',
      family: null,
      digest: null,
      sizeBytes: 1,
      parameterSize: null,
      quantization: null,
      capabilities: null,
      contextLength: null,
      remoteHost: null,
    },
  ],
  tags: [{ id: 3, name: 'work', colour: 0 }],
  prompts: [{ id: 'cccccccccc', name: 'Review a text · Work' }],
};
const sections = (written: string) =>
  sectionsFor(paletteMode(written), sources).map(
    ({ name, entries }) => `${name}: ${entries.map(({ key }) => key).join(' ')}`,
  );

describe('what the palette offers', () => {
  it('begins with recent sessions and the most used commands', () => {
    expect(sections('')).toEqual([
      'recent: session-aaaaaaaaaa',
      'commands: command-session.new command-session.export command-app.settings',
    ]);
  });

  it('puts what begins with the words before the sessions, the rest behind, a search at the end', () => {
    expect(sections('export')).toEqual([
      'commands: command-session.export',
      'sessions: session-aaaaaaaaaa',
      'search: search',
    ]);
    expect(sections('session')[0]).toBe('sessions: session-aaaaaaaaaa');
  });

  it('finds prompts by title and folder', () => {
    expect(sections('review')).toEqual([
      'prompts: prompt-cccccccccc',
      'sessions: session-aaaaaaaaaa',
      'search: search',
    ]);
    expect(sections('work')).toContain('prompts: prompt-cccccccccc');
  });

  it('has one kind only behind a sign', () => {
    expect(sections('>set')).toEqual(['commands: command-app.settings']);
    expect(sections('/')).toEqual(['projects: project-bbbbbbbbbb new-in-bbbbbbbbbb']);
    expect(sections('@qw')).toEqual(['models: model-qwen3:8b']);
    expect(sections('#work')).toEqual(['tags: tag-3']);
    expect(sections('#zzz')).toEqual([]);
  });
});
