// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../peers.mjs';
import { fixture, writeFixtures } from './fixtures.mjs';
import { ajvCli, floor, importing, nothing, ours } from './processes.mjs';

/**
 * Whole processes over little: from their start to their end, so that starting is most of it.
 * @param {string} folder
 * @returns {import('../harness.mjs').Case[]}
 */
export function processCases(folder) {
  const schema = join(root, 'generated/schemas', `${fixture}.request.json`);
  const validators = pathToFileURL(join(root, 'dist/lib/validators/index.js')).href;
  const over = (/** @type {number} */ count) => {
    const place = join(folder, `files-${count}`);
    const files = writeFixtures(place, count);
    const peers = [floor(files), ajvCli(schema, join(place, 'profile/*.json')), nothing];
    return [ours('msdk-api', [place]), ...peers];
  };
  return [
    {
      name: 'loading',
      title: 'a process that imports the validators of all endpoints',
      rounds: 31,
      contenders: async () => [importing('msdk-api', validators), nothing],
      goals: [
        {
          figure: 'ms above a process that does nothing',
          of: (median) => 1000 * (median('msdk-api', 'seconds') - median('node -e 0', 'seconds')),
          most: 60,
        },
      ],
    },
    {
      name: 'one-file',
      title: `one request, ${fixture}.0001.request.json; floor: read and parsed`,
      rounds: 31,
      contenders: async () => over(1),
      goals: [timesAsLongAs('node -e 0', 1.6), timesAsLongAs('ajv-cli', 0.1)],
    },
    {
      name: 'files',
      title: 'a folder of 1,000 requests; floor: each read and parsed',
      rounds: 11,
      contenders: async () => over(1000),
    },
  ];
}

/** @param {string} other @param {number} most @returns {import('../harness.mjs').Goal} */
function timesAsLongAs(other, most) {
  return {
    figure: `times as long as ${other}`,
    of: (median) => median('msdk-api', 'seconds') / median(other, 'seconds'),
    most,
  };
}
