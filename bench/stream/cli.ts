import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronProgram } from '../../scripts/launch/electron-program.ts';
import { passWithoutNoise } from '../../scripts/launch/noise.ts';
import { mustRunWithoutSandbox } from '../../scripts/launch/sandbox.ts';
import { withDisplay } from '../../scripts/with-display.ts';
import { buildStreamBench } from './build.ts';
import { initialKilobytes } from './initial-size.ts';

// Usage: npm run bench:stream [-- --quick] [--sizes=8000,32000] [--kinds=mixed,paragraph]
// Builds the renderer's own modules into a page of their own and streams answers into it in Electron.

const listAfter = (option: string) =>
  process.argv.find((one) => one.startsWith(option))?.slice(option.length);

const folder = mkdtempSync(join(tmpdir(), 'parlor-bench-stream-'));
try {
  const mainPath = await buildStreamBench(folder);
  const initialKb = await initialKilobytes(join(folder, 'renderer')).catch((thrown: unknown) => {
    console.error(`T19 is not measured, the window does not build: ${String(thrown).slice(0, 300)}`);
    return Number.NaN;
  });
  const sandbox = (await mustRunWithoutSandbox()) ? ['--no-sandbox'] : [];
  const plan = {
    PARLOR_BENCH_QUICK: process.argv.includes('--quick') ? '1' : '0',
    PARLOR_BENCH_SIZES: listAfter('--sizes='),
    PARLOR_BENCH_KINDS: listAfter('--kinds='),
    PARLOR_BENCH_INITIAL_KB: String(initialKb),
  };
  process.exitCode = await withDisplay((env) => {
    const args = [...sandbox, `--user-data-dir=${join(folder, 'data')}`, mainPath];
    const measured = spawn(electronProgram(), args, {
      env: { ...env, ...plan },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    passWithoutNoise(measured.stderr, process.stderr);
    return new Promise<number>((resolve) => measured.once('exit', (code) => resolve(code ?? 1)));
  });
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
