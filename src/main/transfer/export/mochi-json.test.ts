import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { SessionRecord } from '../../db/interface.ts';
import { aMessage, anyRecord, aRecord, aUsage, inOneLine, tenOClock } from '../testing/session-records.ts';
import { mochiMetadataSource, renderMochiJson } from './mochi-json.ts';

const time = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/));
const tokens = v.nullable(v.pipe(v.number(), v.integer()));

/** Written from "Session File Format" of mochi-server's document, names in its order. */
const messageSchemas = {
  system: v.strictObject({
    role: v.literal('system'),
    content: v.string(),
    source_file: v.nullable(v.string()),
    message_id: v.string(),
    timestamp: time,
  }),
  user: v.strictObject({
    role: v.literal('user'),
    content: v.string(),
    message_id: v.string(),
    timestamp: time,
  }),
  assistant: v.strictObject({
    role: v.literal('assistant'),
    content: v.string(),
    model: v.string(),
    message_id: v.string(),
    timestamp: time,
    eval_count: tokens,
    prompt_eval_count: tokens,
    tool_calls: v.unknown(),
  }),
  tool: v.strictObject({
    role: v.literal('tool'),
    tool_name: v.string(),
    content: v.string(),
    message_id: v.string(),
    timestamp: time,
  }),
};
const metadataSchema = v.strictObject({
  session_id: v.pipe(v.string(), v.regex(/^[0-9a-f]{10}$/)),
  model: v.string(),
  created_at: time,
  updated_at: time,
  message_count: v.number(),
  summary: v.nullable(v.strictObject({ summary: v.string(), topics: v.array(v.string()) })),
  summary_model: v.nullable(v.string()),
  format_version: v.literal('1.3'),
  tool_settings: v.strictObject({
    tools: v.array(v.string()),
    tool_group: v.nullable(v.string()),
    execution_policy: v.picklist(['always_confirm', 'never_confirm']),
  }),
  agent_settings: v.strictObject({ enabled_agents: v.array(v.string()) }),
  context_window_config: v.strictObject({
    dynamic_enabled: v.boolean(),
    current_window: v.number(),
    last_adjustment: v.string(),
    adjustment_history: v.array(v.unknown()),
    manual_override: v.boolean(),
  }),
});
const fileSchema = v.strictObject({
  metadata: metadataSchema,
  messages: v.array(v.variant('role', Object.values(messageSchemas) as [typeof messageSchemas.system])),
});

/** The file of the document, word for word. */
const documentFile = `{
  "metadata": {
    "session_id": "a1b2c3d4e5",
    "model": "llama3:8b",
    "created_at": "2024-01-01T10:00:00Z",
    "updated_at": "2024-01-01T10:05:00Z",
    "message_count": 3,
    "summary": null,
    "summary_model": null,
    "format_version": "1.3",
    "tool_settings": {
      "tools": [],
      "tool_group": null,
      "execution_policy": "always_confirm"
    },
    "agent_settings": {
      "enabled_agents": []
    },
    "context_window_config": {
      "dynamic_enabled": true,
      "current_window": 8192,
      "last_adjustment": "initial_setup",
      "adjustment_history": [],
      "manual_override": false
    }
  },
  "messages": [
    {
      "role": "system",
      "content": "You are a helpful assistant",
      "source_file": "helpful.md",
      "message_id": "msg1",
      "timestamp": "2024-01-01T10:00:00Z"
    },
    {
      "role": "user",
      "content": "Hello",
      "message_id": "msg2",
      "timestamp": "2024-01-01T10:01:00Z"
    },
    {
      "role": "assistant",
      "content": "Hi! How can I help you?",
      "model": "llama3:8b",
      "message_id": "msg3",
      "timestamp": "2024-01-01T10:01:05Z",
      "eval_count": 12,
      "prompt_eval_count": 45,
      "tool_calls": null
    }
  ]
}
`;

const system = aMessage({
  id: 'msg1',
  role: 'system',
  content: 'You are a helpful assistant',
  sourceFile: 'helpful.md',
});
const question = aMessage({ id: 'msg2', content: 'Hello', createdAt: tenOClock + 60_000 });
const answer = aMessage({
  id: 'msg3',
  role: 'assistant',
  content: 'Hi! How can I help you?',
  model: 'llama3:8b',
  createdAt: tenOClock + 65_000,
  usage: aUsage(),
});

const written = (record: SessionRecord) => JSON.parse(renderMochiJson(record));

test('writes the file of the document byte for byte', () => {
  expect(renderMochiJson(aRecord({}, inOneLine([system, question, answer])))).toBe(documentFile);
});

test('keeps every role with the fields of its kind, in order', () => {
  const calls = [{ function: { name: 'calculator', arguments: { a: 1 } } }];
  const asking = { ...answer, id: 'msg3', toolCalls: calls };
  const result = aMessage({ id: 'msg4', role: 'tool', toolName: 'calculator', content: '2' });
  const file = written(aRecord({}, inOneLine([system, question, asking, result])));

  expect(v.parse(fileSchema, file)).toEqual(file);
  expect(Object.keys(file)).toEqual(Object.keys(fileSchema.entries));
  expect(Object.keys(file.metadata)).toEqual(Object.keys(metadataSchema.entries));
  for (const message of file.messages) {
    const schema = messageSchemas[message.role as keyof typeof messageSchemas];
    expect(Object.keys(message)).toEqual(Object.keys(schema.entries));
  }
  expect(file.messages[2].tool_calls).toEqual(calls);
  expect(file.messages[3]).toMatchObject({ tool_name: 'calculator', content: '2' });
});

