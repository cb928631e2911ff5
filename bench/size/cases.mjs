// @ts-check
import { gzipSync } from 'node:zlib';
import { bundle } from '../bundle.mjs';
import { bundles, heyApi, libraries, ours, oursWithAll } from './programs.mjs';

/** What sets the peers apart, said wherever they are compared. */
const apart =
  'openapi-fetch, axios and ky have no code for an endpoint; no peer signs or validates';

/** What is bundled, by the part of the programs that it is. */
const titles = {
  one: 'a program that calls one endpoint by the bare client',
  all: 'a program that can call all',
};

/**
 * Sizes are always the same, so that one round is enough.
 * @param {string} folderOfHeyApi
 * @returns {import('../harness.mjs').Case[]}
 */
export function casesFor(folderOfHeyApi) {
  const programs = [ours, oursWithAll, heyApi(folderOfHeyApi), ...libraries];
  return bundles.map(({ part, platform }) => ({
    name: `${part}-${platform}`,
    title: `${titles[part]}, for ${platform}, in bytes (${apart})`,
    rounds: 1,
    contenders: async () =>
      programs.flatMap(({ name, [part]: program }) =>
        program === undefined ? [] : [sized(name, program, platform)],
      ),
  }));
}

/**
 * @param {string} name
 * @param {string} program
 * @param {'browser' | 'node'} platform
 * @returns {import('../harness.mjs').Contender}
 */
function sized(name, program, platform) {
  return {
    name,
    async measure() {
      const { text, metafile } = await bundle(program, { platform, minify: true });
      if (!text.includes('/relation/qqprofile')) throw new Error('does not call the endpoint');
      if (platform === 'browser') refuseNode(metafile);
      const minified = Buffer.byteLength(text);
      return { minified, gzipped: gzipSync(text, { level: 9 }).length };
    },
  };
}

/** What a browser has not, it cannot import. @param {import('esbuild').Metafile} metafile */
function refuseNode({ outputs }) {
  for (const { imports } of Object.values(outputs))
    for (const { path, kind } of imports)
      if (path.startsWith('node:') && kind === 'import-statement')
        throw new Error(`imports ${path}, which no browser has`);
}
