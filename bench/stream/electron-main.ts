import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { pagesOrigin, registerPagesScheme, servePages, startPage } from '../../src/main/desktop/app-pages.ts';
import { guardPages, guardSession } from '../../src/main/desktop/hardening.ts';
import { measureStreams } from './measure.ts';
import type { Measured, OpenRequest, RunRequest, RunResult } from './protocol.ts';
import { formatCase, formatGoals, reportHead } from './report.ts';

// The main process of the benchmark: a window with Parlor's pages policy, hardening and renderer, but the page of the
// benchmark in it. Started by cli.ts, with PARLOR_BENCH_... in its environment.

registerPagesScheme();
// Frames follow each other as fast as they are drawn: a stream of three minutes is measured in some seconds.
app.commandLine.appendSwitch('disable-frame-rate-limit');
app.commandLine.appendSwitch('disable-gpu-vsync');

async function main(): Promise<void> {
  await app.whenReady();
  servePages(join(__dirname, 'page'));
  guardPages(pagesOrigin);
  const window = new BrowserWindow({
    width: 800,
    height: 800,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, spellcheck: false },
  });
  guardSession(window.webContents.session, pagesOrigin);
  window.webContents.on('console-message', (_event, _level, message) => process.stderr.write(`${message}\n`));
  await window.loadURL(startPage);
  const cdp = window.webContents.debugger;
  cdp.attach();
  // Processor time of the thread: what other programs do meanwhile is not counted.
  await cdp.sendCommand('Performance.enable', { timeDomain: 'threadTicks' });

  const metric = async (name: string): Promise<number> => {
    const { metrics } = await cdp.sendCommand('Performance.getMetrics');
    return metrics.find((one: { readonly name: string }) => one.name === name)?.value ?? Number.NaN;
  };
  const run = async (request: RunRequest): Promise<Measured> => {
    const before = await metric('TaskDuration');
    const call = `bench.run(${JSON.stringify(request)})`;
    const result: RunResult = await window.webContents.executeJavaScript(call);
    return { ...result, taskMs: ((await metric('TaskDuration')) - before) * 1_000 };
  };
  const open = (request: OpenRequest): Promise<number> =>
    window.webContents.executeJavaScript(`bench.open(${JSON.stringify(request)})`);
  const heapBytes = async (): Promise<number> => {
    for (let turn = 0; turn < 3; turn++) await cdp.sendCommand('HeapProfiler.collectGarbage');
    return metric('JSHeapUsedSize');
  };
  const print = (text: string) => process.stdout.write(`${text}\n`);
  print(`Electron ${process.versions.electron}, Chromium ${process.versions.chrome}\n${reportHead}`);
  const { isQuick, sizes, kinds, initialKb } = readPlan();
  const figures = await measureStreams({
    run,
    open,
    heapBytes,
    isQuick,
    sizes,
    kinds,
    onCase: (measured) => print(formatCase(measured)),
  });
  print(`\n${formatGoals(figures, initialKb)}`);
}

/** What cli.ts was asked for. */
function readPlan() {
  const {
    PARLOR_BENCH_QUICK: quick,
    PARLOR_BENCH_SIZES: sizes = '',
    PARLOR_BENCH_KINDS: kinds = '',
  } = process.env;
  return {
    isQuick: quick === '1',
    sizes: sizes.split(',').filter(Boolean).map(Number),
    kinds: kinds.split(',').filter(Boolean),
    initialKb: Number(process.env['PARLOR_BENCH_INITIAL_KB']),
  };
}

main()
  .then(() => app.exit(0))
  .catch((thrown: unknown) => {
    process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
    app.exit(1);
  });
