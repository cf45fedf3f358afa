/** Serves `dist` with its production headers: what `npm start` runs after a build. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startServer } from '../src/hosting/server.ts';

const defaultPort = 4173;
const dist = fileURLToPath(new URL('../dist', import.meta.url));

function stopWith(line: string): never {
  console.error(line);
  process.exit(1);
}

const port = Number(process.env['PORT'] || defaultPort);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  stopWith(`PORT is "${process.env['PORT']}". It must be a whole number from 0 to 65535.`);
}
if (!existsSync(dist)) stopWith('There is no dist folder yet. Run "npm run build" first.');

const host = process.env['HOST'];
try {
  const server = await startServer({ dist, port, ...(host ? { host } : {}) });
  console.log(`Ready at ${server.url}`);
  console.log('Press Ctrl-C to stop.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    stopWith(`Port ${port} is already taken. Stop what is using it, or choose another: PORT=${port + 1} npm start`);
  }
  if (code === 'EACCES') stopWith(`Port ${port} needs more rights than you have. Try PORT=${defaultPort} npm start`);
  throw error;
}
