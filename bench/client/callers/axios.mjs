// @ts-check
import axios from 'axios';

/** @param {import('./target.mjs').Target} target */
export function connect({ origin, exchange: { path, query, body } }) {
  const client = axios.create({ baseURL: origin });
  return async () => (await client.post(path, body, { params: query })).data;
}
