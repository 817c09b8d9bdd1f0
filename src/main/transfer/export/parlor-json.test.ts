import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { SessionRecord } from '../../db/interface.ts';
import { parlorSessionSchema } from '../parlor-session-schema.ts';
import { aMessage, anAttachment, anyRecord, aRecord, aUsage, tenOClock } from '../testing/session-records.ts';
import { renderParlorJson } from './parlor-json.ts';

const rendered = (record: SessionRecord) =>
  [...renderParlorJson(record, (attachment) => attachment)].join('');
const read = (text: string) => v.parse(parlorSessionSchema, JSON.parse(text));

test('a file read again is the record, with nothing lost', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const { format, version, ...rest } = read(rendered(record));
      expect({ format, version }).toEqual({ format: 'parlor-session', version: 1 });
      // Tags and description stand beside the session.
      const session = { ...rest.session, tagIds: [], description: '' };
      expect({ ...rest, session }).toEqual(record);
    }),
  );
});

test('a record read from a file gives the same bytes again', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const text = rendered(record);
      // What the schema calls an error code is one of ours here.
      expect(rendered(read(text) as unknown as SessionRecord)).toBe(text);
    }),
  );
});

test('the order of names does not depend on the order in the record', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const mixed = {
        ...backwards(record),
        session: { ...backwards(record.session), parameters: backwards(record.session.parameters) },
        messages: record.messages.map(backwards),
      };
      expect(rendered(mixed)).toBe(rendered(record));
    }),
  );
});

test('holds what was attached, whole', () => {
  const sent = { bytes: Buffer.from([1, 2]), mime: 'image/png' };
  const picture = anAttachment({ kind: 'image', bytes: Buffer.from([0, 255]), sent, text: null, width: 3 });
  const text = rendered(aRecord({}, [aMessage({ id: 'm1', attachments: [anAttachment(), picture] })]));
  expect(read(text).messages[0]?.attachments).toEqual([anAttachment(), picture]);
  expect(text).toContain('"bytes": "AP8="');
});

test('says nothing of a draft when there is none', () => {
  expect(rendered(aRecord({}))).not.toContain('draft');
  const draft = { text: 'Half a', setAside: ['More'], attachments: [anAttachment()] };
  expect(read(rendered(aRecord({}, [], { draft }))).draft).toEqual(draft);
});

test('reads a file of before there were attachments', () => {
  const file = JSON.parse(rendered(aRecord({}, [aMessage({ id: 'm1' })])));
  const { attachments, editedAt, ...older } = file.messages[0];
  expect([attachments, editedAt]).toEqual([[], null]);
  const [message] = v.parse(parlorSessionSchema, { ...file, messages: [older] }).messages;
  expect(message).toMatchObject({ attachments: [], editedAt: null });
});

test('keeps all branches, thinking, usage and errors, readable by people', () => {
  const error = { code: 'answer-failed', details: { detail: 'out of memory' } } as const;
  const messages = [
    aMessage({ id: 'm1', content: 'Green or black?' }),
    aMessage({
      id: 'm2',
      parentId: 'm1',
      role: 'assistant',
      thinking: 'hm',
      content: 'Black.',
      usage: aUsage(),
    }),
    aMessage({ id: 'm3', parentId: 'm1', role: 'assistant', status: 'failed', error }),
  ];
  const text = rendered(aRecord({ activeLeafId: 'm2', parameters: { seed: 7 } }, messages));

  expect(text.startsWith('{\n  "format": "parlor-session",\n  "version": 1,\n  "session": {\n')).toBe(true);
  expect(text.endsWith('}\n')).toBe(true);
  expect(text).toContain('"createdAt": "2024-01-01T10:00:00Z"');
  expect(read(text).messages.map(({ id, createdAt }) => ({ id, createdAt }))).toEqual(
    ['m1', 'm2', 'm3'].map((id) => ({ id, createdAt: tenOClock })),
  );
});

test('a reader ignores unknown fields and refuses a newer version', () => {
  const file = JSON.parse(rendered(aRecord({})));

  expect(v.safeParse(parlorSessionSchema, { ...file, later: true }).success).toBe(true);
  expect(v.safeParse(parlorSessionSchema, { ...file, version: 2 }).success).toBe(false);
});

/** The same fields, the last one first. */
function backwards<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).reverse()) as Value;
}
