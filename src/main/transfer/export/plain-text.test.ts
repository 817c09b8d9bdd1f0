import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aMessage,
  anAttachment,
  anyRecord,
  aRecord,
  inOneLine,
  tenOClock,
} from '../testing/session-records.ts';
import { activeBranch } from './active-branch.ts';
import { renderPlainText } from './plain-text.ts';

const withThinking = true;
const question = aMessage({ id: 'm1', content: '# Is **tea** good?\n', attachments: [anAttachment()] });
const answer = aMessage({
  id: 'm2',
  role: 'assistant',
  model: 'llama3:8b',
  status: 'stopped',
  thinking: 'Hm.',
  content: '```\nyes',
  createdAt: tenOClock + 5_000,
});
const record = aRecord(
  { systemPrompt: 'Be kind.', promptTokens: 5, replyTokens: 3 },
  inOneLine([question, answer]),
  {
    projectName: 'Drinks',
    tags: ['hot', 'to read'],
  },
);

test('writes roles, times and the words as they are, attachments by name', () => {
  expect(renderPlainText(record, { withThinking: false })).toBe(`Tea

Session ID: a1b2c3d4e5
Created: 2024-01-01T10:00:00Z
Updated: 2024-01-01T10:05:00Z
Project: Drinks
Tags: hot, to read
Messages: 2
Total tokens: 8 (prompts 5 + replies 3, all answers)
Model: llama3:8b
Left out: the thinking of 1 answer

--- System prompt ---

Be kind.

--- User, 2024-01-01T10:00:00Z ---

# Is **tea** good?


[Attachment: notes.md (text, 8 bytes)]

--- Assistant (llama3:8b), 2024-01-01T10:00:05Z ---

\`\`\`
yes

[This answer was stopped before its end.]
`);
});

test('writes the thinking between marks when it is wanted', () => {
  const text = renderPlainText(record, { withThinking });
  expect(text).toContain('Z ---\n\n[Thinking]\n\nHm.\n\n[End of the thinking]\n\n```\nyes\n');
  expect(text).not.toContain('Left out');
});

test('holds every text of any record unchanged', () => {
  fc.assert(
    fc.property(anyRecord, (any) => {
      const text = renderPlainText(any, { withThinking });
      for (const { content, thinking } of activeBranch(any)) {
        expect(text).toContain(content);
        expect(text).toContain(thinking);
      }
    }),
  );
});
