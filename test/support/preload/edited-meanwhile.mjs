// Appends a line to the file EDITED just before the first renaming, as an editor would in the middle of a run.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { renameSync } = fs;
let edited = false;

fs.renameSync = (...args) => {
  if (!edited) fs.appendFileSync(process.env.EDITED, process.env.EDIT);
  edited = true;
  return renameSync(...args);
};
syncBuiltinESMExports();
