import { AppError, type ErrorReport } from '#shared/errors.ts';

/** How far a request had come when its connection failed. */
export type Phase = 'connecting' | 'waiting' | 'receiving';

const malformed: ReadonlySet<string> = new Set(['ERR_INVALID_URL', 'EINVAL']);
const unknownHost: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL']);
const notTls = /^(EPROTO|ERR_SSL)/;
/** A certificate that is out of date, for another name, or signed by nobody known (Node, tls: X509 error codes). */
const untrusted = /^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/;

/**
 * What a failed connection means to a person.
 * @param address for the text; scheme, host and port
 */
export function socketFailure(error: Error, phase: Phase, address: string): AppError {
  return new AppError(report(error, phase, address), { cause: error });
}

function report(error: Error, phase: Phase, address: string): ErrorReport {
  const code = codeOf(error);
  const detail = error.message === '' ? code : error.message;
  if (code.startsWith('HPE_')) {
    // The parser of HTTP gave up: before the headers it was never HTTP, later the stream is broken.
    return phase === 'receiving'
      ? { code: 'bad-response', details: { detail } }
      : { code: 'not-ollama', details: { address, detail } };
  }
  if (phase !== 'connecting') return { code: 'connection-cut', details: { detail } };
  if (malformed.has(code)) return { code: 'address-invalid', details: { address, detail } };
  if (unknownHost.has(code)) return { code: 'host-unknown', details: { address } };
  if (notTls.test(code)) return { code: 'tls-failed', details: { address, problem: 'no-tls' } };
  if (untrusted.test(code)) return { code: 'tls-failed', details: { address, problem: 'untrusted' } };
  return { code: 'ollama-unreachable', details: { address } };
}

/** Several attempts (IPv6 and IPv4) come as one error that holds the others. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof AggregateError ? codeOf(error.errors[0]) : '';
}
