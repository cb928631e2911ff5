import { isObject } from '../../value-kind.js';
import type { Found } from './found.js';
import { own } from './items.js';

/**
 * Finds tokens that stand in a world twice; they are secret, and are not shown. What players brought
 * may be several players' token, and only each player's stands once.
 */
export function checkTokens(world: unknown, pointer: string, found: Found): void {
  const tokens = isObject(world) ? own(world, 'tokens') : undefined;
  if (!Array.isArray(tokens)) return;
  const first = new Map<string, string>();
  for (const [index, token] of tokens.entries()) {
    if (found.full) return;
    if (!isObject(token) || typeof own(token, 'token') !== 'string') continue;
    const at = `${pointer}/tokens/${index}`;
    const brought = own(token, 'adopted') === true;
    const names = brought ? ['token', 'kind', 'openid'] : ['token'];
    const key = JSON.stringify(names.map((name) => own(token, name)));
    const before = first.get(key);
    if (before === undefined) first.set(key, at);
    else found.add(`${at}/token`, `is also the token of ${before}`);
  }
}
