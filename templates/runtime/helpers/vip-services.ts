/** A membership that qqfriends_vip knows, or one that it will: the documents announce more. */
export type VipServiceName = 'qq_vip' | 'qq_svip' | (string & {});

/**
 * The `flags` of a qqfriends_vip request that asks for these memberships: their names with commas
 * between, each once.
 *
 * Throws a RangeError for none at all, since only the oldest document lets an empty text ask for all of
 * them, and for a name with a character other than a lower-case letter, a digit or an underscore.
 *
 * Source: qq-en:380, qq-en:427, qq-zh:381, qq-zh:428, server-en:632, server-en:664, server-ko:407
 */
export function vipServices(names: readonly VipServiceName[]): string {
  if (names.length === 0)
    throw new RangeError('no membership to ask for: name qq_vip, qq_svip or both');
  for (const name of names)
    if (!/^[a-z0-9_]+$/.test(name))
      throw new RangeError(`${JSON.stringify(name)} is no membership: use qq_vip or qq_svip`);
  return [...new Set(names)].join(',');
}

/** The memberships in the `flags` of a qqfriends_vip request, in their order. */
export function vipServicesIn(flags: string): VipServiceName[] {
  return flags.split(',').filter((name) => name !== '');
}
