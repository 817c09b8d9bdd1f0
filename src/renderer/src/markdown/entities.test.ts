import { expect, it } from 'vitest';
import { decodeEntities } from './entities.ts';

it('decodes names and numbers', () => {
  expect(decodeEntities('&amp; &lt;b&gt; &copy; &nbsp;&eacute; &#65;&#x1F600; &hellip;&rarr;')).toBe(
    '& <b> © \u00a0é A😀 …→',
  );
});

it('decodes once only', () => {
  expect(decodeEntities('&amp;lt;script&amp;gt;')).toBe('&lt;script&gt;');
});

it('leaves what is no reference', () => {
  expect(decodeEntities('AT&T a&b; &unknownName; &#; & &amp')).toBe('AT&T a&b; &unknownName; &#; & &amp');
});

it('replaces numbers that are no characters', () => {
  expect(decodeEntities('&#0;&#xD800;&#x110000;&#9999999;')).toBe('\ufffd\ufffd\ufffd\ufffd');
});

it('knows every name once', () => {
  expect(decodeEntities('&nbsp;&yuml;&quot;&cross;')).toBe('\u00a0ÿ"✗');
});
