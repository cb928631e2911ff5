/** What a mask holds: the bits that have a name, and the value of all that have none. */
export interface MaskParts<Name extends string> {
  names: Name[];
  rest: number;
}

/** The bits of one mask, by name. */
export type Bits<Name extends string> = Readonly<Record<Name, number>>;

/** The largest mask: the members are signed integers of 32 bits. */
const largest = 0x7fffffff;

/**
 * The mask of the names and of `rest`. A name given twice counts once. Throws a RangeError for a name that
 * the mask does not have and for a rest that is no mask.
 */
export function composeMask<Name extends string>(
  bits: Bits<Name>,
  names: readonly Name[],
  rest: number,
): number {
  return names.reduce((mask, name) => mask | bitOf(bits, name), checked(rest));
}

/** The parts of a mask, names in the order of their bits. Throws a RangeError for what is no mask. */
export function decomposeMask<Name extends string>(
  bits: Bits<Name>,
  mask: number,
): MaskParts<Name> {
  const parts: MaskParts<Name> = { names: [], rest: checked(mask) };
  for (const name of Object.keys(bits) as Name[]) {
    if ((parts.rest & bits[name]) === 0) continue;
    parts.names.push(name);
    parts.rest &= ~bits[name];
  }
  return parts;
}

function bitOf<Name extends string>(bits: Bits<Name>, name: Name): number {
  if (Object.hasOwn(bits, name)) return bits[name];
  throw new RangeError(
    `${JSON.stringify(name)} is no membership: use one of ${Object.keys(bits).join(', ')}`,
  );
}

function checked(mask: number): number {
  if (Number.isInteger(mask) && mask >= 0 && mask <= largest) return mask;
  throw new RangeError(`${mask} is no mask: use an integer from 0 to ${largest}`);
}
