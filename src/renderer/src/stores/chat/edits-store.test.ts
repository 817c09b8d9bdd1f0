import { beforeEach, expect, it } from 'vitest';
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

beforeEach(() => useEditsStore.setState({ edits: {}, focusId: null }));

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
