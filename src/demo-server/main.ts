import { startDemoServer } from './demo-server.ts';

const portFlag = process.argv.indexOf('--port');
const port = portFlag === -1 ? 0 : Number(process.argv[portFlag + 1]);

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write('usage: node src/demo-server/main.ts [--port 11434]\n');
  process.exitCode = 2;
} else {
  try {
    const server = await startDemoServer({ port });
    process.stdout.write(`${server.address}\n`);
    const end = () => void server.close();
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  }
}
