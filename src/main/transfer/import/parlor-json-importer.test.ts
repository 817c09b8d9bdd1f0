import { expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { SessionRecord } from '../../db/interface.ts';
import { renderParlorJson } from '../export/parlor-json.ts';
import { aMessage, anAttachment, aRecord, inOneLine } from '../testing/session-records.ts';
import { parseFile } from './importers.ts';
import { parseLargeJson } from './large-json.ts';

type Json = Record<string, unknown>;

/** A file of a question with a note and two answers, changed. */
function file(change: (file: Json) => unknown = () => undefined, record: Partial<SessionRecord> = {}) {
  const messages = inOneLine([
    aMessage({ id: 'm1', content: 'Tea?', attachments: [anAttachment()] }),
    aMessage({ id: 'm2', role: 'assistant', content: 'Yes.' }),
  ]);
  const text = [...renderParlorJson(aRecord({}, messages, record), (attachment) => attachment)].join('');
  const value = JSON.parse(text);
  const bytes = Buffer.from(JSON.stringify(change(value) ?? value));
  return { name: 'tea.json', bytes, json: () => parseLargeJson(bytes) };
}

const read = (change?: (file: Json) => unknown) => parseFile(file(change))[0];

function problemOf(change: (file: Json) => unknown): string {
  try {
    read(change);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.report.code === 'import-unreadable') {
      return thrown.report.details.problem;
    }
    throw thrown;
  }
  return 'nothing is wrong';
}

/** A change that puts a value in a place: `messages.1.role`. */
const set = (path: string, value: unknown) => (whole: Json) => {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = whole;
  for (const name of names) at = at[name] as Json;
  at[last] = value;
};

test.each<readonly [string, (file: Json) => unknown, RegExp]>([
  ['of another program', () => ({ messages: [] }), /not a session exported as Parlor JSON/],
  ['no object', () => [1, 2], /not a session exported as Parlor JSON/],
  ['of a later version', set('version', 2), /version 2 of the format/],
  ['without messages', (f) => ({ ...f, messages: undefined }), /^messages is missing/],
  ['with a role nobody knows', set('messages.1.role', 'robot'), /^messages\.2\.role has to be/],
  ['with a time that is none', set('session.createdAt', 'soon'), /^session\.createdAt is not a time/],
  ['with half a number', set('messages.0.attachments.0.sizeBytes', 1.5), /sizeBytes/],
  ['with an id twice', set('messages.1.id', 'm1'), /message 2 has the id of another/],
  ['with a circle', set('messages.0.parentId', 'm2'), /message 1 follows a message/],
  ['out of order', set('messages.1.sequence', 1), /order of the sequence/],
  ['left at nothing', set('session.activeLeafId', 'm9'), /left at is not in it/],
  ['with damaged bytes', set('messages.0.attachments.0.bytes', 'AAA=A'), /not Base64/],
  ['with too few bytes', set('messages.0.attachments.0.bytes', 'AAAA'), /as many as its size/],
  [
    'with a picture that is none',
    set('messages.0.attachments.0.kind', 'image'),
    /mime is not that of a picture/,
  ],
  ['with a provenance of others', set('messages.1.provenance', 5), /messages\.2\.provenance/],
  ['with no place for what is unknown', (f) => ({ ...f, metadata: 5, later: 1 }), /no place for later/],
  ['with an empty tag', set('tags', [' ']), /tags is empty/],
  ['with a project nobody can see', set('projectName', '\u200b'), /name of its project is empty/],
  ['with a project of a long name', set('projectName', 'x'.repeat(201)), /name of its project is/],
  [
    'with too many drafts',
    (f) => ({ ...f, draft: { text: '', setAside: Array(11).fill('x'), attachments: [] } }),
    /more than 10 drafts/,
  ],
])('refuses a file %s', (_name, change, problem) => {
  expect(problemOf(change)).toMatch(problem);
});

test('keeps what it does not know in the metadata of what it belongs to', () => {
  const found = read((f) => {
    set('later', [1])(f);
    set('session.mood', 'good')(f);
    set('session.parameters.magic', true)(f);
    set('messages.1.score', 5)(f);
    set('messages.1.metadata', { own: 1, 'parlor-json': { older: 2 } })(f);
    set('messages.0.attachments.0.colour', 'red')(f);
  });
  expect(found?.record.metadata).toEqual({
    'parlor-json': { later: [1], session: { mood: 'good', parameters: { magic: true } } },
  });
  expect(found?.record.messages[1]?.metadata).toEqual({ own: 1, 'parlor-json': { older: 2, score: 5 } });
  expect(found?.record.messages[0]?.attachments[0]?.metadata).toEqual({ 'parlor-json': { colour: 'red' } });
});

test('tells an error it has no words for in words it has, and keeps it', () => {
  const later = { code: 'moon-full', details: { phase: 4 } };
  const broken = { code: 'model-missing', details: {} };
  const found = (error: object) => read(set('messages.1.error', error))?.record.messages[1];
  expect(found(later)).toMatchObject({
    error: { code: 'answer-failed', details: { detail: 'moon-full' } },
    metadata: { 'parlor-json': { error: later } },
  });
  expect(found(broken)?.error?.code).toBe('answer-failed');
  const told = { code: 'answer-failed', details: { detail: 'x is undefined' } };
  expect(found(told)).toMatchObject({ error: told, metadata: null });
});

test('counts and names the files that are not in it', () => {
  const found = read(set('messages.0.attachments.0.bytes', null));
  expect(found?.missingFiles).toBe(1);
  expect(found?.record.messages[0]).toMatchObject({
    attachments: [],
    metadata: { 'parlor-json': { missingAttachments: ['notes.md'] } },
  });
});
