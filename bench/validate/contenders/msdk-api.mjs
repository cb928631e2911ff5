// @ts-check
import { validateRequest, validateResponse } from '../../../dist/lib/validators/index.js';

/** Ours, as a program imports it. @type {import('./index.mjs').Compile} */
export function compile({ endpoint, part }) {
  return part === 'request'
    ? (value) => validateRequest(endpoint, value).ok
    : (value) => validateResponse(endpoint, value).ok;
}
