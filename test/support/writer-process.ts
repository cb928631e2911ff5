// A process that only writes: `OUT SOURCE... [--forever]` brings OUT to each SOURCE folder's files in turn.
import { applyPlan, planOutput, readTree, recover } from '../../generator/write/index.js';
import { emittedFrom } from './emitted-from.js';

const [out = '', ...rest] = process.argv.slice(2);
const sources = rest.filter((folder) => folder !== '--forever').map(emittedFrom);
process.stdout.write('ready\n');
do
  for (const files of sources) {
    recover(out);
    applyPlan(planOutput(files, readTree(out)), out);
  }
while (rest.includes('--forever'));
