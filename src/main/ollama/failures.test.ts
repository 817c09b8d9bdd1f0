import { describe, expect, it } from 'vitest';
import { responseFailure } from './failures.ts';

const address = 'http://127.0.0.1:11434';
const page = '<!DOCTYPE html><html><body><h1>nginx</h1></body></html>';

function reportOf(status: number, body: string, given: { contentType?: string; location?: string } = {}) {
  return responseFailure(
    { status, statusText: 'Status Text', contentType: '', location: '', ...given, body },
    { address, model: 'qwen3:8b' },
  ).report;
}

describe('an answer of Ollama that is no success', () => {
  it.each([
    [404, `{"error":"model 'qwen3:8b' not found"}`, 'model-missing', { model: 'qwen3:8b' }],
    [
      404,
      `{"error":"model \\"qwen3\\" not found, try pulling it first"}`,
      'model-missing',
      { model: 'qwen3:8b' },
    ],
    [404, '404 page not found', 'not-ollama', { address, detail: '404 page not found' }],
    [404, page, 'not-ollama', { address, detail: 'HTTP 404 Status Text' }],
    [404, '{"error":"something else"}', 'ollama-failed', { status: 404, detail: 'something else' }],
    [405, 'method not allowed', 'not-ollama', { address, detail: 'method not allowed' }],
    [
      400,
      '{"error":"\\"x\\" does not support chat"}',
      'not-supported',
      { detail: '"x" does not support chat' },
    ],
    [400, page, 'not-ollama', { address, detail: 'HTTP 400 Status Text' }],
    [401, '{"error":"unauthorized","signin_url":"x"}', 'ollama-refused', { address, detail: 'unauthorized' }],
    [403, '', 'ollama-refused', { address, detail: 'HTTP 403 Status Text' }],
    [413, '{"error":"too big"}', 'ollama-failed', { status: 413, detail: 'too big' }],
    [429, '{"error":"slow down"}', 'ollama-busy', { detail: 'slow down' }],
    [500, '{"error":"out of memory"}', 'ollama-failed', { status: 500, detail: 'out of memory' }],
    [
      500,
      '{"error":"{\\"error\\":{\\"message\\":\\"inner\\"}}"}',
      'ollama-failed',
      { status: 500, detail: 'inner' },
    ],
    [502, page, 'ollama-failed', { status: 502, detail: 'HTTP 502 Status Text' }],
    [503, '{"error":"server busy"}', 'ollama-busy', { detail: 'server busy' }],
    [503, page, 'ollama-failed', { status: 503, detail: 'HTTP 503 Status Text' }],
    [200, page, 'not-ollama', { address, detail: 'a web page' }],
    [204, '', 'not-ollama', { address, detail: 'HTTP 204 Status Text' }],
  ])('%i %j is %s', (status, body, code, details) => {
    expect(reportOf(status, body)).toEqual({ code, details });
  });

  it('tells where a redirect leads, but does not go there', () => {
    expect(reportOf(301, '', { location: 'https://elsewhere.invalid/' })).toEqual({
      code: 'not-ollama',
      details: { address, detail: 'HTTP 301 Status Text, to https://elsewhere.invalid/' },
    });
  });

  it('never passes on a page', () => {
    const reports = [200, 301, 400, 401, 404, 405, 418, 429, 500, 502, 503].map((status) =>
      reportOf(status, `<p>${'x'.repeat(10_000)}</p>`, { contentType: 'text/html' }),
    );
    expect(JSON.stringify(reports)).not.toContain('<p>');
  });
});
