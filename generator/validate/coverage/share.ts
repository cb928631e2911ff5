/** How many of how many. */
export interface Share {
  readonly seen: number;
  readonly total: number;
  /** From 0 to 100 with one decimal, rounded down, so that only all of it is 100; of nothing, all is seen. */
  readonly percent: number;
}

/** The share of what was seen. */
export function shareOf(seen: number, total: number): Share {
  return { seen, total, percent: total === 0 ? 100 : Math.floor((seen * 1000) / total) / 10 };
}

/** The share of several things together. */
export function sumOf(shares: readonly Share[]): Share {
  const seen = shares.reduce((sum, share) => sum + share.seen, 0);
  const total = shares.reduce((sum, share) => sum + share.total, 0);
  return shareOf(seen, total);
}
