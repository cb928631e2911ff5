import type { ScenarioProblem } from '../../../templates/runtime/mock/scenario-error.js';

/** What is wrong, with what value, where it is found, what is said, and what is suggested. */
export type BreachRow = readonly [
  what: string,
  value: unknown,
  pointer: string,
  message: string,
  suggestion?: string,
];

/** The problem that a breach gives. */
export function problemOf([, , pointer, message, suggestion]: BreachRow): ScenarioProblem {
  return { pointer, message, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** Breaches of a scenario's own members. */
export const scenarioBreaches: readonly BreachRow[] = [
  ['a list', [], '', 'must be an object, not an array'],
  ['nothing', null, '', 'must be an object, not null', 'leave it out instead'],
  ['an object of a class', new Map(), '', 'must be an object, not an object of a class'],
  ['a misspelt member', { sead: 1 }, '/sead', 'is not a member here', 'did you mean "seed"?'],
  [
    'a member like none',
    { world: { somethingElse: [] } },
    '/world/somethingElse',
    'is not a member here',
    'known here: players, tokens, groups, wechatGroups, messages, shares, scores, reports, uploads and issued',
  ],
  [
    'an appid that is a number',
    { apps: [{ appid: 7 }] },
    '/apps/0/appid',
    'must be a string, not a number',
    'write "7"',
  ],
  [
    'a key that is a number',
    { apps: [{ appid: '1', appkey: 7 }] },
    '/apps/0/appkey',
    'must be a string, not a number',
    'put it in quotes',
  ],
  ['an app without appid', { apps: [{ appkey: 'x' }] }, '/apps/0', 'lacks appid'],
  [
    'an appid twice',
    { apps: [{ appid: '1' }, { appid: '1' }] },
    '/apps/1/appid',
    'is also the appid of /apps/0',
  ],
  ['an empty appid', { apps: [{ appid: '' }] }, '/apps/0/appid', 'must not be empty'],
  ['a text for a flag', { anyKey: 'yes' }, '/anyKey', 'must be a boolean, not a string'],
  ['a seed that is not whole', { seed: 0.5 }, '/seed', 'must be a whole number, not 0.5'],
  [
    'a seed beyond numbers',
    { seed: 2 ** 53 },
    '/seed',
    'must be 9007199254740991 or less, not 9007199254740992',
  ],
  ['a seed that is none', { seed: NaN }, '/seed', 'must be a number, not NaN'],
  ...[
    'now',
    '2026-02-30T00:00:00Z',
    '2026-01-31',
    '2026-01-31T12:00:00',
    '2026-01-31T25:00:00Z',
  ].map((clock): BreachRow => [
    `the time ${clock}`,
    { clock },
    '/clock',
    `must be a time, not "${clock}"`,
    'write it as 2026-01-31T12:00:00Z',
  ]),
  [
    'a word of no enumeration',
    { strangers: 'adapt' },
    '/strangers',
    'must be adopt or refuse, not "adapt"',
    'did you mean "adopt"?',
  ],
  ['a word like none', { replies: 'x' }, '/replies', 'must be state or examples, not "x"'],
  [
    'no request a second',
    { requestsPerSecond: 0 },
    '/requestsPerSecond',
    'must be 1 or more, not 0',
  ],
  [
    'an endpoint as a member',
    { constructor: 1 },
    '/constructor',
    'is not a member here',
    'known here: apps, anyKey, seed, clock, strangers, requestsPerSecond, shareLimits, strictTypes, replies, world and rules',
  ],
];

const player = { openid: 'A', platform: 'qq' };
const token = { token: 'T', kind: 'access', openid: 'A', platform: 'qq' };
const brought = { ...token, adopted: true };
const group = { gc: '1', groupOpenid: 'G', joinKey: 'k', name: 'n', owner: 'A', members: ['A'] };
const message = { id: 1, title: 't', subscribers: [], pushes: 0 };
const guild = { id: 'g', zone: 'z', name: 'n' };
const other = { ...group, gc: '2', groupOpenid: 'H' };

/** Breaches of a world. */
export const worldBreaches: readonly BreachRow[] = [
  ['a player without anything', { players: [{}] }, '/players/0', 'lacks openid and platform'],
  [
    'a platform that is none',
    { players: [{ ...player, platform: 'wechta' }] },
    '/players/0/platform',
    'must be qq, wechat, guest or apple, not "wechta"',
    'did you mean "wechat"?',
  ],
  [
    'an openid twice',
    { players: [player, player] },
    '/players/1/openid',
    'is also the openid of /players/0',
  ],
  [
    'a friend twice',
    { players: [{ ...player, friends: ['B', 'B'] }] },
    '/players/0/friends/1',
    'stands here twice, also as /players/0/friends/0',
  ],
  [
    'a picture with a slash',
    { players: [{ ...player, picture: 'http://x/' }] },
    '/players/0/picture',
    'must be an address without a slash at its end, not "http://x/"',
  ],
  [
    'a membership of no flag',
    { players: [{ ...player, memberships: { vip: {} } }] },
    '/players/0/memberships/vip',
    'needs for its name a flag of VipFlag, such as 16',
  ],
  [
    'a membership without a level',
    { players: [{ ...player, memberships: { 16: {} } }] },
    '/players/0/memberships/16',
    'lacks level',
  ],
  [
    'a negative level',
    { players: [{ ...player, wechatLevel: -1 }] },
    '/players/0/wechatLevel',
    'must be 0 or more, not -1',
  ],
  [
    'a gift counted by a number',
    { players: [{ ...player, gifts: [{ giftId: '1', giftCount: 2 }] }] },
    '/players/0/gifts/0/giftCount',
    'must be a string, not a number',
    'write "2"',
  ],
  [
    'a token twice, which is not shown',
    { tokens: [token, token] },
    '/tokens/1/token',
    'is also the token of /tokens/0',
  ],
  [
    'a token that a player brought twice',
    { tokens: [brought, brought] },
    '/tokens/1/token',
    'is also the token of /tokens/0',
  ],
  [
    'a token of no kind',
    { tokens: [{ ...token, kind: 'Access' }] },
    '/tokens/0/kind',
    'must be access or refresh, not "Access"',
    'did you mean "access"?',
  ],
  [
    'a group number twice',
    { groups: [group, { ...other, gc: '1' }] },
    '/groups/1/gc',
    'is also the gc of /groups/0',
  ],
  [
    "a group's openid twice",
    { groups: [group, { ...other, groupOpenid: 'G' }] },
    '/groups/1/groupOpenid',
    'is also the groupOpenid of /groups/0',
  ],
  [
    'an owner who is no member',
    { groups: [{ ...group, owner: 'B' }] },
    '/groups/0/owner',
    'must be one of the members',
  ],
  [
    'an administrator who is no member',
    { groups: [{ ...group, admins: ['A', 'B'] }] },
    '/groups/0/admins/1',
    'must be one of the members',
  ],
  [
    'a guild with two groups',
    {
      groups: [
        { ...group, guild },
        { ...other, guild },
      ],
    },
    '/groups/1/guild',
    'is bound to /groups/0 already; a guild has one group of a kind',
  ],
  [
    'a WeChat group twice',
    {
      wechatGroups: [
        { groupid: 'g', members: [] },
        { groupid: 'g', members: [] },
      ],
    },
    '/wechatGroups/1/groupid',
    'is also the groupid of /wechatGroups/0',
  ],
  [
    'a message twice',
    { messages: [message, message] },
    '/messages/1/id',
    'is also the id of /messages/0',
  ],
  ['a count below 0', { issued: -1 }, '/issued', 'must be 0 or more, not -1'],
];
