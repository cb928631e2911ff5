import { describe, expect, it } from 'vitest';
import {
  qqScoreReport,
  ReportRefused,
  type ReportContext,
  type ReportValues,
} from '../../../templates/runtime/helpers/index.js';

const small: ReportContext = { severalModes: false, severalZones: false };
const large: ReportContext = { severalModes: true, severalZones: true };
const now = 1_500_000_000;
const settlement = new Date((now + 60) * 1000);
const all: ReportValues = {
  platform: 'android',
  gameMode: 2,
  zone: '1',
  server: '7',
  roleId: 12_345_678_901_234_567_890n,
  guildId: 'g1',
  level: 30,
  money: 0,
  score: 999,
  experience: 12.5,
  challengeScore: -3,
  lastLogin: now,
  playTime: 90,
  combatPower: 1,
  combatPowerRank: 1,
  stagesCleared: 1,
  points: 1,
  pointsRank: 1,
  totalRounds: 1,
  winRate: '0.5',
  registrationTime: '2015-05-30',
  roleName: 'Anna',
  guildJoinTime: new Date(now * 1000 + 999),
  guildName: 'Guild',
  guildLevel: 1,
  guildCombatPower: 1,
  guildRank: 1,
  guildHonour: 'first',
  guildFoundedTime: now,
  guildDissolvedTime: now,
  guildMemberCount: 1,
  guildMemberChange: 'left',
  guildProfile: 'text',
  guildIdentity: 'deputyLeader',
  guildGroup: '123',
  guildGroupBoundTime: now,
};

function refusedNames(values: object, context: ReportContext): string[] {
  try {
    qqScoreReport(values as ReportValues, { now, ...context });
  } catch (error) {
    if (error instanceof ReportRefused) return error.findings.map(({ name }) => name);
    throw error;
  }
  return [];
}

describe('a report of everything', () => {
  const params = qqScoreReport(all, { ...large, settlement, now });
  const dataOf = (type: number): string | undefined =>
    params.find((param) => param.type === type)?.data;

  it('has every type that may be sent, once, in order', () => {
    const range = (from: number, to: number): number[] =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const kept = [1, 2, 3, 4, 7, 8, 12, 13, 14, 17, 18, 19, ...range(21, 31), ...range(301, 313)];
    expect(params.map(({ type }) => type)).toEqual(kept);
  });

  it('keeps the highest score and replaces all else', () => {
    expect(params.filter(({ bcover }) => bcover === 0).map(({ type }) => type)).toEqual([3]);
  });

  it('lets the results expire with the settlement and nothing else', () => {
    const expiring = params.filter(({ expires }) => expires !== '0');
    expect(expiring.map(({ type, expires }) => [type, expires])).toEqual([
      [3, String(now + 60)],
      [7, String(now + 60)],
    ]);
  });

  it('writes every value as its text', () => {
    for (const { data, expires } of params) {
      expect(data).toMatch(/./);
      expect(expires).toMatch(/^\d+$/);
    }
    expect([2, 3, 4, 7].map(dataOf)).toEqual(['0', '999', '12.5', '-3']);
    expect([12, 13, 28, 309, 311].map(dataOf)).toEqual([
      '1',
      '2',
      '12345678901234567890',
      '2',
      '2',
    ]);
    expect([8, 25, 31, 313].map(dataOf)).toEqual([
      String(now),
      '2015-05-30',
      String(now),
      String(now),
    ]);
  });
});

describe('a value', () => {
  const written = (values: Partial<ReportValues>): Record<number, string> => {
    const params = qqScoreReport({ platform: 'ios', guildId: 1, ...values }, small);
    return Object.fromEntries(params.map(({ type, data }) => [type, data]));
  };

  it('with few possibilities goes out as its code', () => {
    expect(written({ guildMemberChange: 'joined', guildIdentity: 'leader' })).toMatchObject({
      12: '2',
      309: '1',
      311: '1',
    });
    expect(written({ guildIdentity: 'member' })).toMatchObject({ 311: '3' });
  });

  it('that is a time goes out in seconds', () => {
    const date = new Date(now * 1000);
    const times = {
      lastLogin: date,
      registrationTime: date,
      guildJoinTime: date,
      guildFoundedTime: date,
      guildDissolvedTime: date,
      guildGroupBoundTime: date,
    };
    const second = String(now);
    expect(written(times)).toMatchObject({
      8: second,
      25: second,
      31: second,
      306: second,
      307: second,
      313: second,
    });
    expect(written({ guildGroupBoundTime: '2015', lastLogin: 0 })).toMatchObject({
      8: '0',
      313: '2015',
    });
    expect(refusedNames({ platform: 'ios', lastLogin: 1e11 }, small)).toEqual(['lastLogin']);
  });

  it('may be zero, and as large as a number is exact', () => {
    const largest = Number.MAX_SAFE_INTEGER;
    expect(written({ playTime: 0, points: largest })).toMatchObject({ 14: '0', 21: `${largest}` });
  });
});

