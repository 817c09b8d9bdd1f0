// Starts scripts/NAME.ts: `node scripts/run.mjs NAME ...`. Plain JavaScript, so that an old Node gets as far as the
// message below. Inside npm scripts `node` is the one from the npm package "node"; called from a shell it may be an
// older one, and the work is handed over.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [name, ...args] = process.argv.slice(2);

if (process.features.typescript) {
  await run();
} else {
  handOver();
}

async function run() {
  const { main } = await import(`./${name}.ts`);
  try {
    process.exitCode = await main(args);
  } catch (error) {
    if (error?.name !== 'SetupError') {
      throw error;
    }
    // Foreseen: the message tells what to do, and a stack would only hide it.
    console.error(`\n${name}: ${error.message}\n`);
    process.exitCode = 1;
  }
}

function handOver() {
  const bundledNode = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
  if (existsSync(bundledNode) && process.execPath !== bundledNode) {
    const result = spawnSync(bundledNode, process.argv.slice(1), { stdio: 'inherit' });
    process.exitCode = result.status ?? 1;
    return;
  }
  console.error(
    `\nParlor's scripts need Node 24; this is Node ${process.versions.node}, and node_modules does not have the Node 24\n` +
      'that the npm package "node" brings. Run "npm ci" without --ignore-scripts and --omit=dev, or install Node 24.\n',
  );
  process.exitCode = 1;
}
