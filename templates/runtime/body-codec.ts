import { ReplyError, RequestError } from './errors.js';
import { finding } from './finding.js';
import type { Interceptor } from './interceptor.js';

/**
 * Encrypts requests and decrypts replies, where the game has agreed on it with the service. The
 * documents name the method msdktea and its headers, and neither key nor mode (server-en:112-115): the
 * client can carry it, and cannot do it.
 */
export interface BodyCodec {
  /** The value of the headers Content-Encrypt and Accept-Encrypt; `msdktea` where nothing is said. */
  readonly method?: string;
  encrypt(body: Uint8Array<ArrayBuffer>): BytesOrPromise;
  /** By the headers it can tell a reply that came in plain text: no document says which do. */
  decrypt(body: Uint8Array, headers: Readonly<Record<string, string>>): BytesOrPromise;
}

export type BytesOrPromise = Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;

/** Encrypts by a codec what goes out, says so in the headers (server-en:114-115), and decrypts what comes in. */
export function encryption(codec: BodyCodec): Interceptor {
  const { method = 'msdktea' } = codec;
  return async (request, next, { endpoint, signal }) => {
    const { body = '' } = request;
    const headers = { ...request.headers, 'content-encrypt': method, 'accept-encrypt': method };
    const plain = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const encrypted = await orFail(
      () => (plain.length === 0 ? plain : codec.encrypt(plain)),
      (cause) =>
        new RequestError(
          endpoint,
          [finding('wrong-value', 'cannot encrypt', '/bodyCodec', endpoint)],
          {
            cause,
          },
        ),
    );
    signal.throwIfAborted();
    const reply = await next({ ...request, headers, body: encrypted });
    if (reply.status !== 200) return reply;
    const decrypted = await orFail(
      () => codec.decrypt(reply.body, reply.headers),
      () => new ReplyError(endpoint, 'the reply cannot be decrypted', ''),
    );
    return { ...reply, body: decrypted };
  };
}

async function orFail(
  work: () => BytesOrPromise,
  failure: (cause: unknown) => Error,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const bytes: unknown = await work();
    if (bytes instanceof Uint8Array) return bytes as Uint8Array<ArrayBuffer>;
    throw new TypeError('a codec gives a Uint8Array');
  } catch (cause) {
    throw failure(cause);
  }
}
