// @ts-check
import { join } from 'node:path';
import { heyApi } from './generate/contenders.mjs';
import { root } from './peers.mjs';

/** Generates hey-api's client, by its defaults on fetch, and gives its folder. @param {string} folder */
export async function generateHeyApi(folder) {
  await heyApi({ openapi: join(root, 'generated/openapi.json'), folder }).measure();
  return join(folder, 'hey-api');
}
