// @ts-check
import { Pool } from 'undici';
import { pathOf } from './target.mjs';

/** @param {import('./target.mjs').Target} target */
export function connect(target) {
  const [pool, path] = [new Pool(target.origin), pathOf(target)];
  const headers = { 'content-type': 'application/json' };
  return async () => {
    const body = JSON.stringify(target.exchange.body);
    const response = await pool.request({ path, method: 'POST', headers, body });
    return response.body.json();
  };
}
