import { describe, expect, it } from 'vitest';
import { demoLabel } from '#demo-server/answers.ts';
import { type Behaviour, failures } from '#demo-server/behaviours.ts';
import { otherModels } from '#demo-server/catalogue.ts';
import { asking, collect, never, startHarness } from './testing/chat-harness.ts';

const answer = ['one ', 'two ', 'three ', 'four'];

async function ask(behaviour: Behaviour, model?: string) {
  await using harness = await startHarness({ behaviour });
  return await collect(harness.client.streamChat(asking(model), never));
}

describe('a failure before the answer', () => {
  it.each<[string, Behaviour, unknown]>([
    [
      '400',
      failures.notSupported('x'),
      { code: 'not-supported', details: { detail: '"x" does not support chat' } },
    ],
    ['401', failures.unauthorized(), { code: 'ollama-refused', details: { detail: 'unauthorized' } }],
    [
      '403 without a body',
      failures.forbidden(),
      { code: 'ollama-refused', details: { detail: 'HTTP 403 Forbidden' } },
    ],
    ['404', failures.modelMissing('x'), { code: 'model-missing', details: { model: 'parlor-demo:latest' } }],
    ['429', failures.rateLimited(), { code: 'ollama-busy' }],
    [
      '500',
      failures.failed('out of memory'),
      { code: 'ollama-failed', details: { status: 500, detail: 'out of memory' } },
    ],
    ['503', failures.busy(), { code: 'ollama-busy' }],
    [
      'the error page of a proxy',
      failures.proxyPage(),
      { code: 'ollama-failed', details: { status: 502, detail: 'HTTP 502 Bad Gateway' } },
    ],
    ['another service', failures.otherService(), { code: 'not-ollama', details: { detail: 'a web page' } }],
    ['JSON of another service', failures.wrongShape(), { code: 'bad-response' }],
  ])('%s has its own name', async (_, behaviour, report) => {
    expect(await ask(behaviour)).toMatchObject({ pieces: [], failure: { report } });
  });

  it('names the model that is missing', async () => {
    const { failure } = await ask({ kind: 'answer' }, 'nobody:7b');
    expect(failure).toMatchObject({ report: { code: 'model-missing', details: { model: 'nobody:7b' } } });
  });

  it('tells that an embedding model cannot chat', async () => {
    await using harness = await startHarness({ models: [otherModels.embeddingOnly] });
    const { failure } = await collect(harness.client.streamChat(asking('only-embeddings'), never));
    expect(failure).toMatchObject({
      report: { code: 'not-supported', details: { detail: '"only-embeddings" does not support chat' } },
    });
  });

  it('tells that Ollama is not running', async () => {
    const harness = await startHarness();
    await harness.server.close();
    const { failure } = await collect(harness.client.streamChat(asking(), never));
    expect(failure).toMatchObject({
      report: { code: 'ollama-unreachable', details: { address: harness.server.address } },
    });
  });
});

describe('a failure in the middle of an answer keeps the text before it', () => {
  it.each<[string, Behaviour, unknown]>([
    [
      'an error line',
      failures.errorLine(2, 'it broke'),
      { code: 'answer-failed', details: { detail: 'it broke' } },
    ],
    [
      'a nested error',
      failures.nestedErrorLine(2, 'inner'),
      { code: 'answer-failed', details: { detail: 'inner' } },
    ],
    [
      'an error object',
      { kind: 'error-line', after: 2, error: { code: 500, message: 'object' } },
      { code: 'answer-failed', details: { detail: 'object' } },
    ],
    [
      'an error without words',
      { kind: 'error-line', after: 2, error: { code: 7 } },
      { code: 'answer-failed', details: { detail: '{"code":7}' } },
    ],
    ['an end without done', { kind: 'cut', after: 2 }, { code: 'connection-cut' }],
    ['a connection cut inside a line', { kind: 'reset', after: 2 }, { code: 'connection-cut' }],
    [
      'garbage',
      failures.garbage(2),
      { code: 'bad-response', details: { detail: 'not JSON: <<< this is not JSON >>>' } },
    ],
    ['JSON that is no line', { kind: 'garbage', after: 2, line: '{"a":1}' }, { code: 'bad-response' }],
    ['JSON that is no object', { kind: 'garbage', after: 2, line: '[]' }, { code: 'bad-response' }],
  ])('%s', async (_, behaviour, report) => {
    const collected = await ask(behaviour);
    expect(collected).toMatchObject({ content: demoLabel.slice(0, 8), failure: { report } });
    expect(collected.pieces).toHaveLength(2);
  });

  it.each([0, 1])('an end without done after %i pieces', async (after) => {
    const collected = await ask({ kind: 'cut', after, answer });
    expect(collected.pieces).toHaveLength(after);
    expect(collected.failure).toMatchObject({ code: 'connection-cut' });
  });

  it('a server that dies', async () => {
    await using harness = await startHarness({ behaviour: { kind: 'stall', after: 2, answer } });
    const pieces = harness.client.streamChat(asking(), never)[Symbol.asyncIterator]();
    await pieces.next();
    await pieces.next();
    const next = expect(pieces.next()).rejects.toMatchObject({ code: 'connection-cut' });
    await harness.server.close();
    await next;
  });
});
