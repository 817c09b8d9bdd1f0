import { describe, expect, it } from 'vitest';
import { type Phase, socketFailure } from './socket-failures.ts';

const address = 'http://127.0.0.1:11434';

function failed(code: string, phase: Phase) {
  return socketFailure(Object.assign(new Error('text'), { code }), phase, address).report;
}

describe('a failed connection', () => {
  it.each(['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET', 'EACCES', ''])(
    '%s while connecting means that nothing is there',
    (code) => {
      expect(failed(code, 'connecting')).toEqual({ code: 'ollama-unreachable', details: { address } });
    },
  );

  it.each([
    'ENOTFOUND',
    'EAI_AGAIN',
    'EPROTO',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('%s means that the address is wrong', (code) => {
    const report = { code: 'address-invalid', details: { address, detail: 'text' } };
    expect(failed(code, 'connecting')).toEqual(report);
  });

  it.each(['waiting', 'receiving'] as const)('a reset while %s is a cut connection', (phase) => {
    expect(failed('ECONNRESET', phase)).toEqual({ code: 'connection-cut', details: { detail: 'text' } });
  });

  it('tells a service that is no web server from an answer that broke', () => {
    expect(failed('HPE_INVALID_CONSTANT', 'waiting').code).toBe('not-ollama');
    expect(failed('HPE_INVALID_CHUNK_SIZE', 'receiving').code).toBe('bad-response');
  });

  it('looks into the first of several attempts', () => {
    const attempts = new AggregateError([Object.assign(new Error('a'), { code: 'ENOTFOUND' })]);
    expect(socketFailure(attempts, 'connecting', address).code).toBe('address-invalid');
  });
});
