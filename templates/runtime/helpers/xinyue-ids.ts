/**
 * A `trace_id` for get_xinyue_super in the recommended form: a short name of the business, the openid, the
 * time as YYYYMMDDHHMMSS and six random digits, with hyphens between.
 *
 * No document names the zone of the time: it is UTC here, and serves to tell calls apart. Throws a
 * RangeError for a name that is not made of letters and digits, and for a time that is none.
 *
 * Source: server-en:2073, server-en:2087, server-ko:1625, server-ko:1636
 */
export function xinyueTraceId(business: string, openid: string, now: Date = new Date()): string {
  const [day, time] = stampOf(now);
  return [shortName(business), openid, day + time, sixDigits()].join('-');
}

/**
 * A `serial` for get_wx_xinyue_vip in the recommended form, which is not that of {@link xinyueTraceId}: a
 * short name of the business, the day, the time and six random digits, with underscores between.
 *
 * Source: server-en:2107, server-en:2128, server-ko:1651, server-ko:1664
 */
export function xinyueSerial(business: string, now: Date = new Date()): string {
  return [shortName(business), ...stampOf(now), sixDigits()].join('_');
}

function stampOf(now: Date): [day: string, time: string] {
  const digits = now.toISOString().replace(/\D/g, '');
  return [digits.slice(0, 8), digits.slice(8, 14)];
}

function shortName(business: string): string {
  if (/^[A-Za-z0-9]+$/.test(business)) return business;
  throw new RangeError('business has other characters than letters and digits: shorten the name');
}

function sixDigits(): string {
  return String(Math.floor(Math.random() * 1e6)).padStart(6, '0');
}
