import { expect, it } from 'vitest';
import { openableUrl } from './openable-url.ts';

it.each(['https://example.org/', 'http://localhost:3000/x?y#z', 'mailto:a@example.org'])(
  'opens %s',
  (url) => {
    expect(openableUrl(url)).toBe(url);
  },
);

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'smb://host/share',
  'blob:https://example.org/1',
  'app://parlor/index.html',
  'ftp://example.org',
  '/relative',
  '#part',
  '//example.org/x',
  'example.org',
  'https://',
  '',
])('does not open %j', (url) => {
  expect(openableUrl(url)).toBeUndefined();
});

it('writes a look-alike host out as the browser reads it', () => {
  expect(openableUrl('https://аpple.com')).toBe('https://xn--pple-43d.com/');
});
