// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from '../process.mjs';
import * as tools from './contenders.mjs';
import { typeCheck } from './type-check.mjs';

/** After so many seconds over 6,400 endpoints a peer has lost. */
const limit = 300;

/**
 * The cases. A catalogue of 640 endpoints is ten times the real one.
 * @param {import('./workspace.mjs').Workspace} workspace
 * @param {{ full: boolean }} options full: peers over 6,400 endpoints too
 * @returns {import('../harness.mjs').Case[]}
 */
export function casesIn(workspace, { full }) {
  const task = async (/** @type {number} */ times) => ({
    openapi: join(await workspace.generated(times), 'openapi.json'),
    folder: await workspace.folder(`out-${times}`),
  });
  const ours = async (/** @type {number} */ times) =>
    tools.ours(await workspace.spec(times), await workspace.folder(`out-${times}`));
  return [
    {
      name: 'cold',
      title: 'everything for 64 endpoints from nothing',
      rounds: 7,
      async contenders() {
        const { openapiTypescript, heyApi, orvalFetch, orvalAll } = tools;
        const given = await task(1);
        const peers = [openapiTypescript, heyApi, orvalFetch, orvalAll];
        return [await ours(1), ...peers.map((peer) => peer(given))];
      },
    },
    {
      name: 'unchanged',
      title: 'the same again, nothing changed',
      rounds: 21,
      async contenders() {
        const again = tools.generate(await workspace.spec(1), await workspace.generated(1));
        await timed(again);
        return [
          { name: 'msdk-api', measure: () => timed(again) },
          { name: 'node -e 0', measure: () => timed(['-e', '0']) },
        ];
      },
    },
    {
      name: '640',
      title: 'everything for 640 endpoints from nothing',
      rounds: 3,
      async contenders() {
        const given = await task(10);
        const peers = [tools.heyApi, tools.orvalFetch, tools.orvalAll];
        return [await ours(10), ...peers.map((peer) => peer(given))];
      },
    },
    {
      name: '6400',
      title: 'everything for 6,400 endpoints from nothing',
      rounds: 1,
      async contenders() {
        const tenth = { ...(await ours(10)), name: 'msdk-api, 640' };
        if (!full) return [await ours(100), tenth];
        const given = { ...(await task(100)), limit };
        const peers = [tools.openapiTypescript, tools.heyApi, tools.orvalFetch, tools.orvalAll];
        return [await ours(100), tenth, ...peers.map((peer) => peer(given))];
      },
    },
    {
      name: 'typecheck',
      title: 'tsc over the client of 64 endpoints',
      rounds: 7,
      async contenders() {
        const folder = await workspace.folder('typecheck');
        const empty = await workspace.folder('empty');
        writeFileSync(join(empty, 'index.ts'), 'export {};\n');
        await tools.heyApi({ ...(await task(1)), folder }).measure();
        return [
          typeCheck('msdk-api', join(await workspace.generated(1), 'client'), folder),
          typeCheck('empty project', empty, folder),
          typeCheck('hey-api', join(folder, 'hey-api'), folder),
        ];
      },
    },
  ];
}
