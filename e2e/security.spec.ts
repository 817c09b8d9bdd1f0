import { expect, test } from './fixtures/parlor.ts';

test('the page has no Node, no way out, and no request but its own', async ({
  ollama,
  parlor: { page, app, window },
}) => {
  await expect(window.composer).toBeFocused();
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
  );
  expect(globals).toEqual([]);
  expect(await page.evaluate(() => Object.keys(Reflect.get(globalThis, 'api')))).toEqual(['request', 'on']);

  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const read: unknown = contents && Reflect.get(contents, 'getLastWebPreferences');
    return typeof read === 'function' ? JSON.stringify(read.call(contents)) : '';
  });
  expect(JSON.parse(preferences)).toMatchObject({
    contextIsolation: true,
    nodeIntegration: false,
    sandbox: true,
  });

  // A request of the page to Ollama's own address must fail before it leaves.
  const before = ollama.requests.length;
  const outcome = await page.evaluate(
    (address) =>
      fetch(`${address}/api/tags`).then(
        () => 'answered',
        () => 'refused',
      ),
    ollama.address,
  );
  expect(outcome).toBe('refused');
  expect(ollama.requests.slice(before).some(({ headers }) => headers['origin'] !== undefined)).toBe(false);

  const url = page.url();
  // What a click on a link would open in the system's browser.
  await app.evaluate(({ shell }) => {
    Reflect.set(globalThis, 'opened', []);
    shell.openExternal = async (address) => void Reflect.get(globalThis, 'opened').push(address);
  });
  await page.evaluate("location.href = 'https://example.com/away'");
  for (const address of ['https://example.com/page', 'file:///etc/passwd', 'javascript:1']) {
    expect(await page.evaluate(`window.open('${address}') === null`)).toBe(true);
  }
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'opened')))
    .toEqual(['https://example.com/page']);
  expect(page.url()).toBe(url);
  expect(app.windows()).toHaveLength(1);
});

test('unknown requests and wrong input are refused', async ({ parlor: { page } }) => {
  const answers = await page.evaluate(async () => {
    const api = Reflect.get(globalThis, 'api');
    const unknown = await api.request('sessions:burn', {}).then(
      () => 'answered',
      () => 'refused',
    );
    const wrong = await api.request('sessions:open', { sessionId: '../../etc/passwd' });
    return { unknown, wrong };
  });
  expect(answers).toMatchObject({
    unknown: 'refused',
    wrong: { ok: false, error: { code: 'invalid-input' } },
  });
});
