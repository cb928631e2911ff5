import { asCode, asDuration, asText, asTime, asTimeOrText, type Refusal } from './report-data.js';
import type { Writer } from './report-data.js';
import type { ReportValues } from './report-values.js';

/** How one type of value is sent. */
export interface ReportRow {
  readonly type: number;
  readonly write: Writer;
  /** 0 keeps the highest value, 1 replaces the stored one. */
  readonly bcover: 0 | 1;
  /** Whether the value expires with the game's settlement; others never do. */
  readonly settles: boolean;
  /** Whether the guild's id has to come with it. */
  readonly ofGuild: boolean;
}

const plain = (type: number, write: Writer = asText): ReportRow => ({
  type,
  write,
  bcover: 1,
  settles: false,
  ofGuild: false,
});
const guild = (type: number, write?: Writer): ReportRow => ({
  ...plain(type, write),
  ofGuild: true,
});

/**
 * The types of a report, in the order of their numbers. The table names the value of `bcover` for each
 * type and has 0 for the score alone, ranks included, though the text above it speaks of all that has to
 * do with the leaderboard: a rank improves by falling, which 0 would never store.
 *
 * Source: qq-en:1217, qq-en:1273-1318, qq-zh:1184, qq-zh:1241-1286, server-en:2022
 */
export const reportTypes: Readonly<Record<keyof ReportValues, ReportRow>> = {
  level: plain(1),
  money: plain(2),
  score: { ...plain(3), bcover: 0, settles: true },
  experience: plain(4),
  challengeScore: { ...plain(7), settles: true },
  lastLogin: plain(8, asTime),
  platform: plain(12, asCode({ android: '1', ios: '2' })),
  gameMode: plain(13),
  playTime: plain(14, asDuration),
  combatPower: plain(17),
  combatPowerRank: plain(18),
  stagesCleared: plain(19),
  points: plain(21),
  pointsRank: plain(22),
  totalRounds: plain(23),
  winRate: plain(24),
  registrationTime: plain(25, asTimeOrText),
  zone: plain(26),
  server: plain(27),
  roleId: plain(28),
  roleName: plain(29),
  guildId: plain(30),
  guildJoinTime: guild(31, asTime),
  guildName: guild(301),
  guildLevel: guild(302),
  guildCombatPower: guild(303),
  guildRank: guild(304),
  guildHonour: guild(305),
  guildFoundedTime: guild(306, asTime),
  guildDissolvedTime: guild(307, asTime),
  guildMemberCount: guild(308),
  guildMemberChange: guild(309, asCode({ joined: '1', left: '2' })),
  guildProfile: guild(310),
  guildIdentity: guild(311, asCode({ leader: '1', deputyLeader: '2', member: '3' })),
  guildGroup: guild(312),
  guildGroupBoundTime: guild(313, asTimeOrText),
};

const workedOut: Refusal = {
  problem: 'is worked out by QQ from the scores',
  remedy: 'leave it out and report score',
};

/**
 * What the documents list and a report must not hold, by the catalogue's names. The older edition forbids
 * the types that QQ works out, the newer one calls them needless: the stricter word counts.
 *
 * Source: qq-en:1279-1280, qq-en:1283-1285, qq-en:1289-1290, qq-en:1294, qq-en:1299, qq-zh:1247-1248,
 * qq-zh:1251-1253, qq-zh:1257-1258, qq-zh:1262, qq-zh:1267
 */
export const refusedTypes: Readonly<Record<string, Refusal>> = {
  highestScore: workedOut,
  lastWeekRank: workedOut,
  dayRounds: workedOut,
  weekRounds: workedOut,
  dayHighestScore: workedOut,
  weekHighestScore: workedOut,
  weekRank: workedOut,
  weekStagesCleared: { problem: 'is not in use', remedy: 'leave it out' },
  formerRegistrationTime: {
    problem: 'has a new number',
    remedy: 'report registrationTime instead',
  },
};
