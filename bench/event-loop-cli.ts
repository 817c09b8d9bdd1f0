import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildForNode } from '../scripts/build/build-for-node.ts';
import { mainThreads } from '../scripts/build/threads.ts';
import { electronProgram } from '../scripts/launch/electron-program.ts';
import { passWithoutNoise } from '../scripts/launch/noise.ts';
import { mustRunWithoutSandbox } from '../scripts/launch/sandbox.ts';
import { withDisplay } from '../scripts/with-display.ts';

// Usage: npm run bench:event-loop [-- turns, 5000 when absent]
// Builds the benchmark as Parlor's main process is built, and runs it in Electron.

const turns = process.argv[2] ?? '5000';
const outFolder = 'out/bench';

await buildForNode(
  { main: 'bench/event-loop-electron.ts', 'database-worker': mainThreads['database-worker'] },
  outFolder,
);

// The answer comes from another process, as Ollama's does.
const server = spawn(process.execPath, [join(import.meta.dirname, 'streaming-server.ts')], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.setEncoding('utf8').once('data', (line: string) => resolve(line.trim()));
    server.once('exit', (code) => reject(new Error(`the streaming server ended with code ${code}`)));
  });
  const sandbox = (await mustRunWithoutSandbox()) ? ['--no-sandbox'] : [];
  process.exitCode = await withDisplay((env) => {
    const measured = spawn(
      electronProgram(),
      [...sandbox, join(import.meta.dirname, '..', outFolder, 'main.cjs')],
      {
        env: { ...env, PARLOR_BENCH_ADDRESS: address, PARLOR_BENCH_TURNS: turns },
        stdio: ['ignore', 'inherit', 'pipe'],
      },
    );
    passWithoutNoise(measured.stderr, process.stderr);
    return new Promise<number>((resolve) => measured.once('exit', (code) => resolve(code ?? 1)));
  });
} finally {
  server.kill();
}
