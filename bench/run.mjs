// @ts-check
// `npm run bench -- NAME [options]`: each folder here with an index.mjs is a bench.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const benches = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'index.mjs')),
);
const [name = '', ...args] = process.argv.slice(2);

if (benches.includes(name)) {
  const { run } = await import(`./${name}/index.mjs`);
  process.exitCode = await run(args);
} else {
  process.stderr.write(`usage: npm run bench -- NAME [--json]; NAME is ${benches.join(', ')}\n`);
  process.exitCode = 2;
}
