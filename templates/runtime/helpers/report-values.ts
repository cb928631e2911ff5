import type { DateOrSeconds } from './unix-seconds.js';

/** A value that is sent as its text. A number must be exact and is written without an exponent. */
export type ReportValue = string | number | bigint;

/**
 * What a qqscore_batch report can say, under the names of the catalogue's ReportType; the number is the
 * wire's. Unless a line says otherwise, send a value when it changes.
 *
 * What QQ works out itself (the highest scores, rounds and ranks that follow from `score`), what is not in
 * use and what has a new number is not here: it must not be sent.
 *
 * Source: qq-en:1273-1318, qq-zh:1241-1286
 */
export interface ReportValues {
  /** 12, with every report: where the player plays. */
  readonly platform: 'android' | 'ios';
  /** 13, with every report of a game that has several modes: the game's own number of the mode. */
  readonly gameMode?: ReportValue | undefined;
  /** 26, with every report of a game that has several zones and servers: the zone's id. */
  readonly zone?: ReportValue | undefined;
  /** 27, together with `zone`: the server's id. */
  readonly server?: ReportValue | undefined;
  /** 28, together with `zone`: the role's id. Several roles in one zone stay apart. */
  readonly roleId?: ReportValue | undefined;
  /** 30, with every value about the guild: its id. */
  readonly guildId?: ReportValue | undefined;
  /** 1 */
  readonly level?: ReportValue | undefined;
  /** 2 */
  readonly money?: ReportValue | undefined;
  /** 3: what one game yielded, for the leaderboard. QQ keeps the highest. It needs `settlement`. */
  readonly score?: ReportValue | undefined;
  /** 4 */
  readonly experience?: ReportValue | undefined;
  /** 7: the result of a challenge. It needs `settlement`. */
  readonly challengeScore?: ReportValue | undefined;
  /** 8 */
  readonly lastLogin?: DateOrSeconds | undefined;
  /** 14: how many seconds one game took. QQ adds them up, so do not send the sum. */
  readonly playTime?: number | undefined;
  /** 17 */
  readonly combatPower?: ReportValue | undefined;
  /** 18: the rank within the game. */
  readonly combatPowerRank?: ReportValue | undefined;
  /** 19 */
  readonly stagesCleared?: ReportValue | undefined;
  /** 21 */
  readonly points?: ReportValue | undefined;
  /** 22: the rank within the game. */
  readonly pointsRank?: ReportValue | undefined;
  /** 23 */
  readonly totalRounds?: ReportValue | undefined;
  /** 24: whether as a fraction or in percent, no document says. */
  readonly winRate?: ReportValue | undefined;
  /** 25: no document says how it is written; a time goes out in seconds like all others, a text as it is. */
  readonly registrationTime?: DateOrSeconds | string | undefined;
  /** 29, when the role is created. */
  readonly roleName?: string | undefined;
  /** 31, when the player joins. */
  readonly guildJoinTime?: DateOrSeconds | undefined;
  /** 301 */
  readonly guildName?: string | undefined;
  /** 302, upon an upgrade. */
  readonly guildLevel?: ReportValue | undefined;
  /** 303 */
  readonly guildCombatPower?: ReportValue | undefined;
  /** 304 */
  readonly guildRank?: ReportValue | undefined;
  /** 305 */
  readonly guildHonour?: ReportValue | undefined;
  /** 306, when the guild is founded. */
  readonly guildFoundedTime?: DateOrSeconds | undefined;
  /** 307, when the guild is dissolved. */
  readonly guildDissolvedTime?: DateOrSeconds | undefined;
  /** 308 */
  readonly guildMemberCount?: ReportValue | undefined;
  /** 309 */
  readonly guildMemberChange?: 'joined' | 'left' | undefined;
  /** 310 */
  readonly guildProfile?: string | undefined;
  /** 311, also when the player joins. */
  readonly guildIdentity?: 'leader' | 'deputyLeader' | 'member' | undefined;
  /** 312, also when the group is bound. */
  readonly guildGroup?: ReportValue | undefined;
  /** 313, also when the group is bound: written as `registrationTime` is. */
  readonly guildGroupBoundTime?: DateOrSeconds | string | undefined;
}
