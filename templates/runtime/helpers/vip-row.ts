import { vipsIn, type VipName } from './vip-mask.js';

/** A row of `lists` in a reply of query_vip. */
export interface VipRowAsSent {
  readonly flag: number;
  readonly isvip?: number | undefined;
  readonly year?: number | undefined;
  readonly level?: number | undefined;
  readonly luxury?: number | undefined;
}

/** What a row tells: what it does not tell is undefined, whatever number the reply has there. */
export interface VipStatus {
  /** Undefined for a flag that has no name yet. */
  vip: VipName | undefined;
  isVip: boolean | undefined;
  isYearly: boolean | undefined;
  level: number | undefined;
  isLuxury: boolean | undefined;
}

type Told = 'isvip' | 'year' | 'level' | 'luxury';

const all: readonly Told[] = ['isvip', 'year', 'level', 'luxury'];

/** Which members of a row count, for the flags of which not all do. */
const told: Partial<Record<VipName, readonly Told[]>> = {
  qqLevel: ['level'],
  redDiamond: ['isvip', 'level', 'luxury'],
  superMember: ['isvip'],
  xinyue: ['isvip', 'level'],
  yellowDiamond: ['isvip', 'year', 'luxury'],
  animation: ['isvip'],
};

/**
 * Reads a row of query_vip: the members that its kind of membership has, and none that only stand there.
 *
 * A super member's level, say, is a 0 without meaning. 1 is yes, for `year` too, where one edition says
 * the opposite of all others. Which members count for the Xinyue level is not said: it keeps all, as do
 * flags that have no name yet. On which scale a Xinyue level stands depends on `xinyue_upgrade`.
 *
 * Source: qq-en:1034-1050, qq-zh:998-1017, server-en:1853-1868, server-ko:1387-1397
 */
export function readVipRow(row: VipRowAsSent): VipStatus {
  const { names, rest } = vipsIn(row.flag);
  const vip = names.length === 1 && rest === 0 ? names[0] : undefined;
  const counting = (vip === undefined ? undefined : told[vip]) ?? all;
  const value = (name: Told): number | undefined =>
    counting.includes(name) ? row[name] : undefined;
  return {
    vip,
    isVip: yesOf(value('isvip')),
    isYearly: yesOf(value('year')),
    level: value('level'),
    isLuxury: yesOf(value('luxury')),
  };
}

function yesOf(value: number | undefined): boolean | undefined {
  return value === undefined ? undefined : value === 1;
}
