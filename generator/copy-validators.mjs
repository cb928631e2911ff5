// Puts what is not compiled of the generated validators beside what is: plain modules, declarations, texts.
import { cpSync } from 'node:fs';

const isSource = /(?<!\.d)\.ts$/;
cpSync('generated/validators', 'dist/lib/validators', {
  recursive: true,
  filter: (path) => !isSource.test(path),
});
