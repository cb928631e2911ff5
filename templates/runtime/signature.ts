import { md5 } from './md5.js';

/** Which key signs: 1 the appkey, which the documents discourage, 2 the msdkkey. */
export type SigningKey = 1 | 2;

/**
 * The signature of a request: MD5 of the key directly followed by the timestamp.
 * What is signed is the timestamp's text exactly as it is sent, whatever its unit.
 */
export function sign(key: string, timestamp: string): string {
  return md5(key + timestamp);
}
