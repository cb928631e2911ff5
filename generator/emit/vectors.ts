import { createHash } from 'node:crypto';
import type { Model } from '../model/index.js';
import type { EmittedFile } from './emitted-file.js';

/** Keys and timestamps in every form that is sent: seconds, milliseconds, digits of a date, nothing. */
const keys = ['appkey-of-no-game', 'msdkkey-of-no-game', '密钥', ''];
const timestamps = ['1478745715', '1478745715123', '20161110104155', '0', ''];

/** Signatures to test any client against, made with the platform's own MD5 and not with the client's. */
export function emitSigningVectors({ service }: Model): EmittedFile {
  const { algorithm, output, over, parameter, selector, vectors = [] } = service.signing;
  const data = {
    algorithm,
    output,
    over,
    parameter,
    selector,
    keys: service.signing.keys,
    published: vectors.map(({ input, output }) => ({ input, output })),
    vectors: keys.flatMap((key) =>
      timestamps.map((timestamp) => ({ key, timestamp, sig: md5(key + timestamp) })),
    ),
  };
  return { path: 'signing-vectors.json', text: `${JSON.stringify(data, null, 2)}\n` };
}

function md5(text: string): string {
  return createHash('md5').update(text, 'utf8').digest('hex');
}