test('follows the schema for any record without imported settings', () => {
  const noSettings = { toolSettings: null, agentSettings: null, contextWindowConfig: null };
  fc.assert(
    fc.property(anyRecord, (record) => {
      const file = written({ ...record, ...noSettings });
      expect(v.parse(fileSchema, file)).toEqual(file);
      expect(file.metadata.message_count).toBe(file.messages.length);
    }),
  );
});

test('writes the system prompt of the session as the first message', () => {
  const file = written(aRecord({ systemPrompt: 'Be kind.' }, [question]));

  expect(file.messages[0]).toEqual({
    role: 'system',
    content: 'Be kind.',
    source_file: null,
    message_id: 'a1b2c3d4e5-system',
    timestamp: '2024-01-01T10:00:00Z',
  });
  expect(file.metadata.message_count).toBe(2);
});

test('prefers the system message that is there to the system prompt', () => {
  const file = written(aRecord({ systemPrompt: 'Be kind.' }, inOneLine([system, question])));

  expect(file.messages.map(({ content }: { content: string }) => content)).toEqual([
    'You are a helpful assistant',
    'Hello',
  ]);
});

test('writes the active branch only', () => {
  const other = { ...answer, id: 'msg4', parentId: 'msg2', content: 'Other' };
  const messages = [...inOneLine([question, answer]), other];
  const file = written(aRecord({ activeLeafId: 'msg3' }, messages));

  expect(file.messages).toHaveLength(2);
  expect(file.metadata.message_count).toBe(2);
});

test('writes milliseconds only when there are any', () => {
  const file = written(aRecord({ createdAt: tenOClock + 7 }, []));

  expect(file.metadata.created_at).toBe('2024-01-01T10:00:00.007Z');
});

test('takes the window from the parameters when there is no configuration of it', () => {
  const file = written(aRecord({ parameters: { numCtx: 4096 } }));

  expect(file.metadata.context_window_config.current_window).toBe(4096);
});

test('fills the model of a session without one from its last answer', () => {
  expect(written(aRecord({ model: null }, [answer])).metadata.model).toBe('llama3:8b');
  expect(written(aRecord({ model: null })).metadata.model).toBe('');
});

describe('after an import', () => {
  const keptInFile = (kept: unknown) => ({ metadata: { [mochiMetadataSource]: kept } });

  test('settings are given back, in the order of the document', () => {
    const { metadata } = written(
      aRecord({}, [], {
        toolSettings: { execution_policy: 'never_confirm', tools: ['calculator'], extra: 1 },
        agentSettings: { enabled_agents: ['planner'] },
        contextWindowConfig: { current_window: 16_384, manual_override: true },
      }),
    );

    expect(JSON.stringify(metadata.tool_settings)).toBe(
      '{"tools":["calculator"],"tool_group":null,"execution_policy":"never_confirm","extra":1}',
    );
    expect(metadata.agent_settings).toEqual({ enabled_agents: ['planner'] });
    expect(metadata.context_window_config).toMatchObject({ current_window: 16_384, dynamic_enabled: true });
  });

  test('unknown fields are given back behind the known ones and never replace them', () => {
    const kept = { metadata: { rating: 5, model: 'not this' }, note: 'top', messages: 'not this' };
    const message = { ...question, ...keptInFile({ mood: 'good', content: 'not this' }) };
    const file = written(aRecord({}, [message], keptInFile(kept)));

    expect(file.note).toBe('top');
    expect(file.metadata).toMatchObject({ rating: 5, model: 'llama3:8b' });
    expect(Object.keys(file.metadata).at(-1)).toBe('rating');
    expect(file.messages).toEqual([
      {
        role: 'user',
        content: 'Hello',
        message_id: 'msg2',
        timestamp: '2024-01-01T10:01:00Z',
        mood: 'good',
      },
    ]);
  });

  test('what other programs left is not put into the file', () => {
    const record = aRecord({}, [question], { metadata: { openagent: { tags: ['x'] } } });

    expect(renderMochiJson(record)).toBe(renderMochiJson({ ...record, metadata: null }));
  });

  test('times finer than a millisecond survive as long as they are the same', () => {
    const timestamp = '2024-01-01T10:01:00.000123Z';
    const kept = keptInFile({ timestamp });

    expect(written(aRecord({}, [{ ...question, ...kept }])).messages[0].timestamp).toBe(timestamp);
    const edited = { ...question, ...kept, createdAt: tenOClock };
    expect(written(aRecord({}, [edited])).messages[0].timestamp).toBe('2024-01-01T10:00:00Z');
  });

  test('a summary comes back with its topics until it is edited', () => {
    const kept = keptInFile({ metadata: { summary: { summary: 'About tea', topics: ['tea'] } } });
    const summaryOf = (summary: string | null) =>
      written(aRecord({}, [], { ...kept, summary })).metadata.summary;

    expect(summaryOf('About tea')).toEqual({ summary: 'About tea', topics: ['tea'] });
    expect(summaryOf('About coffee')).toEqual({ summary: 'About coffee', topics: [] });
    expect(summaryOf(null)).toBeNull();
  });
});
