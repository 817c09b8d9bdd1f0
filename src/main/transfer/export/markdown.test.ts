import fc from 'fast-check';
import { Lexer } from 'marked';
import { describe, expect, test } from 'vitest';
import type { MessageRecord } from '../../db/interface.ts';
import {
  aMessage,
  anAttachment,
  anyRecord,
  aRecord,
  inOneLine,
  tenOClock,
} from '../testing/session-records.ts';
import { activeBranch } from './active-branch.ts';
import { renderMarkdown } from './markdown.ts';

const question = aMessage({ id: 'm1', content: 'Hello', createdAt: tenOClock + 60_000 });
const answer = aMessage({
  id: 'm2',
  parentId: 'm1',
  sequence: 2,
  role: 'assistant',
  model: 'llama3:8b',
  content: 'Hi! How can I help you?',
  createdAt: tenOClock + 65_250,
});

test('names what was attached below the text it came with', () => {
  const attachments = [
    anAttachment({ name: 'src/a *b*.md' }),
    anAttachment({ id: 'f2', kind: 'image', name: 'sunset.png', sizeBytes: 1_250_000 }),
    anAttachment({ id: 'f3', kind: 'pdf', name: 'rocks.pdf', sizeBytes: 1_250 }),
  ];
  expect(renderMarkdown(aRecord({}, [{ ...question, attachments }]))).toContain(
    `Hello

- Attachment: src/a \\*b\\*.md (text, 8 bytes)
- Attachment: sunset.png (picture, 1.3 MB)
- Attachment: rocks.pdf (PDF, 1.3 kB)
`,
  );
});

test('writes the fields of the session, then each message under its role and time', () => {
  const record = aRecord({ systemPrompt: 'Be kind.', promptTokens: 100, replyTokens: 56 }, [
    question,
    answer,
  ]);

  expect(renderMarkdown(record)).toBe(`# Tea

- **Session ID:** a1b2c3d4e5
- **Created:** 2024-01-01T10:00:00Z
- **Updated:** 2024-01-01T10:05:00Z
- **Messages:** 2
- **Total tokens:** 156 (prompts 100 + replies 56, all answers)
- **Model:** llama3:8b

---

<!-- parlor:system-prompt length="8" -->
## System prompt

Be kind.

<!-- parlor:message role="user" id="m1" length="5" -->
## User [2024-01-01T10:01:00Z]

Hello

<!-- parlor:message role="assistant" id="m2" length="23" -->
## Assistant (llama3:8b) [2024-01-01T10:01:05.250Z]

Hi! How can I help you?
`);
});

test('writes a session without title, model and messages', () => {
  const markdown = renderMarkdown(aRecord({ title: '', model: null }));

  expect(markdown).toContain('# Untitled session\n');
  expect(markdown).toContain('- **Messages:** 0\n');
  expect(markdown).toContain('- **Model:** none chosen\n');
});

test('writes only the active branch and says how much it leaves out', () => {
  const other = aMessage({ ...answer, id: 'm3', sequence: 3, content: 'Another answer' });
  const thoughtful = { ...answer, thinking: 'a secret thought' };
  const markdown = renderMarkdown(aRecord({ activeLeafId: 'm2' }, [question, thoughtful, other]));

  expect(markdown).not.toContain('Another answer');
  expect(markdown).not.toContain('a secret thought');
  expect(markdown).toContain('- **Messages:** 2\n');
  expect(markdown).toContain('- **Left out:** 1 message of other branches; the thinking of 1 answer\n');
  expect(markdown).toContain('all answers, other branches included');
});

describe('thinking', () => {
  const withThinking = true;

  test('stands before the answer as a quote when it is wanted', () => {
    const thoughtful = { ...answer, thinking: 'Green?\r\n\nNo: black.' };
    const markdown = renderMarkdown(aRecord({}, [question, thoughtful]), { withThinking });

    expect(markdown).toContain(`<!-- parlor:message role="assistant" id="m2" length="23" thinking="yes" -->
## Assistant (llama3:8b) [2024-01-01T10:01:05.250Z]

> **Thinking**
>
> Green?
>
> No: black.

Hi! How can I help you?
`);
    expect(markdown).not.toContain('Left out');
  });

  test('swallows nothing of the answer, whatever it leaves open', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '```\n',
        '\n',
        '~~~',
        '<!-- ',
        ' -->',
        '<pre>',
        '</details>',
        '> ',
        '- ',
        '\r\n',
        '\r',
        '[x]: /',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        const thoughtful = { ...answer, thinking: pieces.join(''), content: 'parlor-probe' };
        const blocks = new Lexer().lex(renderMarkdown(aRecord({}, [question, thoughtful]), { withThinking }));
        expect(blocks.findLast(({ type }) => type !== 'space')).toMatchObject({
          type: 'paragraph',
          text: 'parlor-probe',
        });
      }),
    );
  });
});

