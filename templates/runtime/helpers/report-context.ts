import { unixSeconds, type DateOrSeconds } from './unix-seconds.js';

/** What has to be known of a game to report its values. */
export interface ReportContext {
  /** Whether the game has several modes: then every report needs `gameMode`. */
  readonly severalModes: boolean;
  /** Whether the game has several zones and servers: then each needs `zone`, `server` and `roleId`. */
  readonly severalZones: boolean;
  /**
   * When the leaderboard is settled next: `score` and `challengeScore` expire then. `never` is for a
   * leaderboard without a settlement, of which the documents do not speak.
   */
  readonly settlement?: DateOrSeconds | 'never' | undefined;
  /** The present, which a settlement has to lie after; now without it. */
  readonly now?: DateOrSeconds | undefined;
}

/** The `expires` of what expires with the settlement; 0 is what never expires. */
export function expiryOf({ settlement }: ReportContext): string {
  return String(unixSeconds(settlement) ?? 0);
}
