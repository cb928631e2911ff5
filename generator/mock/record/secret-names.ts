import { Mask, telling } from '../../validate/place/mask.js';

/** What is secret by its name: what the catalogue knows as secret, and whatever is named like it. */
export interface SecretNames {
  readonly has: (name: string) => boolean;
  /** Finds them in texts of any form. */
  readonly mask: Mask;
}

/** The names that `msdk validate` masks; `known` are those of the catalogue. */
export function secretNames(known: readonly string[]): SecretNames {
  const names = new Set(known.map((name) => name.toLowerCase()));
  const like = new RegExp(telling, 'i');
  return {
    has: (name) => names.has(name.toLowerCase()) || like.test(name),
    mask: new Mask(known),
  };
}
