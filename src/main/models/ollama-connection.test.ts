import { afterEach, describe, expect, it } from 'vitest';
import { failures } from '#demo-server/behaviours.ts';
import { demoModels } from '#demo-server/catalogue.ts';
import { type DemoServer, startDemoServer } from '#demo-server/demo-server.ts';
import type { OllamaStatus } from '#shared/domain.ts';
import { resolveAddress } from '../ollama/address.ts';
import { createOllamaClient } from '../ollama/ollama-client.ts';
import { createOllamaConnection, type OllamaConnection } from './ollama-connection.ts';

const servers: DemoServer[] = [];
let connection: OllamaConnection;
let setting = '';
const seen: OllamaStatus[] = [];

afterEach(async () => {
  await connection.close();
  await Promise.all(servers.splice(0).map((server) => server.close()));
  seen.length = 0;
});

async function server(port = 0): Promise<DemoServer> {
  const started = await startDemoServer({ port, tokensPerSecond: Number.POSITIVE_INFINITY });
  servers.push(started);
  return started;
}

function connect(address: string): OllamaConnection {
  setting = address;
  connection = createOllamaConnection({
    configuredAddress: () => setting,
    resolveAddress: (value) => resolveAddress(value, undefined),
    createClient: (base) => createOllamaClient({ address: base }),
    startDemo: () => startDemoServer(),
    emit: (name, payload) => {
      if (name === 'ollama:changed') seen.push(payload as OllamaStatus);
    },
  });
  return connection;
}

describe('connection to Ollama', () => {
  it('tells version and address of a server that answers', async () => {
    const ollama = await server();
    const status = await connect(ollama.address).check();
    expect(status).toMatchObject({ state: 'reachable', address: ollama.address, isDemo: false, loaded: [] });
  });

  it('says why nobody answers, and notices the return', async () => {
    const ollama = await server();
    const { address, port } = ollama;
    await ollama.close();
    servers.pop();
    expect(await connect(address).check()).toMatchObject({
      state: 'unreachable',
      address,
      error: { code: 'ollama-unreachable' },
    });
    await server(port);
    expect(await connection.check()).toMatchObject({ state: 'reachable' });
    expect(seen.map(({ state }) => state)).toEqual(['unreachable', 'reachable']);
  });

  it('does not repeat itself while nothing changes', async () => {
    connect((await server()).address);
    await connection.check();
    await connection.check();
    expect(seen).toHaveLength(1);
  });

  it('says that something else answers at the address', async () => {
    const ollama = await server();
    ollama.setBehaviour(failures.otherService());
    expect(await connect(ollama.address).check()).toMatchObject({ error: { code: 'not-ollama' } });
  });

  it('takes an address that is none as a problem of the address', async () => {
    expect(await connect('http://').check()).toMatchObject({ error: { code: 'address-invalid' } });
  });

  it('talks to the demo until it is told to stop', async () => {
    const ollama = await server();
    const demo = await connect(ollama.address).startDemo();
    expect(demo).toMatchObject({ state: 'reachable', isDemo: true });
    expect(connection.client().address).toBe(demo.address);
    expect(await connection.stopDemo()).toMatchObject({ isDemo: false, address: ollama.address });
    expect(connection.client().address).toBe(ollama.address);
  });

  it('starts one demo for two requests at once', async () => {
    connect((await server()).address);
    const [one, two] = await Promise.all([connection.startDemo(), connection.startDemo()]);
    expect(one.address).toBe(two.address);
  });

  it('does not take an answer from the old address for one from the new', async () => {
    const slow = await server();
    slow.setBehaviour({ kind: 'hold', at: 'everywhere' });
    const quick = await server();
    const asked = connect(slow.address).check();
    await slow.waitForRequest('/api/version');
    setting = quick.address;
    connection.addressChanged();
    await expect.poll(() => connection.status()).toMatchObject({ address: quick.address });
    slow.release(Number.POSITIVE_INFINITY);
    await asked;
    expect(connection.status()).toMatchObject({ address: quick.address });
  });

  it('tries another address without keeping it', async () => {
    const present = await server();
    const other = await server();
    connect(present.address);
    expect(await connection.test(other.address)).toMatchObject({
      address: other.address,
      modelCount: demoModels.length,
    });
    await expect(connection.test('http://127.0.0.1:9')).rejects.toMatchObject({ code: 'ollama-unreachable' });
    expect(connection.client().address).toBe(present.address);
  });
});
