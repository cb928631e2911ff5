import { composeMask, decomposeMask, type Bits, type MaskParts } from './bit-mask.js';

/** A membership that query_vip knows. */
export type VipName =
  | 'member'
  | 'qqLevel'
  | 'blueDiamond'
  | 'redDiamond'
  | 'superMember'
  | 'xinyue'
  | 'yellowDiamond'
  | 'animation'
  | 'xinyueLevel';

/** A membership that load_vip knows. */
export type LoadVipName =
  | 'member'
  | 'blueDiamond'
  | 'redDiamond'
  | 'superMember'
  | 'gameMember'
  | 'xinyue'
  | 'yellowDiamond';

const vipBits: Bits<VipName> = {
  member: 1,
  qqLevel: 2,
  blueDiamond: 4,
  redDiamond: 8,
  superMember: 16,
  xinyue: 64,
  yellowDiamond: 128,
  animation: 256,
  xinyueLevel: 512,
};

const loadVipBits: Bits<LoadVipName> = {
  member: 1,
  blueDiamond: 4,
  redDiamond: 8,
  superMember: 16,
  gameMember: 32,
  xinyue: 64,
  yellowDiamond: 128,
};

/**
 * The `vip` of a query_vip request that asks for these memberships; a name given twice counts once.
 *
 * `rest` holds bits that have no name here, as {@link vipsIn} gives them. The documents call the
 * combination an AND; their examples show that the bits are joined by OR. Throws a RangeError for a name
 * that query_vip does not know.
 *
 * Source: qq-en:1023, qq-en:1069, qq-zh:989, qq-zh:1036, server-en:1828-1845, server-ko:1381
 */
export function vipMask(names: readonly VipName[], rest = 0): number {
  return composeMask(vipBits, names, rest);
}

/**
 * The memberships in a `vip` of query_vip, or in the `flag` of one of its rows, in the order of their
 * bits. Bits without a name are kept in `rest`, so that `vipMask(names, rest)` is the mask again. Throws
 * a RangeError for what is no mask.
 *
 * Source: qq-en:1041-1050, qq-zh:1007-1017, server-en:1859-1868, server-ko:1388-1397
 */
export function vipsIn(mask: number): MaskParts<VipName> {
  return decomposeMask(vipBits, mask);
}

/**
 * The `vip` of a load_vip request that asks for these memberships, as {@link vipMask} does for
 * query_vip. The two endpoints do not know the same memberships.
 *
 * Source: qq-en:925, qq-en:975
 */
export function loadVipMask(names: readonly LoadVipName[], rest = 0): number {
  return composeMask(loadVipBits, names, rest);
}

/**
 * The memberships in a `vip` of load_vip, or in the `flag` of one of its rows, as {@link vipsIn} reads
 * those of query_vip.
 *
 * Source: qq-en:945-954
 */
export function loadVipsIn(mask: number): MaskParts<LoadVipName> {
  return decomposeMask(loadVipBits, mask);
}
