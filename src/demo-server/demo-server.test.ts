import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { demoLabel } from './answers.ts';
import { failures } from './behaviours.ts';
import { type DemoServer, type DemoServerOptions, startDemoServer } from './demo-server.ts';

async function withServer(
  options: DemoServerOptions,
  use: (server: DemoServer) => Promise<void>,
): Promise<void> {
  const server = await startDemoServer({ tokensPerSecond: Number.POSITIVE_INFINITY, ...options });
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

function post(server: DemoServer, path: string, body: unknown, signal: AbortSignal | null = null) {
  return fetch(server.address + path, { method: 'POST', body: JSON.stringify(body), signal });
}

const chat = (content: string, more: Record<string, unknown> = {}) => ({
  model: 'parlor-demo',
  messages: [{ role: 'user', content }],
  ...more,
});

async function linesOf(response: Response): Promise<Record<string, unknown>[]> {
  return (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const textOf = (lines: readonly Record<string, unknown>[], kind: 'content' | 'thinking') =>
  lines.map((line) => Object(line['message'])[kind] ?? '').join('');

describe('the demo server', () => {
  it('goes on with an answer that ends in the middle of a word', async () => {
    await withServer({}, async (server) => {
      const question = chat('a long answer');
      const whole = textOf(await linesOf(await post(server, '/api/chat', question)), 'content');
      const begun = whole.slice(0, 301);
      const messages = [...question.messages, { role: 'assistant', content: begun }];
      const rest = await linesOf(await post(server, '/api/chat', { ...question, messages }));
      expect(begun + textOf(rest, 'content')).toBe(whole);
    });
  });

  it('speaks like Ollama about itself', async () => {
    await withServer({}, async (server) => {
      expect(await (await fetch(server.address)).text()).toBe('Ollama is running');
      expect(await (await fetch(`${server.address}/api/version`)).json()).toEqual({ version: '0.32.15' });
      expect((await fetch(server.address, { method: 'HEAD' })).status).toBe(200);
      expect((await fetch(`${server.address}/api/nothing`)).status).toBe(404);
      expect((await fetch(`${server.address}/api/chat`)).status).toBe(405);
      expect((await post(server, '/api/show', { model: 'nobody' })).status).toBe(404);
      expect((await post(server, '/api/chat', chat('hi', { model: 'nobody' }))).status).toBe(404);
      expect((await post(server, '/api/chat', chat('hi', { think: true }))).status).toBe(400);
    });
  });

  it('listens on this computer only', async () => {
    await withServer({}, async (server) => {
      expect(server.address).toBe(`http://127.0.0.1:${server.port}`);
    });
  });

  it('tells when its port is taken', async () => {
    await withServer({}, async (server) => {
      await expect(startDemoServer({ port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    });
  });

  it('answers with a labelled answer and statistics that fit it', async () => {
    await withServer({}, async (server) => {
      const lines = await linesOf(await post(server, '/api/chat', chat('Some Python, please')));
      expect(textOf(lines, 'content')).toContain('```python');
      expect(textOf(lines, 'content')).toContain(demoLabel);
      const last = lines.at(-1);
      expect(last).toMatchObject({ done: true, done_reason: 'stop', eval_count: lines.length - 1 });
      expect(Number(last?.['total_duration'])).toBeGreaterThanOrEqual(Number(last?.['eval_duration']));
    });
  });

  it('thinks first with its thinking model, unless told not to', async () => {
    await withServer({}, async (server) => {
      const model = 'parlor-demo-thinking:latest';
      const lines = await linesOf(await post(server, '/api/chat', chat('hi', { model })));
      const kinds = lines.map((line) => ('thinking' in Object(line['message']) ? 'thinking' : 'content'));
      expect(kinds.indexOf('content')).toBeGreaterThan(kinds.lastIndexOf('thinking'));
      expect(textOf(lines, 'thinking')).not.toBe('');
      const plain = await linesOf(await post(server, '/api/chat', chat('hi', { model, think: false })));
      expect(textOf(plain, 'thinking')).toBe('');
    });
  });

  it('says what pictures and how much text arrived at its model that sees', async () => {
    await withServer({}, async (server) => {
      const images = [onePixel, Buffer.from('no picture').toString('base64')];
      const messages = [{ role: 'user', content: 'Look!', images }];
      const model = 'parlor-demo-vision:latest';
      const lines = await linesOf(await post(server, '/api/chat', { model, messages }));
      expect(textOf(lines, 'content')).toBe(
        `${demoLabel} I got 2 pictures (png 1 x 1, 67 bytes, unreadable, 10 bytes) and 5 characters of text.`,
      );
    });
  });

  it('fails as Ollama does when a model that does not see gets a picture', async () => {
    await withServer({}, async (server) => {
      const messages = [{ role: 'user', content: 'Look!', images: [onePixel] }];
      const refused = await post(server, '/api/chat', { model: 'parlor-demo:latest', messages });
      expect(refused.status).toBe(500);
      const body = v.parse(v.object({ error: v.string() }), await refused.json());
      expect(JSON.parse(body.error)).toMatchObject({ error: { code: 500, type: 'server_error' } });
    });
  });

  it('stops at num_predict and says so', async () => {
    await withServer({}, async (server) => {
      const lines = await linesOf(
        await post(server, '/api/chat', chat('hi', { options: { num_predict: 3 } })),
      );
      expect(lines).toHaveLength(4);
      expect(lines.at(-1)).toMatchObject({ done_reason: 'length', eval_count: 3 });
    });
  });

  it('can answer in one go, and load or unload a model without an answer', async () => {
    await withServer({}, async (server) => {
      const whole = await (await post(server, '/api/chat', chat('hi', { stream: false }))).json();
      expect(whole).toMatchObject({ done: true, message: { content: expect.stringContaining(demoLabel) } });
      const loaded = async () => (await fetch(`${server.address}/api/ps`)).json();
      expect(await loaded()).toMatchObject({ models: [{ name: 'parlor-demo:latest' }] });
      const unload = await post(server, '/api/chat', { model: 'parlor-demo', messages: [], keep_alive: 0 });
      expect(await unload.json()).toMatchObject({ done_reason: 'unload' });
      expect(await loaded()).toEqual({ models: [] });
    });
  });

  it('takes its time when it is told a speed', async () => {
    await withServer({ tokensPerSecond: 400 }, async (server) => {
      const startedAt = performance.now();
      await (await post(server, '/api/chat', chat('hi', { options: { num_predict: 40 } }))).text();
      expect(performance.now() - startedAt).toBeGreaterThan(95);
    });
  });

  it('logs what it receives, and who leaves', async () => {
    await withServer({ behaviour: { kind: 'hold' } }, async (server) => {
      const leave = new AbortController();
      const answer = post(server, '/api/chat', chat('hi there'), leave.signal);
      const request = await server.waitForRequest('/api/chat');
      expect(request).toMatchObject({ method: 'POST', model: 'parlor-demo', prompt: 'hi there' });
      expect(request).toMatchObject({ isAnswered: false, isClosedByClient: false });
      leave.abort();
      await expect(answer).rejects.toThrow();
      expect(await server.waitForDisconnect()).toBe(request);
      expect(server.requests).toEqual([request]);
    });
  });

  it('does not count a client that leaves after the answer', async () => {
    await withServer({}, async (server) => {
      await (await post(server, '/api/chat', chat('hi'))).text();
      expect(server.requests).toMatchObject([{ isAnswered: true, isClosedByClient: false }]);
    });
  });

  it('lets a test drive two answers apart from each other', async () => {
    const behaviour: DemoServerOptions['behaviour'] = ({ prompt }) => ({
      kind: 'gated',
      gate: prompt,
      answer: prompt,
    });
    await withServer({ behaviour }, async (server) => {
      const a = post(server, '/api/chat', chat('a'));
      const b = post(server, '/api/chat', chat('b'));
      server.release(2, 'b');
      expect(textOf(await linesOf(await b), 'content')).toBe('b');
      expect(server.requests.find(({ prompt }) => prompt === 'a')?.isAnswered).not.toBe(true);
      server.release(2, 'a');
      expect(textOf(await linesOf(await a), 'content')).toBe('a');
    });
  });

  it('forgets releases that a test takes back', async () => {
    await withServer({ behaviour: { kind: 'gated', answer: ['a', 'b'] } }, async (server) => {
      server.release(Number.POSITIVE_INFINITY);
      await (await post(server, '/api/chat', chat('first'))).text();
      server.shut();
      const second = post(server, '/api/chat', chat('second'));
      await server.waitForRequest('/api/chat', 2);
      expect(server.requests[1]?.isAnswered).toBe(false);
      server.release(3);
      expect(await linesOf(await second)).toHaveLength(3);
    });
  });

  it('fails where it is told to, and only there', async () => {
    await withServer({ behaviour: failures.busy() }, async (server) => {
      expect((await post(server, '/api/chat', chat('hi'))).status).toBe(503);
      expect((await fetch(`${server.address}/api/tags`)).status).toBe(200);
      server.setBehaviour({ kind: 'http', status: 500, at: ['/api/tags'] });
      expect((await fetch(`${server.address}/api/tags`)).status).toBe(500);
      expect((await post(server, '/api/chat', chat('hi'))).status).toBe(200);
      server.setBehaviour({ kind: 'hold', at: ['/api/tags'] });
      expect((await post(server, '/api/chat', chat('hi'))).status).toBe(200);
      server.setBehaviour(failures.proxyPage());
      expect((await fetch(`${server.address}/api/tags`)).status).toBe(502);
    });
  });

  it('shows a mistake in a test behaviour instead of dying of it', async () => {
    const behaviour = () => {
      throw new Error('oops');
    };
    await withServer({ behaviour }, async (server) => {
      const response = await post(server, '/api/chat', chat('hi'));
      expect(response.status).toBe(500);
      expect(await response.text()).toContain('oops');
    });
  });

  it('closes at once, whatever is going on', async () => {
    const server = await startDemoServer({ behaviour: { kind: 'stall', after: 1 } });
    const response = await post(server, '/api/chat', chat('hi'));
    await server.close();
    await expect(response.text()).rejects.toThrow();
    await expect(fetch(server.address)).rejects.toThrow();
  });
});

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
