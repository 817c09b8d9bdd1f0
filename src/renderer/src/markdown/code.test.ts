import fc from 'fast-check';
import type { Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { chunkRuns, chunkText, linesPerChunk } from './code-chunks.ts';
import { type CodeRun, readHighlighted } from './code-runs.ts';
import { isFenceOpen, languageOf } from './fence.ts';
import { colourCode } from './highlight-engine.ts';
import { lexMarkdown } from './lex.ts';

const textOf = (runs: readonly CodeRun[]) => runs.map((run) => run.text).join('');

describe('coloured code', () => {
  it('reads nested spans and escapes of highlight.js', () => {
    const html =
      '<span class="hljs-keyword">if</span> a &lt; <span class="hljs-string">&quot;x<span class="hljs-subst">{b}</span>&#x27;</span>';
    expect(readHighlighted(html)).toEqual([
      { kind: 'keyword', text: 'if' },
      { kind: undefined, text: ' a < ' },
      { kind: 'string', text: '"x' },
      { kind: undefined, text: '{b}' },
      { kind: 'string', text: "'" },
    ]);
  });

  it('is, joined, the code, whatever the code and the language', () => {
    const snippet = fc.array(
      fc.constantFrom(
        '<b>',
        '&amp;',
        '"',
        "'",
        '`${',
        '}',
        '/*',
        '*/',
        '\n',
        'def f(x):',
        'let ',
        '#!',
        '</script>',
        '<!--',
        'é😀',
        '0x1f',
        '\\',
        '@a',
        '-',
        ': ',
      ),
      { maxLength: 40 },
    );
    const language = fc.constantFrom(
      'bash',
      'css',
      'diff',
      'html',
      'js',
      'json',
      'markdown',
      'py',
      'rs',
      'sql',
      'ts',
      'yml',
    );
    fc.assert(
      fc.property(
        language,
        fc.oneof(
          snippet.map((parts) => parts.join('')),
          fc.string(),
        ),
        (name, code) => {
          expect(textOf(colourCode(name, code) ?? [])).toBe(code);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('knows names and aliases in any case and nothing else', () => {
    const code = 'def f(): return "x"';
    expect(colourCode('Python', code)).toEqual(colourCode('py', code));
    expect(colourCode('python', code)).toContainEqual({ kind: 'keyword', text: 'def' });
    expect(colourCode('klingon', code)).toBeUndefined();
    expect(colourCode('__proto__', code)).toBeUndefined();
  });
});

describe('chunks', () => {
  const code = fc
    .array(fc.constantFrom('\n', '\n', 'a', 'bc', '\n\n\n'))
    .map((parts) => parts.join('').repeat(9));

  it('joined are the text, none longer than 40 lines', () => {
    fc.assert(
      fc.property(code, (text) => {
        const chunks = chunkText(text);
        expect(chunks.join('')).toBe(text);
        for (const chunk of chunks) expect(chunk.split('\n').length - 1).toBeLessThanOrEqual(linesPerChunk);
      }),
    );
  });

  it('of coloured code have the same borders as those of plain code', () => {
    fc.assert(
      fc.property(fc.array(code), (texts) => {
        const runs = texts.filter((text) => text !== '').map((text) => ({ kind: undefined, text }));
        expect(chunkRuns(runs).map(textOf)).toEqual(chunkText(texts.join('')));
      }),
    );
  });

  it('above the last stay equal while code grows', () => {
    const text = 'line\n'.repeat(100);
    const before = chunkText(text);
    const after = chunkText(`${text}more`);
    expect(before).toHaveLength(3);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
  });
});

describe('a fence', () => {
  const codeToken = (source: string) => lexMarkdown(source, {}, true).tokens[0] as Tokens.Code;

  it.each(['```js\nlet a', '```js', '```', '````\n```\n', '~~~\n```', '```\n``', '```js\nx\n\n'])(
    'is open: %j',
    (source) => {
      expect(isFenceOpen(codeToken(source))).toBe(true);
    },
  );

  it.each(['```js\nlet a\n```', '```\n```', '```\nx\n`````\n', '~~~\nx\n~~~', '  ```\nx\n  ```'])(
    'is closed: %j',
    (source) => {
      expect(isFenceOpen(codeToken(source))).toBe(false);
    },
  );

  it.each([
    ['python', 'python'],
    ['js title="a.js"', 'js'],
    ['{.rust .numberLines}', 'rust'],
    ['c++', 'c++'],
    ['', ''],
  ])('with info %j has the language %j', (info, language) => {
    expect(languageOf(codeToken(`\`\`\`${info}\nx\n\`\`\``))).toBe(language);
  });
});
