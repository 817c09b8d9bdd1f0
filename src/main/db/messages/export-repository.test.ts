import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../interface.ts';
import type { Connection } from '../statements.ts';
import { codeOf, finishedReply, hexId, memoryDatabase, newSession, newTurn } from '../testing/fixtures.ts';
import { toRuns } from './provenance-repository.ts';

let db: Database;
let connection: Connection;
const sessionId = hexId(1);

beforeEach(() => {
  ({ db, connection } = memoryDatabase());
  db.createProject({ id: hexId(9), name: 'Work', at: 1 });
  db.createSession(newSession({ projectId: hexId(9) }));
});

const provenance = (messageIds: readonly string[]) => ({
  model: 'qwen3:8b',
  ollamaAddress: 'http://127.0.0.1:11434',
  options: { temperature: 0 },
  systemPrompt: 'Be brief.',
  messageIds,
});

it('gives every message of every branch in the order in which they came', () => {
  db.insertTurn(newTurn('1', { at: 2_000 }));
  db.finishReply(finishedReply('r1', { at: 3_000 }));
  db.insertTurn(newTurn('2'));
  const record = db.exportSession({ sessionId });
  expect(record.session).toEqual(db.getSession({ sessionId }));
  expect(record).toMatchObject({
    projectName: 'Work',
    tags: [],
    description: '',
    summary: null,
    summaryModel: null,
    toolSettings: null,
    agentSettings: null,
    contextWindowConfig: null,
    metadata: null,
  });
  expect(record.messages.map(({ id, parentId, sequence }) => [id, parentId, sequence])).toEqual([
    ['u1', null, 1],
    ['r1', 'u1', 2],
    ['u2', null, 3],
    ['r2', 'u2', 4],
  ]);
  expect(record.messages[1]).toEqual({
    id: 'r1',
    parentId: 'u1',
    role: 'assistant',
    content: 'Answer r1',
    thinking: '',
    model: 'qwen3:8b',
    status: 'complete',
    error: null,
    createdAt: 2_000,
    editedAt: null,
    usage: finishedReply('r1').usage,
    attachments: [],
    sequence: 2,
    finishedAt: 3_000,
    sourceFile: null,
    toolName: null,
    toolCalls: null,
    agentName: null,
    provenance: null,
    metadata: null,
  });
});

it('gives back what other programs kept with a session', () => {
  connection.exec(`
    UPDATE sessions
    SET summary = 'Short', summary_model = 'm', description = 'About tea',
        tool_settings = '{"tools":["calculator"]}', agent_settings = '{"enabled_agents":[]}',
        context_window_config = '{"current_window":8192}', metadata = '{"mochi":{"x":1}}';
    INSERT INTO tags (name) VALUES ('tea'), ('Drinks');
    INSERT INTO session_tags (session_id, tag_id) SELECT sessions.id, tags.id FROM sessions, tags;
  `);
  expect(db.exportSession({ sessionId })).toMatchObject({
    summary: 'Short',
    summaryModel: 'm',
    description: 'About tea',
    tags: ['Drinks', 'tea'],
    toolSettings: { tools: ['calculator'] },
    agentSettings: { enabled_agents: [] },
    contextWindowConfig: { current_window: 8192 },
    metadata: { mochi: { x: 1 } },
  });
});

it('leaves out tags in the trash and those being erased', () => {
  connection.exec(`
    INSERT INTO tags (name, trashed_at) VALUES ('shown', NULL), ('trashed', 5), ('erased', 0);
    INSERT INTO session_tags (session_id, tag_id) SELECT sessions.id, tags.id FROM sessions, tags;
  `);
  expect(db.exportSession({ sessionId }).tags).toEqual(['shown']);
});

it('gives back what was sent for each answer', () => {
  db.insertTurn(newTurn('1'));
  db.insertTurn(newTurn('2'));
  db.insertTurn(newTurn('3', { parentId: 'r1' }));
  const sent = provenance(['u1', 'r1', 'u3']);
  db.saveProvenance({ replyId: 'r3', provenance: sent });
  db.saveProvenance({ replyId: 'r2', provenance: provenance([]) });
  const provenances = db.exportSession({ sessionId }).messages.map((message) => message.provenance);
  expect(provenances).toEqual([null, null, null, provenance([]), null, sent]);
});

it('keeps what was sent in a few bytes, however long the conversation', () => {
  expect(toRuns([1, 2, 3, 7, 8, 5])).toEqual([
    [1, 3],
    [7, 8],
    [5, 5],
  ]);
  expect(toRuns([])).toEqual([]);
});

it('refuses a provenance that names a message of another session', async () => {
  db.createSession(newSession({ id: hexId(2) }));
  db.insertTurn(newTurn('1'));
  db.insertTurn(newTurn('2', { sessionId: hexId(2) }));
  const wrong = { replyId: 'r1', provenance: provenance(['u2']) };
  expect(await codeOf(() => db.saveProvenance(wrong))).toBe('not-found');
  expect(await codeOf(() => db.saveProvenance({ ...wrong, replyId: 'x' }))).toBe('not-found');
});
