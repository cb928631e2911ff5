// @ts-check
import { join } from 'node:path';
import { peerFile, root } from '../peers.mjs';
import { qq, wechat } from './signed.mjs';

/**
 * A server that is measured.
 * @typedef {object} Served
 * @property {string} name
 * @property {(port: number) => string[]} args of Node; the port is free, and for those that say no other
 * @property {boolean} says whether it prints `listening on` and its place, wherever it chose to
 * @property {readonly ('member' | 'signature')[]} refuses what it looks at: a request in which it is wrong
 *   must not be answered as one that is right
 */

const peer = (/** @type {string} */ name) => join(import.meta.dirname, 'peers', `${name}.mjs`);

/** The server of this package, told of both games: it validates, verifies and remembers. @type {Served} */
export const ours = {
  name: 'msdk-api',
  args: () => [
    join(root, 'dist/msdk.js'),
    ...['mock', '--port', '0', '--quiet'],
    ...[qq, wechat].flatMap(({ appid, appkey, msdkkey }) => [
      '--app',
      `${appid}:${appkey}:${msdkkey}`,
    ]),
  ],
  says: true,
  refuses: ['member', 'signature'],
};

/** @type {Served} */
export const bare = own('node:http', 'node-http');

/** Told to log errors alone: lines for each request would cost it much, but without them it tells no place. @type {Served} */
export const prism = {
  name: 'Prism',
  args: (port) => [
    peerFile('@stoplight/prism-cli/dist/index.js'),
    ...['mock', '--port', String(port), '--verboseLevel', 'error'],
    join(root, 'generated/openapi-3.0.json'),
  ],
  says: false,
  refuses: ['member'],
};

/** All of them, ours first. */
export const served = [
  ours,
  bare,
  own('hono', 'hono'),
  own('hono + ajv', 'hono', 'validate'),
  own('fastify', 'fastify'),
  own('fastify + ajv', 'fastify', 'validate'),
  prism,
];

/** @param {string} name @param {string} script @param {'validate'} [variant] @returns {Served} */
function own(name, script, variant) {
  return {
    name,
    args: () => [peer(script), ...(variant === undefined ? [] : [variant])],
    says: true,
    refuses: variant === undefined ? [] : ['member'],
  };
}
