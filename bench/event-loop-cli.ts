import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type EventLoopPhase, measureEventLoop } from './event-loop.ts';
import { distributionHeader, formatDistribution } from './statistics.ts';

// Usage: node bench/event-loop-cli.ts [turns, 5000 when absent]

const server = spawn(process.execPath, [join(import.meta.dirname, 'streaming-server.ts')], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const ollamaAddress = await new Promise<string>((resolve, reject) => {
    server.stdout.setEncoding('utf8').once('data', (line: string) => resolve(line.trim()));
    server.once('exit', (code) => reject(new Error(`the streaming server ended with code ${code}`)));
  });
  const phases = await measureEventLoop({
    workerPath: join(import.meta.dirname, '../src/main/db/worker.ts'),
    ollamaAddress,
    turnCount: Number(process.argv[2] ?? 5_000),
    inFlight: 4,
  });
  console.log('Delay of the main thread in milliseconds, on top of a timer of 1 ms');
  for (const phase of phases) print(phase);
} finally {
  server.kill();
}

function print({ name, durationMs, cpuMs, messages, deltas, delay }: EventLoopPhase): void {
  const seconds = (durationMs / 1_000).toFixed(1);
  const cpu = cpuMs === null ? '' : `, ${cpuMs.toFixed(0)} ms of work in this thread`;
  console.log(`\n${name}: ${seconds} s, ${messages} messages, ${deltas} deltas${cpu}`);
  console.log(`  ${' '.repeat(22)}${distributionHeader}`);
  console.log(`  monitorEventLoopDelay ${formatDistribution(delay.histogram)}`);
  console.log(`  setInterval           ${formatDistribution(delay.interval)}`);
  if (delay.work !== null) console.log(`  own work between ticks${formatDistribution(delay.work)}`);
}
