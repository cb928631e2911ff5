// A process that only writes: `OUT SOURCE... [--forever]` brings OUT to each SOURCE folder's files in turn.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  applyPlan,
  manifestPath,
  planOutput,
  readTree,
  recover,
} from '../../generator/write/index.js';

const [out = '', ...rest] = process.argv.slice(2);
const sources = rest.filter((folder) => folder !== '--forever').map(filesOf);
process.stdout.write('ready\n');
do
  for (const files of sources) {
    recover(out);
    applyPlan(planOutput(files, readTree(out)), out);
  }
while (rest.includes('--forever'));

function filesOf(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== manifestPath)
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}
