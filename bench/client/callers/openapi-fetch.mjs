// @ts-check
import createClient from 'openapi-fetch';

/** @param {import('./target.mjs').Target} target */
export function connect({ origin, exchange: { path, query, body } }) {
  /** @type {import('openapi-fetch').Client<any>} */
  const client = createClient({ baseUrl: origin });
  return async () => (await client.POST(path, { params: { query }, body })).data;
}
