/** 32 bits that follow from a text (FNV-1a), always the same. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  // The last characters would change the low bits only.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number from 0 to below a limit that follows from a text. */
export function numberOf(text: string, below: number): number {
  return hashOf(text) % below;
}

/** One of several things, by a text. */
export function oneOf<T>(text: string, things: readonly [T, ...T[]]): T {
  return things[numberOf(text, things.length)] ?? things[0];
}

/** So many capital hexadecimal digits that follow from a text. */
export function hexOf(text: string, length: number): string {
  let digits = '';
  for (let part = 0; digits.length < length; part++)
    digits += hashOf(`${text}#${part}`).toString(16).padStart(8, '0');
  return digits.slice(0, length).toUpperCase();
}
