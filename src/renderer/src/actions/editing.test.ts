import { beforeEach, expect, it, vi } from 'vitest';
import type { Message } from '#shared/domain.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useEditsStore } from '../stores/chat/edits-store.ts';
import { finishEdit } from './editing.ts';

const question: Message = {
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
let sent: () => void;
let refused: (reason: Error) => void;

beforeEach(() => {
  vi.stubGlobal('window', { api: { request: async () => ({ ok: true, value: undefined }) } });
  const sending = new Promise<void>((resolve, reject) => {
    sent = resolve;
    refused = reject;
  });
  useEditsStore.setState({ edits: {} });
  useChatStore.setState({ running: {}, send: () => sending });
  edits().begin(question);
  edits().write('q', 'How long for tea?');
});

it('forgets what was sent', async () => {
  const finished = finishEdit(question);
  expect(edits().edits).toEqual({});
  sent();
  await finished;
  expect(edits().edits).toEqual({});
});

it('opens the field again with what was refused', async () => {
  const finished = finishEdit(question);
  refused(new Error('no'));
  await expect(finished).rejects.toThrow('no');
  expect(edits().edits['q']).toMatchObject({ text: 'How long for tea?', isOpen: true });
});

it.each(['sent', 'refused'])(
  'keeps what is written meanwhile in the same field, the other being %s',
  async (end) => {
    const finished = finishEdit(question);
    edits().begin(question);
    edits().write('q', 'And for coffee?');
    if (end === 'sent') sent();
    else refused(new Error('no'));
    await finished.catch(() => undefined);
    expect(edits().edits['q']).toMatchObject({ text: 'And for coffee?' });
  },
);
