import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerHtml, plainHtml } from './answer-html.ts';
import { formulaMathml } from './formula-mathml.ts';

describe('an answer for the clipboard', () => {
  it.each([
    [
      '# One\n\n**a** *b* ~~c~~ `d`',
      '<h1>One</h1>\n<p><strong>a</strong> <em>b</em> <del>c</del> <code style="font-family: monospace">d</code></p>',
    ],
    ['3. x\n4. y', '<ol start="3"><li>x</li><li>y</li></ol>'],
    ['- [x] done\n- [ ] open', '<ul><li>☑ done</li><li>☐ open</li></ul>'],
    [
      '```js\na < b\n```',
      '<pre style="font-family: monospace"><code class="language-js">a &lt; b</code></pre>',
    ],
    ['[a](https://example.org/?a=1&b=2)', '<p><a href="https://example.org/?a=1&amp;b=2">a</a></p>'],
    ['[a](javascript:alert(1))', '<p>a</p>'],
    ['![a cat](https://example.org/cat.png)', '<p>a cat</p>'],
    ['H<sub>2</sub>O', '<p>H<sub>2</sub>O</p>'],
    ['Euler: $e^{i\\pi}$', '<p>Euler: $e^{i\\pi}$</p>'],
    ['$$\na<b\n$$', '<p>$$a&lt;b$$</p>'],
    ['a[^1]\n\n[^1]: note', '<p>a<sup>1</sup></p>\n<hr><ol><li><p>note</p></li></ol>'],
  ])('writes %j', (source, html) => {
    expect(answerHtml(source)).toBe(html);
  });

  it('keeps the lines and sides of a table', () => {
    const html = answerHtml('| a | b |\n|---|--:|\n| 1 | 2 |');
    expect(html).toContain('<table border="1" style="border-collapse: collapse">');
    expect(html).toContain('<td style="text-align: right">2</td>');
  });

  it('never lets a tag of the answer through', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const html = answerHtml(`${words}<img src=x onerror=alert(1)><script>alert(1)</script>`);
        expect(html).not.toMatch(/<(img|script)/);
      }),
    );
  });
});

describe('a formula for the clipboard', () => {
  it('is MathML, with its TeX as the text beside it', () => {
    const html = answerHtml('Euler: $e^{i\\pi}<1$', formulaMathml);
    expect(html).toMatch(
      /^<p>Euler: <math alttext="e\^\{i\\pi\}&lt;1" xmlns="[^"]*"><mrow>.*<msup>.*<\/math><\/p>$/su,
    );
    expect(html).not.toContain('annotation');
    expect(answerHtml('$$\n\\frac{a}{b}\n$$', formulaMathml)).toMatch(
      /<math [^>]*display="block".*<mfrac>/su,
    );
  });

  it('stays TeX between dollars when it cannot be drawn', () => {
    expect(answerHtml('A $\\frac{a$ b', formulaMathml)).toBe('<p>A $\\frac{a$ b</p>');
  });

  it('never lets a tag through, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const html = answerHtml(`$\\text{<img src=x onerror=alert(1)>"${words}}$`, formulaMathml);
        expect(html).not.toMatch(/<(img|script|a)[\s>]/);
      }),
    );
  });
});

it('keeps the lines of a question', () => {
  expect(plainHtml('a <b>\nc\n\nd')).toBe('<p>a &lt;b&gt;<br>c</p>\n<p>d</p>');
});
