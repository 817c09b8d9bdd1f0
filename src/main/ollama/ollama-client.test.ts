import { createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { failures } from '#demo-server/behaviours.ts';
import { manyModels, otherModels } from '#demo-server/catalogue.ts';
import { createOllamaClient } from './ollama-client.ts';
import { asking, collect, never, startHarness } from './testing/chat-harness.ts';

const shows = (requests: readonly { readonly path: string }[]) =>
  requests.filter((request) => request.path === '/api/show').length;

/** A server that is anything but Ollama. */
async function startStranger(meet: (socket: Socket) => void) {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.resume();
    meet(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : 0,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

describe('the list of models', () => {
  it('tells what is known of each, in the order of Ollama', async () => {
    await using harness = await startHarness({
      models: [
        {
          name: 'qwen3:8b',
          sizeBytes: 5,
          parameterSize: '8.2B',
          contextLength: 40_960,
          capabilities: ['completion', 'tools'],
        },
        otherModels.cloud,
        otherModels.nullFamilies,
      ],
    });
    const models = await harness.client.listModels();
    expect(models.map((model) => model.name)).toEqual([
      'qwen3:8b',
      'big-model:480b-cloud',
      'no-families:latest',
    ]);
    expect(models[0]).toEqual({
      name: 'qwen3:8b',
      sizeBytes: 5,
      parameterSize: '8.2B',
      quantization: 'Q4_K_M',
      family: 'demo',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      capabilities: ['completion', 'tools'],
      contextLength: 40_960,
      remoteHost: null,
    });
    expect(models[1]).toMatchObject({ remoteHost: 'https://cloud.invalid:443' });
    expect(shows(harness.server.requests)).toBe(0);
  });

  it('leaves out models that cannot chat', async () => {
    await using harness = await startHarness({ models: [otherModels.embeddingOnly, { name: 'a:latest' }] });
    expect((await harness.client.listModels()).map((model) => model.name)).toEqual(['a:latest']);
  });

  it('asks an old server about each model, once', async () => {
    await using harness = await startHarness({
      isOldServer: true,
      models: [
        otherModels.embeddingOnly,
        { name: 'b:latest', family: 'llama', contextLength: 4_096 },
        ...manyModels(20),
      ],
    });
    const models = await harness.client.listModels();
    expect(models).toHaveLength(21);
    expect(models[0]).toMatchObject({ name: 'b:latest', capabilities: ['completion'], contextLength: 4_096 });
    await harness.client.listModels();
    expect(shows(harness.server.requests)).toBe(22);
  });

  it('asks again about a model that was pulled anew', async () => {
    await using harness = await startHarness({ isOldServer: true, models: [{ name: 'a', digest: '1' }] });
    await harness.client.listModels();
    harness.server.setModels([{ name: 'a', digest: '2', capabilities: ['completion', 'vision'] }]);
    expect(await harness.client.listModels()).toMatchObject([{ capabilities: ['completion', 'vision'] }]);
  });

  it('keeps a model nobody tells anything about, and asks again next time', async () => {
    await using harness = await startHarness({ isOldServer: true, models: [{ name: 'a:latest' }] });
    harness.server.setBehaviour({ kind: 'http', status: 500, body: { error: 'no' }, at: ['/api/show'] });
    expect(await harness.client.listModels()).toMatchObject([{ capabilities: null, contextLength: null }]);
    harness.server.setBehaviour({ kind: 'answer' });
    expect(await harness.client.listModels()).toMatchObject([{ capabilities: ['completion'] }]);
  });

  it('believes that a model can chat when not even /api/show tells', async () => {
    await using harness = await startHarness({ models: [otherModels.silent] });
    expect(await harness.client.listModels()).toMatchObject([
      { name: 'says-nothing:latest', capabilities: null },
    ]);
  });

  it('may be long or empty', async () => {
    await using harness = await startHarness({ models: manyModels(300) });
    expect(await harness.client.listModels()).toHaveLength(300);
    harness.server.setModels([]);
    expect(await harness.client.listModels()).toEqual([]);
    harness.server.setBehaviour({ kind: 'http', status: 200, body: { models: null }, at: ['/api/tags'] });
    expect(await harness.client.listModels()).toEqual([]);
  });

  it('knows a cloud model by its name where the server does not tell', async () => {
    await using harness = await startHarness({ models: [{ name: 'x:cloud' }, { name: 'my-cloud:latest' }] });
    expect(await harness.client.listModels()).toMatchObject([
      { remoteHost: 'ollama.com' },
      { remoteHost: null },
    ]);
  });

  it('takes fields of another type as not told', async () => {
    const entry = {
      name: 'a',
      size: 'big',
      digest: 7,
      details: 'none',
      capabilities: { chat: true },
      remote_host: '',
    };
    await using harness = await startHarness({
      models: [],
      behaviour: { kind: 'http', status: 200, body: { models: [entry] }, at: ['/api/tags'] },
    });
    expect(await harness.client.listModels()).toEqual([
      {
        name: 'a',
        sizeBytes: 0,
        parameterSize: null,
        quantization: null,
        family: null,
        digest: null,
        capabilities: null,
        contextLength: null,
        remoteHost: null,
      },
    ]);
  });
});

describe('the loaded models', () => {
  it('are those that were used, with the window in force and the time they will go', async () => {
    await using harness = await startHarness();
    expect(await harness.client.listLoadedModels()).toEqual([]);
    await collect(harness.client.streamChat(asking(), never));
    const [loaded, ...others] = await harness.client.listLoadedModels();
    expect(others).toEqual([]);
    expect(loaded).toMatchObject({ name: 'parlor-demo:latest', contextLength: 8_192 });
    expect(loaded?.vramBytes).toBe(loaded?.sizeBytes);
    expect(loaded?.expiresAt).toBeGreaterThan(Date.now());
  });

  it('never go when they are to stay', async () => {
    await using harness = await startHarness();
    await collect(harness.client.streamChat({ ...asking(), parameters: { keepAlive: '-1' } }, never));
    expect(await harness.client.listLoadedModels()).toMatchObject([{ expiresAt: 'never' }]);
  });

  it.each(['0001-01-01T00:00:00Z', 'soon', null])(
    'have no time to go when the server says %o',
    async (expires_at) => {
      await using harness = await startHarness({
        behaviour: {
          kind: 'http',
          status: 200,
          body: { models: [{ name: 'a', expires_at }] },
          at: ['/api/ps'],
        },
      });
      expect(await harness.client.listLoadedModels()).toEqual([
        { name: 'a', sizeBytes: 0, vramBytes: 0, contextLength: null, expiresAt: null },
      ]);
    },
  );
});

describe('checking a model', () => {
  it('finds one that is there, with or without its tag', async () => {
    await using harness = await startHarness();
    await harness.client.checkModel('parlor-demo:latest');
    await harness.client.checkModel('parlor-demo');
  });

  it('names one that is not', async () => {
    await using harness = await startHarness();
    await expect(harness.client.checkModel('nobody')).rejects.toMatchObject({
      report: { code: 'model-missing', details: { model: 'nobody' } },
    });
  });
});

describe('reaching Ollama', () => {
  it('brings its version, even a self-built one, and below a path', async () => {
    await using harness = await startHarness({ version: '0.0.0' });
    expect(await harness.client.getVersion()).toBe('0.0.0');
    const below = createOllamaClient({ address: `${harness.server.address}/ollama/` });
    expect(below.address).toBe(`${harness.server.address}/ollama`);
    await expect(below.getVersion()).rejects.toMatchObject({ code: 'not-ollama' });
    expect(harness.server.requests.at(-1)?.path).toBe('/ollama/api/version');
  });

  it.each([
    ['another service', failures.otherService(), 'not-ollama'],
    ['JSON of another service', failures.wrongShape(), 'not-ollama'],
    ['a proxy without Ollama', failures.proxyPage(), 'ollama-failed'],
    ['a closed door', failures.forbidden(), 'ollama-refused'],
  ])('tells %s from Ollama', async (_, behaviour, code) => {
    await using harness = await startHarness({ behaviour });
    await expect(harness.client.getVersion()).rejects.toMatchObject({ code });
    await expect(harness.client.listModels()).rejects.toThrow();
  });

  it('tells that nothing listens', async () => {
    const harness = await startHarness();
    await harness.server.close();
    for (const call of [
      harness.client.getVersion(),
      harness.client.listModels(),
      harness.client.checkModel('a'),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'ollama-unreachable' });
    }
  });

  it('tells that there is no such computer', async () => {
    // A label of more than 63 characters cannot exist, so nobody is asked over the network.
    const client = createOllamaClient({ address: `http://${'a'.repeat(64)}.invalid:11434` });
    await expect(client.getVersion()).rejects.toMatchObject({ code: 'host-unknown' });
  });

  it.each(['nonsense', 'ftp://127.0.0.1'])('tells that %o is no address', async (address) => {
    await expect(createOllamaClient({ address }).getVersion()).rejects.toMatchObject({
      report: { code: 'address-invalid', details: { address: address.replace(/\/+$/, '') } },
    });
  });

  it('gives up on a connection that never stands', async () => {
    // Who takes the connection and does not speak TLS leaves an https client waiting for its handshake.
    await using silent = await startStranger(() => {});
    const client = createOllamaClient({ address: `https://127.0.0.1:${silent.port}`, connectTimeoutMs: 20 });
    await expect(client.getVersion()).rejects.toMatchObject({ code: 'ollama-unreachable' });
  });

  it('tells that a service is no web server at all', async () => {
    await using mail = await startStranger((socket) => socket.end('220 mail.invalid ESMTP\r\n'));
    const client = createOllamaClient({ address: `http://127.0.0.1:${mail.port}` });
    await expect(client.getVersion()).rejects.toMatchObject({ code: 'not-ollama' });
  });

  it('tells that a web server does not speak https', async () => {
    await using harness = await startHarness();
    const client = createOllamaClient({ address: harness.server.address.replace('http:', 'https:') });
    await expect(client.getVersion()).rejects.toMatchObject({
      report: { code: 'tls-failed', details: { problem: 'no-tls' } },
    });
  });

  it('does not wait for ever for what should take a moment', async () => {
    await using harness = await startHarness(
      { behaviour: { kind: 'hold', at: 'everywhere' } },
      { metadataTimeoutMs: 300 },
    );
    await expect(harness.client.getVersion()).rejects.toMatchObject({ code: 'ollama-unreachable' });
    await harness.server.waitForDisconnect('/api/version');
  });

  it('can be given up', async () => {
    await using harness = await startHarness({ behaviour: { kind: 'hold', at: 'everywhere' } });
    const stop = new AbortController();
    const models = harness.client.listModels(stop.signal);
    await harness.server.waitForRequest('/api/tags');
    const reason = new Error('not any more');
    stop.abort(reason);
    await expect(models).rejects.toBe(reason);
    await expect(harness.client.getVersion(stop.signal)).rejects.toBe(reason);
  });
});
