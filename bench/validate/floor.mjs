// @ts-check
// `node floor.mjs FILES`: what any validator of JSON files has to do: read each and parse it.
import { readFileSync } from 'node:fs';

for (const file of process.argv.slice(2)) JSON.parse(readFileSync(file, 'utf8'));
