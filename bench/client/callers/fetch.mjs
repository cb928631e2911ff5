// @ts-check
import { pathOf } from './target.mjs';

/** @param {import('./target.mjs').Target} target */
export function connect(target) {
  const url = target.origin + pathOf(target);
  const headers = { 'content-type': 'application/json' };
  return async () => {
    const body = JSON.stringify(target.exchange.body);
    const response = await fetch(url, { method: 'POST', headers, body });
    return response.json();
  };
}
