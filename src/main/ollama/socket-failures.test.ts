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

  it.each(['ENOTFOUND', 'EAI_AGAIN'])('%s means that there is no such computer', (code) => {
    expect(failed(code, 'connecting')).toEqual({ code: 'host-unknown', details: { address } });
  });

  it.each([
    ['EPROTO', 'no-tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'no-tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'untrusted'],
    ['CERT_HAS_EXPIRED', 'untrusted'],
  ])('%s is about https (%s)', (code, problem) => {
    expect(failed(code, 'connecting')).toEqual({ code: 'tls-failed', details: { address, problem } });
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
    expect(socketFailure(attempts, 'connecting', address).code).toBe('host-unknown');
  });
});
