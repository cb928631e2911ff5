import type { PlayerData, PlayerPlatform, TokenData, WorldData } from './data.js';
import { hexOf } from './made-up.js';
import { endOf } from './tokens.js';

/** The players of the world that is made up: the documents' invented ones, and friends of theirs. */
const qq = ['0123456789ABCDEF0123456789ABCDEF', '89ABCDEF0123456789ABCDEF01234567'] as const;
const wechat = [
  'oAbCdEfGhIjKlMnOpQrStUvWx001',
  'oAbCdEfGhIjKlMnOpQrStUvWx002',
  'oAbCdEfGhIjKlMnOpQrStUvWx003',
] as const;
const guest = 'G_0123456789ABCDEF0123456789ABCDEF';

/**
 * The world without a scenario: four QQ players and three WeChat players who are friends, a guest, their
 * tokens, a guild with a QQ group, a WeChat group, and two messages to subscribe to.
 */
export function defaultWorld(seed: number, now: number): WorldData {
  const others = ['third', 'fourth'].map((name) => hexOf(`${seed}:${name} player`, 32));
  const players = [...qq, ...others];
  return {
    players: [
      ...named(players, 'qq'),
      ...named(wechat, 'wechat'),
      { openid: guest, platform: 'guest' },
    ],
    tokens: [
      tokenOf(`QQ-TOKEN-OF-${qq[0].slice(0, 8)}`, 'access', qq[0], 'qq', now),
      tokenOf('WECHAT-TOKEN-OF-001', 'access', wechat[0], 'wechat', now),
      tokenOf('WECHAT-REFRESH-TOKEN-OF-001', 'refresh', wechat[0], 'wechat', now),
      tokenOf('GUEST-TOKEN', 'access', guest, 'guest', now),
    ],
    groups: [
      {
        gc: '100000000',
        groupOpenid: '0011223344556677889900AABBCCDDEE',
        joinKey: 'abcdefghijklmnopqrstuvwxyz012345',
        name: 'Guild one',
        memo: 'A group for the guild',
        maxMembers: 200,
        owner: qq[0],
        members: [...qq],
        guild: { id: '1001', zone: '1', name: 'Guild one' },
      },
      {
        gc: '500000002',
        groupOpenid: 'A0000000000000000000000000000001',
        joinKey: 'k0000000000000000000000000000001',
        name: 'Group two',
        owner: qq[0],
        members: [...qq],
      },
    ],
    wechatGroups: [{ groupid: 'guild1', members: wechat.slice(0, 2) }],
    messages: [
      { id: 19, title: 'Daily reward', subscribers: [], pushes: 0 },
      { id: 43, title: 'New level', subscribers: [], pushes: 0 },
    ],
  };
}

function named(openids: readonly string[], platform: 'qq' | 'wechat'): PlayerData[] {
  const numbers = ['one', 'two', 'three', 'four'];
  return openids.map((openid, index) => ({
    openid,
    platform,
    nickName: `Player ${numbers[index] ?? index}`,
  }));
}

function tokenOf(
  token: string,
  kind: TokenData['kind'],
  openid: string,
  platform: PlayerPlatform,
  now: number,
): TokenData {
  return { token, kind, openid, platform, ...endOf(platform, kind, now) };
}
