import { expect, test } from 'vitest';
import { xAuthorityFile } from './x-authority.ts';

test('writes one entry for any display in the format of Xau(3)', () => {
  const file = xAuthorityFile(Buffer.from('00112233445566778899aabbccddeeff', 'hex'));
  expect(file.toString('hex')).toBe(
    `ffff00000000${'0012'}${Buffer.from('MIT-MAGIC-COOKIE-1').toString('hex')}${'0010'}00112233445566778899aabbccddeeff`,
  );
});
