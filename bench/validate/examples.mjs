// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../peers.mjs';

/** @typedef {Readonly<Record<string, unknown>>} Body */
/**
 * A call that succeeds, from the catalogue's examples.
 * @typedef {object} Example
 * @property {string} method
 * @property {string} path
 * @property {readonly { readonly name: string, readonly schema: { readonly type: string } }[]} parameters
 * @property {Body | undefined} request
 * @property {Body} response
 */

const { paths, components } = JSON.parse(
  readFileSync(join(root, 'generated/openapi.json'), 'utf8'),
);

/** The endpoints that are not deprecated. */
export const livePaths = Object.keys(paths).filter((path) => operationOf(path).deprecated !== true);

/** The examples of an endpoint. @param {string} path @returns {Example[]} */
export function examplesOf(path) {
  const [method = ''] = Object.keys(paths[path]);
  const { parameters, requestBody, responses } = operationOf(path);
  const requests = requestBody && valuesIn(requestBody);
  return Object.entries(valuesIn(responses['200']))
    .filter(([name]) => name !== 'failure')
    .map(([name, response]) => ({
      method: method.toUpperCase(),
      path,
      parameters: parameters.map(referred),
      request: requests?.[name],
      response,
    }));
}

/** @param {string} path */
function operationOf(path) {
  const [operation] = Object.values(paths[path]);
  return operation;
}

/** @param {any} holder @returns {Record<string, Body>} */
function valuesIn({ content }) {
  const examples = Object.entries(content['application/json'].examples);
  return Object.fromEntries(examples.map(([name, { value }]) => [name, value]));
}

/** @param {any} parameter */
function referred({ $ref, ...own }) {
  return $ref === undefined ? own : components.parameters[$ref.split('/').at(-1)];
}