test('shows a title as it reads, in one line', () => {
  const title = '  List<String> & *stars*\n[x] snake_case C# ';
  const [heading] = new Lexer().lex(renderMarkdown(aRecord({ title })));

  expect(heading?.raw.trim()).toBe('# List\\<String\\> \\& \\*stars\\* \\[x\\] snake_case C\\#');
});

test.each([
  ['stopped', 'This answer was stopped before its end.'],
  ['interrupted', 'This answer was interrupted before its end.'],
  ['failed', 'This answer failed.'],
  ['streaming', 'This answer was still being written when it was exported.'],
] as const)('marks an answer that is %s', (status, sentence) => {
  expect(renderMarkdown(aRecord({}, [question, { ...answer, status }]))).toContain(
    `${answer.content}\n\n*${sentence}*\n`,
  );
});

test('tells the code of the error that ended an answer', () => {
  const error = { code: 'answer-failed', details: { detail: 'out of memory' } } as const;
  const failed: MessageRecord = { ...answer, content: '', status: 'failed', error };

  expect(renderMarkdown(aRecord({}, [question, failed]))).toContain('*Reason: answer-failed*');
});

test('does not write a system prompt twice that is a message too', () => {
  const system = aMessage({ id: 'm0', role: 'system', content: 'Be kind.' });
  const markdown = renderMarkdown(aRecord({ systemPrompt: 'Be kind.' }, inOneLine([system, question])));

  expect(markdown.split('Be kind.')).toHaveLength(2);
  expect(markdown).toContain('role="system" id="m0"');
});

test('shows the calls and the results of tools', () => {
  const asking = aMessage({
    id: 'm2',
    role: 'assistant',
    toolCalls: [{ function: { name: 'weather', arguments: { place: 'a ``` b' } } }],
  });
  const result = aMessage({ id: 'm3', role: 'tool', toolName: 'weather', content: '21 °C' });
  const markdown = renderMarkdown(aRecord({}, inOneLine([question, asking, result])));

  expect(markdown).toContain('*Asked for tools:*\n\n```json\n[\n');
  expect(markdown).toContain('"name": "weather"');
  expect(markdown).toContain('## Tool (weather) [2024-01-01T10:00:00Z]\n\n21 °C');
});

describe('texts', () => {
  const content = [
    '# A heading',
    'trailing spaces  ',
    '',
    '```html',
    '<b>&amp;</b>  ',
    '```',
    '$$\\int_a^b x_1 \\, dx$$ and $a < b$',
    '![picture](data:image/png;base64,AAAA) | <img src=x> | \\*',
    '<!-- parlor:message role="user" id="fake" length="3" -->',
    '## User [2024-01-01T10:01:00Z]',
    '',
    '\ttab at the end\t',
    '',
  ].join('\n');

  test('stand there unharmed', () => {
    expect(renderMarkdown(aRecord({}, [{ ...question, content }, answer]))).toContain(
      `\n\n${content}\n\n<!-- parlor:message role="assistant"`,
    );
  });

  test('that end inside code do not swallow the next message', () => {
    const open = { ...question, content: 'Look:\n```js\nlet a' };
    const markdown = renderMarkdown(aRecord({}, [open, answer]));
    const headings = new Lexer().lex(markdown).filter(({ type }) => type === 'heading');

    expect(headings.map(({ raw }) => raw.trim())).toContain(
      '## Assistant (llama3:8b) [2024-01-01T10:01:05.250Z]',
    );
  });

  test('are found again exactly, whatever they hold', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('```\n', '\n', '~~~', content, '<!-- ', ' -->', '<pre>', '## User', '\r\n'),
    );
    const texts = fc.array(
      fc.array(piece).map((pieces) => pieces.join('')),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(texts, (contents) => {
        const messages = contents.map((each, index) => aMessage({ id: `m${index}`, content: each }));
        const record = aRecord({}, inOneLine(messages));
        expect(textsIn(renderMarkdown(record))).toEqual(contents);
      }),
    );
  });
});

test('writes any record, the same each time', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const markdown = renderMarkdown(record);
      expect(renderMarkdown(structuredClone(record))).toBe(markdown);
      expect(textsIn(markdown).length).toBeGreaterThanOrEqual(activeBranch(record).length);
    }),
  );
});

/** Reads as an importer would: a comment, one heading line, one empty line, then as much text as the comment says. */
function textsIn(markdown: string): readonly string[] {
  const start =
    /^<!-- parlor:(?:message role="\w+" id="[\w.:-]+"|system-prompt) length="(\d+)" -->\n## .*\n\n/my;
  const found: string[] = [];
  let at = markdown.indexOf('\n---\n');
  while (at < markdown.length) {
    start.lastIndex = at;
    const match = start.exec(markdown);
    if (match === null) {
      at += 1;
      continue;
    }
    const length = Number(match[1]);
    found.push(markdown.slice(start.lastIndex, start.lastIndex + length));
    at = start.lastIndex + length;
  }
  return found;
}