describe('a report', () => {
  it('of a small game needs the platform alone, and leaves undefined out', () => {
    expect(qqScoreReport({ platform: 'ios', level: 3, money: undefined }, small)).toEqual([
      { type: 1, bcover: 1, data: '3', expires: '0' },
      { type: 12, bcover: 1, data: '2', expires: '0' },
    ]);
  });

  it('is refused with everything that is missing', () => {
    expect(refusedNames({ level: 3 }, small)).toEqual(['platform']);
    expect(refusedNames({ platform: 'ios', server: 1, guildName: 'x' }, large)).toEqual([
      'gameMode',
      'zone',
      'roleId',
      'guildId',
    ]);
    expect(refusedNames({ platform: 'ios', guildJoinTime: now }, small)).toEqual(['guildId']);
    expect(refusedNames({ platform: 'ios', guildId: 1 }, small)).toEqual([]);
    expect(
      refusedNames({ platform: 'ios', roleName: 'x' }, { ...small, severalModes: true }),
    ).toEqual(['gameMode']);
  });

  it('is refused with what must not be sent', () => {
    const forbidden = {
      highestScore: 1,
      lastWeekRank: 1,
      dayRounds: 1,
      weekRounds: 1,
      dayHighestScore: 1,
      weekHighestScore: 1,
      weekRank: 1,
      weekStagesCleared: 1,
      formerRegistrationTime: 1,
      toString: 1,
    };
    expect(refusedNames({ platform: 'ios', ...forbidden }, small)).toEqual(Object.keys(forbidden));
  });

  it('has no place for what must not be sent', () => {
    // @ts-expect-error QQ works the highest score out.
    const values: ReportValues = { platform: 'ios', highestScore: 1 };
    expect(() => qqScoreReport(values, small)).toThrow(ReportRefused);
  });

  it('is refused where a value cannot be written', () => {
    const wrong = {
      level: '',
      money: NaN,
      experience: 1e21,
      points: 2 ** 53,
      winRate: 1e-7,
      totalRounds: null,
      playTime: -1,
      lastLogin: Date.now(),
      registrationTime: new Date(NaN),
      guildMemberChange: '1',
      guildIdentity: 'toString',
      platform: 1,
    };
    const names = refusedNames({ ...wrong, guildId: 1 }, small);
    expect(names.sort()).toEqual(Object.keys(wrong).sort());
  });

  it('of a result needs a settlement to come', () => {
    const values = { platform: 'ios', score: 1 };
    expect(refusedNames(values, small)).toEqual(['settlement']);
    expect(refusedNames({ platform: 'ios', challengeScore: 1 }, small)).toEqual(['settlement']);
    for (const past of [now, 123_459_751, 0, now * 1000, 1.5, new Date(NaN)])
      expect(refusedNames(values, { ...small, settlement: past })).toEqual(['settlement']);
    expect(refusedNames(values, { ...small, settlement: now + 1 })).toEqual([]);
    expect(refusedNames(values, { ...small, settlement, now: NaN })).toEqual(['now']);
    expect(refusedNames({ platform: 'ios', level: 1 }, { ...small, settlement: 0 })).toEqual([]);
  });

  it('tells a settlement that is missing from one that is none', () => {
    const values: ReportValues = { platform: 'ios', score: 1 };
    const report = (settlement?: number) => (): unknown =>
      qqScoreReport(values, { ...small, now, settlement });
    expect(report()).toThrow(/settlement is missing/);
    expect(report(now * 1000)).toThrow(/settlement is no time in seconds/);
    expect(report(now)).toThrow(/settlement is past/);
  });

  it('of a leaderboard that is never settled never expires', () => {
    const context: ReportContext = { ...small, settlement: 'never' };
    expect(qqScoreReport({ platform: 'ios', score: 1 }, context)[0]).toEqual({
      type: 3,
      bcover: 0,
      data: '1',
      expires: '0',
    });
    const real = { ...small, settlement: Math.floor(Date.now() / 1000) + 9 };
    expect(qqScoreReport({ platform: 'ios', score: 1 }, real)).toHaveLength(2);
  });

  it('says all reasons with what to do, and shows no value', () => {
    const values = { highestScore: 'secret', roleName: '', platform: 'ios' };
    expect(() => qqScoreReport(values as ReportValues, large)).toThrow(
      new ReportRefused([
        {
          name: 'highestScore',
          problem: 'is worked out by QQ from the scores',
          remedy: 'leave it out and report score',
        },
        ...['gameMode', 'zone', 'server', 'roleId'].map((name) => ({
          name,
          problem: 'is missing',
          remedy: `give it with every report of a game with several ${name === 'gameMode' ? 'modes' : 'zones'}`,
        })),
        { name: 'roleName', problem: 'is empty', remedy: 'leave it out' },
      ]),
    );
  });
});
