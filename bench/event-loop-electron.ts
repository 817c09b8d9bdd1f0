import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { measureEventLoop } from './event-loop.ts';
import { formatPhases } from './event-loop-report.ts';

// The main process of the benchmark: the measurement where Parlor's own main thread runs, with a window open.
// Started by event-loop-cli.ts with PARLOR_BENCH_ADDRESS and PARLOR_BENCH_TURNS.

async function main(): Promise<void> {
  await app.whenReady();
  const window = new BrowserWindow({ width: 800, height: 600 });
  await window.loadURL('data:text/html,<title>Benchmark</title>');
  const phases = await measureEventLoop({
    workerPath: join(__dirname, 'database-worker.cjs'),
    ollamaAddress: process.env['PARLOR_BENCH_ADDRESS'] ?? '',
    turnCount: Number(process.env['PARLOR_BENCH_TURNS']),
    inFlight: 4,
  });
  process.stdout.write(`Electron ${process.versions.electron}\n${formatPhases(phases)}\n`);
}

main()
  .then(() => app.exit(0))
  .catch((thrown: unknown) => {
    process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
    app.exit(1);
  });
