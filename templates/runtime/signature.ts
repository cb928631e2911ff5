import { md5 } from './md5.js';

/** Which key signs: 1 the appkey, which the documents discourage, 2 the msdkkey. */
export type SigningKey = 1 | 2;

/** The signature made last: calls within a second share theirs. */
let last = { key: '', timestamp: '', signature: '' };

/**
 * The signature of a request: MD5 of the key directly followed by the timestamp.
 * What is signed is the timestamp's text exactly as it is sent, whatever its unit.
 */
export function sign(key: string, timestamp: string): string {
  if (last.signature === '' || last.key !== key || last.timestamp !== timestamp)
    last = { key, timestamp, signature: md5(key + timestamp) };
  return last.signature;
}
