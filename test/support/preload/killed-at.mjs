// Kills the process at the n-th call that changes the file system: before it, or with half of it done.
// Where that many calls are never made, says on stdout how many there were.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const at = Number(process.env.KILLED_AT);
const half = process.env.KILLED_HALFWAY === 'yes';
const changing = [
  'copyFile',
  'link',
  'mkdir',
  'open',
  'rename',
  'rm',
  'rmdir',
  'unlink',
  'writeFile',
];
let calls = 0;

for (const name of changing.map((name) => `${name}Sync`)) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (++calls === at) {
      if (half) doHalf(name, original, args);
      process.kill(process.pid, 'SIGKILL');
    }
    return original(...args);
  };
}
syncBuiltinESMExports();
process.on('exit', () => fs.writeSync(1, String(calls)));

function doHalf(name, original, [path, second]) {
  if (name === 'writeFileSync') original(path, second.slice(0, second.length / 2));
  if (name !== 'rmSync' || !fs.existsSync(path)) return;
  const entries = fs.readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    // What stands higher goes first: a manifest does not outlive the files that it lists.
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
  for (const file of files.slice(0, Math.ceil(files.length / 2))) original(file);
}
