import { describe, expect, it } from 'vitest';
import { resolveAddress } from './address.ts';

describe('the address of Ollama', () => {
  it.each([
    ['', undefined, 'http://127.0.0.1:11434'],
    [null, '', 'http://127.0.0.1:11434'],
    ['  ', '  ', 'http://127.0.0.1:11434'],
    ['', '192.168.1.5', 'http://192.168.1.5:11434'],
    ['10.0.0.1:80', '192.168.1.5', 'http://10.0.0.1:80'],
  ])(
    'comes from the setting, else from OLLAMA_HOST, else is this computer: %o %o',
    (setting, host, address) => {
      expect(resolveAddress(setting, host)).toBe(address);
    },
  );

  it.each([
    ['example.com', 'http://example.com:11434'],
    ['example.com:8080', 'http://example.com:8080'],
    ['http://example.com', 'http://example.com:80'],
    ['https://example.com', 'https://example.com:443'],
    ['https://example.com:8443', 'https://example.com:8443'],
    ['HTTP://Example.COM:11434/', 'http://example.com:11434'],
    ['example.com/ollama/', 'http://example.com:11434/ollama'],
    ['https://example.com/a/b//', 'https://example.com:443/a/b'],
    ['localhost', 'http://127.0.0.1:11434'],
    ['localhost:1234', 'http://127.0.0.1:1234'],
    ['https://localhost:1234', 'https://localhost:1234'],
    ['0.0.0.0', 'http://127.0.0.1:11434'],
    ['0.0.0.0:1234', 'http://127.0.0.1:1234'],
    ['http://0.0.0.0:1234', 'http://127.0.0.1:1234'],
    [':1234', 'http://127.0.0.1:1234'],
    ['::', 'http://[::1]:11434'],
    ['[::]:1234', 'http://[::1]:1234'],
    ['::1', 'http://[::1]:11434'],
    ['[fe80::1]', 'http://[fe80::1]:11434'],
    ['fe80::1', 'http://[fe80::1]:11434'],
    ['http://[2001:db8::1]:80', 'http://[2001:db8::1]:80'],
    ['"192.168.1.5:11434"', 'http://192.168.1.5:11434'],
    [' my_box ', 'http://my_box:11434'],
  ])('reads %o as %o', (written, address) => {
    expect(resolveAddress(written, undefined)).toBe(address);
    expect(resolveAddress('', written)).toBe(address);
    expect(resolveAddress(address, undefined)).toBe(address);
  });

  it.each([
    'ftp://example.com',
    'http://',
    'http://:80',
    'https:///path',
    'two words',
    'example.com:',
    'example.com:port',
    'example.com:0',
    'example.com:65536',
    'example.com:80:80',
    'user:secret@example.com',
    'https://user@example.com',
    'example.com?model=x',
    'example.com/#here',
    'example.com/?x=1',
    '11434',
    '[::1',
    '[nonsense]',
    ':::',
    'exa<mple',
    '/only/a/path',
    '999.1.1.1',
    '%',
    'a\\b',
  ])('refuses %o', (written) => {
    expect(() => resolveAddress(written, undefined)).toThrow(
      expect.objectContaining({
        report: { code: 'address-invalid', details: { address: written, detail: expect.any(String) } },
      }),
    );
  });
});
