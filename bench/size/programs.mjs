// @ts-check
import { join } from 'node:path';
import { ourClient } from '../bundle.mjs';

/**
 * The programs that are bundled: each exports what calls, so that nothing it needs is left out.
 * @typedef {object} Programs
 * @property {string} name
 * @property {string} one calls /relation/qqprofile
 * @property {string} [all] can call everything
 */

/** Every bundle that is made: what a program calls, and where it runs. */
export const bundles = /** @type {const} */ ([
  { part: 'one', platform: 'browser' },
  { part: 'one', platform: 'node' },
  { part: 'all', platform: 'browser' },
  { part: 'all', platform: 'node' },
]);

const baseUrl = `'https://msdk.example'`;
const path = `'/relation/qqprofile'`;
const index = JSON.stringify(join(ourClient, 'index.ts'));
const credentials = `{ baseUrl: ${baseUrl}, apps: { qq: { appid: '100000001', key: 'the msdkkey' } } }`;

/** One endpoint by the bare client, which signs, sends and reads; all by the whole client. */
export const ours = {
  name: 'msdk-api',
  one: `
    import { createClient, relationQqprofile } from ${index};
    const client = createClient(${credentials});
    export const profile = (player) => relationQqprofile(client, player);`,
  all: `
    import { createMsdk } from ${index};
    export const msdk = createMsdk(${credentials});`,
};

/** One endpoint with what `createMsdk` has around each. @type {Programs} */
export const oursWithAll = {
  name: 'msdk-api with checks, retries and node:http',
  one: `
    import {
      argumentChecks as checks, createClient, platformTransport, relationQqprofile, retries,
    } from ${index};
    const transport = platformTransport();
    const client = createClient({ ...${credentials}, checks, retry: retries(), transport });
    export const profile = (player) => relationQqprofile(client, player);`,
};

/** @param {string} folder where its client was generated @returns {Programs} */
export function heyApi(folder) {
  const [client, sdk] = ['client.gen.ts', 'sdk.gen.ts'].map((file) =>
    JSON.stringify(join(folder, file)),
  );
  const start = `
    import { client } from ${client};
    client.setConfig({ baseUrl: ${baseUrl} });`;
  return {
    name: 'hey-api',
    one: `${start}
      import { relationQqprofile } from ${sdk};
      export const profile = (query, body) => relationQqprofile({ query, body });`,
    all: `${start}
      export * from ${sdk};`,
  };
}

/** Those without code for an endpoint: one or all, the program carries the same. */
export const libraries = [
  library(
    'openapi-fetch',
    `import createClient from 'openapi-fetch';
    const client = createClient({ baseUrl: ${baseUrl} });
    export const profile = (query, body) => client.POST(${path}, { params: { query }, body });`,
  ),
  library(
    'axios',
    `import axios from 'axios';
    const client = axios.create({ baseURL: ${baseUrl} });
    export const profile = (params, body) => client.post(${path}, body, { params });`,
  ),
  library(
    'ky',
    `import ky from 'ky';
    const client = ky.create({ prefixUrl: ${baseUrl} });
    export const profile = (searchParams, json) =>
      client.post(${path}.slice(1), { searchParams, json }).json();`,
  ),
];

/** @param {string} name @param {string} program @returns {Programs} */
function library(name, program) {
  return { name, one: program, all: program };
}
