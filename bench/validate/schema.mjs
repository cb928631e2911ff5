// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../peers.mjs';

/**
 * A JSON Schema, as far as the bench looks into it.
 * @typedef {object} Schema
 * @property {string} [$ref]
 * @property {Readonly<Record<string, Schema>>} [$defs]
 * @property {string} [type]
 * @property {Readonly<Record<string, Schema>>} [properties]
 * @property {readonly string[]} [required]
 * @property {Schema | false} [additionalProperties]
 * @property {Schema} [if]
 * @property {Schema} [then]
 * @property {Schema} [items]
 * @property {readonly Schema[]} [anyOf]
 * @property {readonly (string | number)[]} [enum]
 * @property {string | number} [const]
 * @property {number} [minLength]
 * @property {number} [maxLength]
 * @property {number} [maxItems]
 */

/**
 * Reads one of our schemas without our own keywords: limits in bytes have no counterpart in the peers,
 * so they are not held to them.
 * @param {string} name such as `share/qq.request`
 * @returns {Schema}
 */
export function readSchema(name) {
  const text = readFileSync(join(root, 'generated/schemas', `${name}.json`), 'utf8');
  return JSON.parse(text, (key, value) => (key.startsWith('x-msdk-') ? undefined : value));
}
