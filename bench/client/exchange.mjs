// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../peers.mjs';

/**
 * What every contender sends, and what it gets for it.
 * @typedef {object} Exchange
 * @property {string} path
 * @property {Readonly<Record<string, string>>} query
 * @property {{ readonly appid: string, readonly openid: string, readonly accessToken: string }} body
 * @property {{ readonly nickName: string }} reply
 */

/** The endpoint's documented example. @returns {Exchange} */
export function readExchange() {
  const [path, example] = ['/relation/qqprofile', 'no-yellow-diamond'];
  const openapi = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8'));
  const { requestBody, responses } = openapi.paths[path].post;
  const valueIn = (/** @type {any} */ { content }) =>
    content['application/json'].examples[example].value;
  const body = valueIn(requestBody);
  const { appid, openid } = body;
  const sig = 'b5902740eb307332799ab71150d33e67';
  const query = { timestamp: '1478745715', appid, sig, openid, encode: '2' };
  return { path, query, body, reply: valueIn(responses['200']) };
}

/**
 * What is wrong with a request, undefined where nothing is: a contender that sends something else is
 * not compared.
 * @param {Exchange} exchange
 * @param {{ method: string, url: string, body: string }} request
 */
export function faultOf({ path, query, body }, request) {
  const url = new URL(request.url, 'http://127.0.0.1');
  if (request.method !== 'POST' || url.pathname !== path)
    return `sent ${request.method} ${url.pathname}`;
  if (sorted(url.searchParams.keys()) !== sorted(Object.keys(query)))
    return `sent the query ${sorted(url.searchParams.keys())}`;
  const sent = JSON.parse(request.body);
  const wanted = Object.entries(body);
  if (Object.keys(sent).length !== wanted.length || wanted.some(([key, own]) => sent[key] !== own))
    return `sent the body ${request.body}`;
  return undefined;
}

/** @param {Iterable<string>} names */
function sorted(names) {
  return [...names].sort().join(', ');
}
