// Gives the entries of every folder in another order than the file system does; FOLDER_ORDER says in which.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { readdirSync } = fs;
const seed = Number(process.env.FOLDER_ORDER);

fs.readdirSync = (...args) =>
  readdirSync(...args)
    .map((entry) => [rank(String(entry.name ?? entry)), entry])
    .sort(([a], [b]) => a - b)
    .map(([, entry]) => entry);
syncBuiltinESMExports();

function rank(name) {
  let hash = seed;
  for (const letter of name) hash = (Math.imul(hash, 31) + letter.codePointAt(0)) | 0;
  return hash;
}
