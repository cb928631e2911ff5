import { Bounded } from './bounded.js';
import type { GiftData, MembershipData, PlayerData, PlayerPlatform } from './data.js';
import { hashOf, hexOf, numberOf, oneOf } from './made-up.js';

/** A player of whom everything is known: what the world says, and for the rest what is made up. */
export type Player = Required<Omit<PlayerData, 'adopted'>>;

/** The flags of memberships that a player may have (enum VipFlag). */
const flags = [1, 2, 4, 8, 16, 64, 128, 256, 512] as const;

/** The players that the world holds; all others are made up when somebody asks for them. */
export class Players {
  readonly #known = new Map<string, PlayerData>();
  /** The players as they were made up last: doing so costs more than the rest of a call. */
  readonly #whole = new Bounded<Player>(10_000);
  readonly #seed: number;
  readonly #adopts: boolean;

  constructor(seed: number, players: readonly PlayerData[], adopts: boolean) {
    this.#seed = seed;
    this.#adopts = adopts;
    for (const player of players) this.#known.set(keyOf(player), player);
  }

  isKnown(openid: string, platform: PlayerPlatform): boolean {
    return this.#known.has(keyOf({ openid, platform }));
  }

  /** The player of an openid. A stranger is made up as one of this platform. */
  find(openid: string, platform: PlayerPlatform): Player {
    const key = keyOf({ openid, platform });
    const before = this.#whole.get(key);
    if (before !== undefined) return before;
    const player = this.#madeUp(this.#known.get(key) ?? { openid, platform });
    this.#whole.set(key, player);
    return player;
  }

  /** Whether two players are friends. A stranger is everybody's friend where strangers are taken in. */
  areFriends(one: string, other: string, platform: PlayerPlatform): boolean {
    const a = this.#known.get(keyOf({ openid: one, platform }));
    const b = this.#known.get(keyOf({ openid: other, platform }));
    const isStrange = a === undefined || b === undefined || b.adopted === true;
    if (isStrange) return this.#adopts;
    return this.find(one, platform).friends.includes(other);
  }

  /** Changes what the world says of a player; a stranger is remembered from then on. */
  change(player: Player, change: Partial<PlayerData>): void {
    const { openid, platform } = player;
    const key = keyOf(player);
    const known = this.#known.get(key) ?? { openid, platform, adopted: true };
    this.#known.set(key, { ...known, ...change });
    this.#whole.delete(key);
  }

  toJSON(): PlayerData[] {
    return [...this.#known.values()];
  }

  #madeUp(player: PlayerData): Player {
    const { openid, platform } = player;
    const by = `${this.#seed}:${openid}`;
    const friends = player.friends ?? this.#friendsOf(openid, platform);
    return {
      nickName: `Player ${hexOf(by, 4)}`,
      // Sex and place are told no longer (server-en:1450-1458); who sets them gets them.
      sex: 'unknown',
      picture: pictureOf(platform, by),
      country: '',
      province: '',
      city: '',
      language: 'zh_CN',
      unionid: `oU${hexOf(`${by}:union`, 26)}`,
      memberships: membershipsOf(by),
      wechatLevel: numberOf(`${by}:wechat`, 9),
      xinyueLevel: numberOf(`${by}:xinyue`, 8),
      superLevel: oneOf(`${by}:super`, [0, 0, 10, 11]),
      gifts: giftsOf(by),
      portableWifi: numberOf(`${by}:wifi`, 2) === 1,
      dataFree: numberOf(`${by}:free`, 2) === 1,
      ...player,
      friends,
      closeFriends: player.closeFriends ?? friends.slice(0, 1),
    };
  }

  /** The known players of the same platform, at most twenty. */
  #friendsOf(openid: string, platform: PlayerPlatform): string[] {
    const friends: string[] = [];
    for (const other of this.#known.values()) {
      const isFriend = other.platform === platform && other.adopted !== true;
      if (isFriend && other.openid !== openid) friends.push(other.openid);
      if (friends.length === 20) break;
    }
    return friends;
  }
}

/** The same openid on another platform is another player. */
function keyOf({ openid, platform }: Pick<PlayerData, 'openid' | 'platform'>): string {
  return `${platform} ${openid}`;
}

function pictureOf(platform: PlayerPlatform, by: string): string {
  return platform === 'wechat' ? `http://wx.qlogo.cn/mmhead/${hexOf(by, 16).toLowerCase()}` : '';
}

function membershipsOf(by: string): Record<string, MembershipData> {
  const held = flags.filter((flag) => flag === 2 || hashOf(`${by}:${flag}`) % 3 === 0);
  return Object.fromEntries(
    held.map((flag) => {
      const level = 1 + numberOf(`${by}:${flag}:level`, 8);
      const year = hashOf(`${by}:${flag}:year`) % 2 === 0;
      return [flag, { level, year, begins: 1_700_000_000, ends: 1_900_000_000 }];
    }),
  );
}

function giftsOf(by: string): GiftData[] {
  return [{ giftId: String(1001 + numberOf(`${by}:gift`, 9)), giftCount: '1' }];
}
