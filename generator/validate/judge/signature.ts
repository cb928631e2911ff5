import { sign } from '../../../templates/runtime/signature.js';
import type { ServiceFacts } from '../knowledge.js';
import { isObject } from '../is-object.js';
import type { Problem } from '../problem.js';
import type { Keys } from './keys.js';

/** Whether a query is signed as its `encode` says: what is wrong, where a key can tell. */
export function verifySignature(
  parameters: unknown,
  keys: Keys,
  { keys: names, sources }: ServiceFacts['signing'],
): Problem | undefined {
  if (!isObject(parameters)) return undefined;
  const { sig, timestamp, encode, appid } = parameters;
  const name =
    typeof encode === 'string' && Object.hasOwn(names, encode) ? names[encode] : undefined;
  if (typeof sig !== 'string' || typeof timestamp !== 'string' || name === undefined)
    return undefined;
  const game = typeof appid === 'string' ? appid.replace(/^G_/, '') : '';
  const own = Object.hasOwn(keys.byApp, game) ? keys.byApp[game] : keys.other;
  const key = own?.[name];
  if (key === undefined) return { code: 'no-key', params: { appid: game } };
  if (sign(key, timestamp) === sig) return undefined;
  return { code: 'wrong-signature', params: { key: name }, source: sources };
}
