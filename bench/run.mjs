// @ts-check
// `npm run bench -- NAME [options]`: each folder here with an index.mjs is a bench.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const benches = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'index.mjs')),
);
const [name = '', ...args] = process.argv.slice(2);

process.exitCode = await main().catch((error) => {
  if (!String(error.code).startsWith('ERR_PARSE_ARGS')) throw error;
  return refuse(error.message);
});

/** @returns {Promise<number>} */
async function main() {
  if (!benches.includes(name)) return refuse(`NAME is one of ${benches.join(', ')}`);
  const { run } = await import(`./${name}/index.mjs`);
  return run(args);
}

/** @param {string} reason */
function refuse(reason) {
  process.stderr.write(
    `usage: npm run bench -- NAME [--case a,b] [--rounds N] [--json]\n${reason}\n`,
  );
  return 2;
}
