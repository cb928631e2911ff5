// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../peers.mjs';

/** What a program imports. @type {typeof import('../../../generated/validators/index.js')} */
const { validateRequest, validateResponse } = await import(
  pathToFileURL(join(root, 'dist/lib/validators/index.js')).href
);

/** Ours. @type {import('./index.mjs').Compile} */
export function compile({ endpoint, part }) {
  return part === 'request'
    ? (value) => validateRequest(endpoint, value).ok
    : (value) => validateResponse(endpoint, value).ok;
}
