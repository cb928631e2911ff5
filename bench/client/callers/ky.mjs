// @ts-check
import ky from 'ky';

/** @param {import('./target.mjs').Target} target */
export function connect({ origin, exchange: { path, query, body } }) {
  const client = ky.create({ prefixUrl: origin });
  return () => client.post(path.slice(1), { searchParams: query, json: body }).json();
}
