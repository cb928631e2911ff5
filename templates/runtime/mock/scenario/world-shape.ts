import type {
  GiftData,
  GroupData,
  GuildData,
  MembershipData,
  PlayerData,
  PlayerPlatform,
  ReportData,
  ScoreData,
  ShareData,
  SubscriptionMessageData,
  TokenData,
  UploadData,
  WechatGroupData,
  WorldData,
} from '../world/data.js';
import { flag, list, needed, object, record, text, whole, words } from './build.js';
import type { Shape } from './shape.js';

/** A text that callers gave, whatever it is: a snapshot holds what they said. */
const said = (about?: string): Shape => text(about, { empty: true });
const anyText = said();
const openid = said('The openid of a player.');
const openids = (about: string): Shape => list(anyText, about, { distinct: true });
const anyNumber = (about: string): Shape => ({ kind: 'number', about, fraction: true });
const at = anyNumber('Unix milliseconds.');
const platform = words<PlayerPlatform>("The player's account platform.", {
  qq: 'QQ',
  wechat: 'WeChat',
  guest: 'a guest',
  apple: 'Sign in with Apple',
});

const membership = object<MembershipData>('A membership of a QQ player.', {
  level: needed(whole('Its level.')),
  year: flag('Whether it is paid by the year.'),
  luxury: flag('Whether it is the luxury one.'),
  begins: whole('When it begins, in Unix seconds.'),
  ends: whole('When it ends, in Unix seconds.'),
});

const gift = object<GiftData>('A gift pack that waits for its player.', {
  giftId: needed(text('The id of the gift pack.')),
  giftCount: needed(text('How many there are, in digits.')),
});

const player = object<PlayerData>(
  'A player. What is left out is made up from the openid and the seed, always alike.',
  {
    openid: needed(openid),
    platform: needed(platform),
    nickName: anyText,
    sex: words<Required<PlayerData>['sex']>("The player's sex.", {
      male: 'male',
      female: 'female',
      unknown: 'not told',
    }),
    picture: text('The address of the picture, without a size and the slash at the end.', {
      empty: true,
      pattern: ['(?:^|[^/])$', 'an address without a slash at its end'],
    }),
    country: anyText,
    province: anyText,
    city: anyText,
    language: anyText,
    unionid: text('The id that all games of a company see.'),
    friends: openids('The openids of friends who play too.'),
    closeFriends: openids('The openids of close friends.'),
    memberships: record(membership, 'Memberships by the flags of VipFlag: 1, 4, 16 and so on.', {
      names: ['^[1-9][0-9]{0,8}$', 'a flag of VipFlag, such as 16'],
    }),
    wechatLevel: whole('The level at the WeChat privilege club.'),
    xinyueLevel: whole('The level at the Xinyue club, from 0 to 7: gamers from 1, VIPs from 5.'),
    superLevel: whole('The Super R level at the Xinyue club: 0, 10 or 11.'),
    gifts: list(gift, 'Gift packs that wait.'),
    portableWifi: flag('Whether the player has a portable Wi-Fi.'),
    dataFree: flag('Whether the player has a data-free package.'),
    adopted: flag('Whether it is a stranger of whom something had to be remembered.'),
  },
);

const token = object<TokenData>('A token that the mock knows.', {
  token: needed(text('The token itself.', { secret: true })),
  kind: needed(
    words<TokenData['kind']>('What the token is for.', {
      access: 'calls',
      refresh: 'new access tokens',
    }),
  ),
  openid: needed(openid),
  platform: needed(platform),
  expires: anyNumber('When it expires, in Unix milliseconds; never, without it.'),
  revoked: flag('Whether it was taken back.'),
  adopted: flag('Whether a player brought it, so that others may have the same.'),
});

const guild = object<GuildData>(
  'The guild to which a group is bound, or was before it was unlinked.',
  {
    id: needed(said("The guild's id.")),
    zone: needed(said("The guild's zone.")),
    name: needed(anyText),
    type: said('The kind of group, of which a guild may have several; 0 without it.'),
  },
);

const group = object<GroupData>('A QQ group, which both group interfaces see.', {
  gc: needed(said('The group number.')),
  groupOpenid: needed(text("The group's openid.")),
  joinKey: needed(text('The key with which players join.')),
  name: needed(anyText),
  memo: anyText,
  maxMembers: whole('How many members it may have.', { least: 1 }),
  owner: needed(said("The owner's openid, which stands among the members.")),
  admins: openids('The openids of the administrators, who stand among the members.'),
  members: needed(openids('The openids of all members.')),
  guild,
  unlinked: flag('Whether it is not bound to its guild any more.'),
});

const wechatGroup = object<WechatGroupData>("A WeChat group, which bears the guild's id.", {
  groupid: needed(said("The guild's id.")),
  members: needed(openids('The openids of all members.')),
  unlinked: flag('Whether the guild has let go of it.'),
});

const message = object<SubscriptionMessageData>('A message to which players may subscribe.', {
  id: needed(anyNumber("The message's id.")),
  title: needed(anyText),
  subscribers: needed(openids('The openids of those who subscribed.')),
  pushes: needed(whole('How often it was pushed.')),
});

const share = object<ShareData>('A message from one player to another.', {
  endpoint: needed(text('The path by which it was sent.')),
  from: needed(openid),
  to: needed(openid),
  at: needed(at),
});

const score = object<ScoreData>('A value that was reported of a player.', {
  openid: needed(openid),
  type: needed(anyNumber('Its type, of ReportType.')),
  data: needed(anyText),
});

const report = object<ReportData>('A battle report, or an old report of a score.', {
  openid: needed(openid),
  endpoint: needed(text('The path by which it was sent.')),
  at: needed(at),
  report: needed({ kind: 'json', about: 'What was reported, as it came.', free: true }),
});

const upload = object<UploadData>('A picture that was uploaded.', {
  mediaId: needed(text('Its media id.')),
  type: needed(anyText),
  filename: needed(anyText),
  bytes: needed(whole('Its size.')),
  at: needed(at),
});

/** The shape of a world, of a scenario or a snapshot. */
export const worldShape: Shape = object<WorldData>(
  'The world at the start, in place of the one that is made up.',
  {
    players: list(player, 'The players.'),
    tokens: list(token, 'The tokens that the mock knows.'),
    groups: list(group, 'The QQ groups.', { unique: ['gc', 'groupOpenid'] }),
    wechatGroups: list(wechatGroup, 'The WeChat groups.', { unique: ['groupid'] }),
    messages: list(message, 'The messages to which players may subscribe.', { unique: ['id'] }),
    shares: list(share, 'The messages between players.'),
    scores: list(score, 'The values that were reported of players.'),
    reports: list(report, 'The battle reports.'),
    uploads: list(upload, 'The pictures that were uploaded.', { unique: ['mediaId'] }),
    issued: whole('How many names and tokens were given out; what is made up next follows.'),
  },
);
