/** `npm run bench -- <name>`: prints a table and writes `bench/<name>.json`. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  bytes: async () => (await import('./bytes.ts')).benchBytes(),
  load: async () => (await import('./load.ts')).benchLoad(),
  search: async () => (await import('./search.ts')).benchSearch(),
  vault: async () => (await import('./vault.ts')).benchVault(),
  offline: async () => (await import('./offline.ts')).benchOffline(),
};
const needBuild = ['bytes', 'load', 'offline', 'vault'];

const name = process.argv[2] ?? '';
const bench = benches[name];
if (!bench) {
  console.error(`Which? npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exit(1);
}
if (needBuild.includes(name) && !existsSync(fileURLToPath(new URL('../../dist', import.meta.url)))) {
  console.error('There is no dist folder yet. Run "npm run build" first.');
  process.exit(1);
}
const folder = fileURLToPath(new URL('../../bench', import.meta.url));
const result = await bench();
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(result, null, 2)}\n`);
