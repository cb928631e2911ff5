/** What RFC 3986, section 2.3, lets stand as it is. */
const unreserved = /[A-Za-z0-9\-._~]/;

/** The code of each byte. */
const codes: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return unreserved.test(character)
    ? character
    : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
});

/**
 * Bytes in percent-encoding (RFC 3986): letters, digits and `-._~` as they are, every other byte as `%`
 * and two capital hexadecimal digits. A space is `%20` and never a plus sign.
 */
export function percentEncode(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += codes[byte] ?? '';
  return text;
}
