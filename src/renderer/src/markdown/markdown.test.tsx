import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from './markdown.tsx';
import { PlainFallback } from './plain-fallback.tsx';
import { markdownDocument } from './testing/sample-markdown.ts';

/** The HTML without class names, which say nothing here. */
function html(text: string, isStreaming = false): string {
  const markup = renderToStaticMarkup(<Markdown text={text} isStreaming={isStreaming} />);
  return markup.replace(/ class="[^"]*"/g, '').replace(/^<div>(.*)<\/div>$/s, '$1');
}

describe('Markdown becomes elements', () => {
  it.each([
    ['two\nlines', '<p dir="auto">two\nlines</p>'],
    [
      '**a** *b* ~~c~~ `d`',
      '<p dir="auto"><strong>a</strong> <em>b</em> <del>c</del> <code dir="auto">d</code></p>',
    ],
    ['hard  \nbreak', '<p dir="auto">hard<br/>break</p>'],
    ['back\\\nslash', '<p dir="auto">back<br/>slash</p>'],
    ['\\*no\\* \\<b>', '<p dir="auto">*no* &lt;b&gt;</p>'],
    ['a &amp; &lt;b&gt; &copy; &#38;lt;', '<p dir="auto">a &amp; &lt;b&gt; © &amp;lt;</p>'],
    ['`&lt;`', '<p dir="auto"><code dir="auto">&amp;lt;</code></p>'],
    ['> quote', '<blockquote dir="auto"><p>quote</p></blockquote>'],
    ['---', '<hr/>'],
    ['- a\n- b\n  - c', '<ul dir="auto"><li>a</li><li>b<ul><li>c</li></ul></li></ul>'],
    ['- a\n\n- b', '<ul dir="auto"><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['3. c\n4. d', '<ol dir="auto" start="3"><li>c</li><li>d</li></ol>'],
    ['one<br>two', '<p dir="auto">one<br/>two</p>'],
    ['H<sub>2</sub>O <KBD>x</KBD>', '<p dir="auto">H<sub>2</sub>O <kbd>x</kbd></p>'],
    ['<sub>a <sup>b</sub>', '<p dir="auto"><sub>a &lt;sup&gt;b</sub></p>'],
    ['<sub onclick="x">a</sub>', '<p dir="auto">&lt;sub onclick=&quot;x&quot;&gt;a&lt;/sub&gt;</p>'],
    [
      '<details>\n<summary>More **now**</summary>\n\n- a\n\n</details>\n\nend',
      '<details dir="auto"><summary>More <strong>now</strong></summary><ul><li>a</li></ul></details><p dir="auto">end</p>',
    ],
    ['so $x^2$', '<p dir="auto">so <code dir="ltr">x^2</code></p>'],
    ['$$\nx\n$$', '<div role="region" tabindex="0" aria-label="Formula"><code dir="ltr">x</code></div>'],
    ['', ''],
    ['[a]: https://example.org', ''],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it('puts headings below those of the window', () => {
    const tags = [...html('# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6').matchAll(/<(h\d)/g)].map(
      (match) => match[1],
    );
    expect(tags).toEqual(['h3', 'h4', 'h5', 'h6', 'h6', 'h6']);
  });

  it('shows tasks as boxes that cannot be changed but have a name', () => {
    const markup = html('- [x] done\n- [ ] open');
    expect(markup).toContain(
      '<input type="checkbox" disabled="" readOnly="" aria-label="Done" checked=""/>done',
    );
    expect(markup).toContain('<input type="checkbox" disabled="" readOnly="" aria-label="Not done"/>open');
  });

  it('aligns table columns inside a region for the keyboard', () => {
    const markup = renderToStaticMarkup(
      <Markdown text={'| a | b |\n|---|--:|\n| `x\\|y` | 2<br/>3 |'} isStreaming={false} />,
    );
    expect(markup).toMatch(/role="region" tabindex="0" aria-label="Table"/);
    expect(markup).toMatch(/<th class="[^"]*right[^"]*" scope="col" dir="auto">b<\/th>/);
    expect(markup).toMatch(/x\|y<\/code><\/td><td class="[^"]*right[^"]*" dir="auto">2<br\/>3<\/td>/);
  });

  it('shows code with its language, a copy button and a region for the keyboard', () => {
    const markup = html('```python\nif a < b:\n```');
    expect(markup).toMatch(
      /<span>python<\/span>.*>Wrap<.*>Save<.*<button type="button" data-key="c"><span aria-live="polite">Copy<\/span><\/button>/,
    );
    expect(markup).toContain('role="region" tabindex="0" aria-label="python code"');
    expect(markup).toContain('<pre><code><span>if a &lt; b:</span></code></pre>');
  });

  it('links only whole addresses and shows where they lead', () => {
    expect(html('[text](https://example.org/?a=1&amp;b=2 "title")')).toBe(
      '<p dir="auto"><a href="https://example.org/?a=1&amp;b=2" title="https://example.org/?a=1&amp;b=2" target="_blank" rel="noreferrer">text</a></p>',
    );
    expect(html('see https://example.org/?x&copy=1')).toContain('>https://example.org/?x&amp;copy=1</a>');
    expect(html('[text](/page) [part](#part)')).toBe('<p dir="auto">text part</p>');
  });
});

describe('footnotes', () => {
  const numbersOf = (markdown: string, isStreaming = false) =>
    [...html(markdown, isStreaming).matchAll(/aria-label="(Footnote \d|Back[^"]*)"|<li value="(\d)"/g)].map(
      (match) => match[1] ?? `note ${match[2]}`,
    );

  it('are numbered in the order of their references, with a way there and back', () => {
    expect(numbersOf('[^b] and [^a]\n\n[^a]: first\n[^b]: second\n\nagain [^B]')).toEqual([
      'Footnote 1',
      'Footnote 2',
      'Footnote 1',
      'note 1',
      'Back to the text of footnote 1',
      'note 2',
      'Back to the text of footnote 2',
    ]);
  });

  it('keep the words of a note nobody refers to', () => {
    expect(numbersOf('see [^x]\n\n[^lost]: words\n\n[^x]: more').slice(0, 3)).toEqual([
      'Footnote 1',
      'note 1',
      'Back to the text of footnote 1',
    ]);
    expect(html('[^lost]: words')).toContain('<p>words</p>');
  });

  it('without a note are numbers while the note may come, and in the end what was written', () => {
    expect(numbersOf('see [^1] and', true)).toEqual(['Footnote 1']);
    expect(html('see [^1] and')).toBe('<p dir="auto">see [^1] and</p>');
  });

  it('may have several paragraphs and code', () => {
    const markup = html('[^1]: one\n\n    two\n\n    - three\n\nafter');
    expect(markup).toContain('<p>one</p><p>two</p><ul><li>three</li></ul>');
    expect(markup.indexOf('after')).toBeLessThan(markup.indexOf('one'));
  });
});

describe('what an answer could do harm with', () => {
  const forbidden =
    /<(script|svg|img|iframe|object|embed|style|link|meta|form|base|video|audio)|\son\w+=|srcdoc|javascript:/i;

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&colon;alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java&Tab;script:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '<javascript:alert(1)>',
    '[x][1]\n\n[1]: javascript:alert(1)',
  ])('no link: %s', (markdown) => {
    expect(html(markdown)).not.toContain('<a');
  });

  it.each([
    '<script>alert(1)</script>',
    '<svg onload=alert(1)>',
    'a <img src=x onerror=alert(1)> b',
    '<iframe srcdoc="<script>1</script>"></iframe>',
    '<div onclick="x">\n\n**bold**\n\n</div>',
    '<style>*{display:none}</style>',
    '<!-- comment -->',
    '<br onload=x>',
    '| <img src=x> |\n|---|\n| <svg/onload=1> |',
    '```html"onload=1\n<script>alert(1)</script>\n```',
    '# <img src=x onerror=1>',
  ])('HTML is text: %s', (markdown) => {
    const markup = html(markdown);
    const withoutText = markup.replace(/>[^<]*</g, '><').replace(/ aria-label="[^"]*"/g, '');
    expect(withoutText).not.toMatch(forbidden);
    expect(markup).toContain('&lt;');
  });

  it.each([
    ['![a cat](https://example.org/cat.png)', 'a cat', 'https://example.org/cat.png'],
    ['![a &amp; b](http://example.org/x)', 'a &amp; b', 'http://example.org/x'],
  ])('a picture is not loaded but named and linked: %s', (markdown, name, url) => {
    const markup = html(markdown);
    expect(markup).toContain(`<span>Picture not loaded</span><span>${name}</span><a href="${url}"`);
    expect(markup).not.toMatch(/<img|src=/);
  });

  it.each(['![x](data:image/svg+xml;base64,PHN2Zz4=)', '![x](javascript:alert(1))', '![x](file:///x.png)'])(
    'a picture with another address has no link: %s',
    (markdown) => {
      expect(html(markdown)).toBe(
        '<p dir="auto"><span><span>Picture not loaded</span><span>x</span></span></p>',
      );
    },
  );

  it('no document brings a tag or an attribute of its own', () => {
    const known =
      /^(\/?(div|p|h[3-6]|ul|ol|li|blockquote|pre|code|span|button|table|thead|tbody|tr|th|td|strong|em|del|a|section|sub|sup|kbd|details|summary)|hr\/|br\/|input)$/;
    fc.assert(
      fc.property(fc.oneof(markdownDocument, fc.string()), fc.boolean(), (text, isStreaming) => {
        for (const [, tag] of html(text, isStreaming).matchAll(/<([^\s>]+)/g)) expect(tag).toMatch(known);
      }),
    );
  });
});

describe('while an answer is written', () => {
  it('an open fence is a code block already', () => {
    expect(html('```js\nlet a', true)).toContain('<pre><code><span>let a</span></code></pre>');
  });

  it.each([
    ['', '<p><span aria-hidden="true"></span></p>'],
    ['text', '<p dir="auto">text<span aria-hidden="true"></span></p>'],
    ['- a\n- b', '<ul dir="auto"><li>a</li><li>b<span aria-hidden="true"></span></li></ul>'],
    ['> # a', '<blockquote dir="auto"><h3>a<span aria-hidden="true"></span></h3></blockquote>'],
  ])('the caret stands behind the last words of %j', (markdown, expected) => {
    expect(html(markdown, true)).toBe(expected);
  });

  it('there is no caret once it is finished', () => {
    expect(html('text')).not.toContain('aria-hidden');
  });
});

it('falls back to the text as it was received', () => {
  expect(renderToStaticMarkup(<PlainFallback text={'# <b>\nx'} />)).toContain('# &lt;b&gt;\nx</div>');
});
