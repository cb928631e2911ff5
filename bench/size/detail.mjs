// @ts-check
import { bundle } from '../bundle.mjs';
import { bundles, ours } from './programs.mjs';

/** So many files are listed for each bundle. */
const most = 10;

/** Prints which files the bytes of our bundles come from, minified and before compression. */
export async function printDetail() {
  for (const { part, platform } of bundles) {
    const { metafile } = await bundle(ours[part], { platform, minify: true });
    const rows = Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .map(([file, { bytesInOutput }]) => /** @type {const} */ ([bytesInOutput, file]))
      .filter(([bytes]) => bytes > 0)
      .sort(([a], [b]) => b - a);
    const rest = rows.slice(most).reduce((sum, [bytes]) => sum + bytes, 0);
    process.stdout.write(`${part}-${platform}: where the bytes of msdk-api come from\n`);
    for (const [bytes, file] of [...rows.slice(0, most), [rest, 'all others']])
      process.stdout.write(`${String(bytes).padStart(8)}  ${file}\n`);
  }
}
