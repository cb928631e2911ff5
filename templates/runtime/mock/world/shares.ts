import type { ShareData } from './data.js';

/** How many messages of an endpoint may be sent; what no document limits is left out. */
export interface ShareLimits {
  readonly received?: { readonly day: number; readonly week?: number };
  readonly sent?: { readonly day: number; readonly week: number };
  /** From one sender to one receiver. */
  readonly pairDay?: number;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Messages past which the older half is forgotten, so that no stream of them fills the memory. */
const most = 100_000;

/** The messages between players. Those of earlier weeks are forgotten: no limit counts them. */
export class Shares {
  #shares: ShareData[] = [];
  #monday = 0;
  readonly #counts = new Map<string, number>();

  constructor(shares: readonly ShareData[]) {
    for (const share of shares) this.add(share);
  }

  /** Whether one message more is within the limits. */
  allows(share: ShareData, { received, sent, pairDay }: ShareLimits): boolean {
    const monday = mondayOf(share.at);
    if (monday > this.#monday) {
      this.#monday = monday;
      this.#keep(this.#shares.filter(({ at }) => at >= monday));
    }
    const keys = keysOf(share);
    const within = (key: string, limit = Infinity): boolean =>
      limit === Infinity || (this.#counts.get(key) ?? 0) < limit;
    return (
      within(keys.toDay, received?.day) &&
      within(keys.toWeek, received?.week) &&
      within(keys.fromDay, sent?.day) &&
      within(keys.fromWeek, sent?.week) &&
      within(keys.pairDay, pairDay)
    );
  }

  add(share: ShareData): void {
    if (this.#shares.length >= most) this.#keep(this.#shares.slice(most / 2));
    this.#shares.push(share);
    this.#count(share);
  }

  toJSON(): ShareData[] {
    return [...this.#shares];
  }

  #keep(shares: ShareData[]): void {
    this.#shares = shares;
    this.#counts.clear();
    for (const share of shares) this.#count(share);
  }

  #count(share: ShareData): void {
    for (const key of Object.values(keysOf(share)))
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }
}

/** By what a message is counted. */
function keysOf({ endpoint, from, to, at }: ShareData) {
  const [today, week] = [dayOf(at), mondayOf(at)];
  return {
    toDay: JSON.stringify([endpoint, 'to', to, today]),
    toWeek: JSON.stringify([endpoint, 'to', to, 'week', week]),
    fromDay: JSON.stringify([endpoint, 'from', from, today]),
    fromWeek: JSON.stringify([endpoint, 'from', from, 'week', week]),
    pairDay: JSON.stringify([endpoint, from, to, today]),
  };
}

/** Days and weeks are those of China: they begin at 16:00 UTC, and weeks on Mondays. */
function dayOf(at: number): number {
  return Math.floor((at + 8 * hour) / day);
}

function mondayOf(at: number): number {
  // 1970-01-01 was a Thursday.
  const days = dayOf(at);
  return (days - ((days + 3) % 7)) * day - 8 * hour;
}
