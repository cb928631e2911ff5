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

/** The headers that say that the request is encrypted, and ask for a reply that is (server-en:114-115). */
export function encryptionHeaders({ method = 'msdktea' }: BodyCodec): Record<string, string> {
  return { 'content-encrypt': method, 'accept-encrypt': method };
}

/** What is said to whom asks for encryption and gives nothing to do it with. */
export const withoutCodec = 'needs a bodyCodec: no document says how msdktea encrypts';
