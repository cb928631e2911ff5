/** The account platform of a player. */
export type PlayerPlatform = 'qq' | 'wechat' | 'guest' | 'apple';

/** A membership of a QQ player, by the flag of its row (enum VipFlag). */
export interface MembershipData {
  readonly level: number;
  readonly year?: boolean;
  readonly luxury?: boolean;
  /** Unix seconds. */
  readonly begins?: number;
  readonly ends?: number;
}

/** A gift pack that waits for its player. */
export interface GiftData {
  readonly giftId: string;
  readonly giftCount: string;
}

/** A player. What is left out is made up from the openid and the seed, always alike. */
export interface PlayerData {
  readonly openid: string;
  readonly platform: PlayerPlatform;
  readonly nickName?: string;
  readonly sex?: 'male' | 'female' | 'unknown';
  /** Without a size and without the slash at the end. */
  readonly picture?: string;
  readonly country?: string;
  readonly province?: string;
  readonly city?: string;
  readonly language?: string;
  readonly unionid?: string;
  /** Openids of friends who play too. */
  readonly friends?: readonly string[];
  readonly closeFriends?: readonly string[];
  /** By the flags of VipFlag. */
  readonly memberships?: Readonly<Record<string, MembershipData>>;
  /** The level at the WeChat privilege club. */
  readonly wechatLevel?: number;
  /** The level at the Xinyue club, on the longest scale (enum XinyueSevenLevel). */
  readonly xinyueLevel?: number;
  /** The Super R level at the Xinyue club (enum XinyueSuperLevel). */
  readonly superLevel?: number;
  readonly gifts?: readonly GiftData[];
  readonly portableWifi?: boolean;
  readonly dataFree?: boolean;
  /** A stranger of whom something had to be remembered: nobody's friend by that. */
  readonly adopted?: boolean;
}

/** A token that the mock knows. */
export interface TokenData {
  readonly token: string;
  readonly kind: 'access' | 'refresh';
  readonly openid: string;
  readonly platform: PlayerPlatform;
  /** Unix milliseconds; without it the token does not expire. */
  readonly expires?: number;
  readonly revoked?: boolean;
  /** Brought by a player and not given out by the mock: several players may have the same. */
  readonly adopted?: boolean;
}

/** A QQ group, which both group interfaces see. */
export interface GroupData {
  /** The group number. */
  readonly gc: string;
  readonly groupOpenid: string;
  readonly joinKey: string;
  readonly name: string;
  readonly memo?: string;
  readonly maxMembers?: number;
  readonly owner: string;
  readonly admins?: readonly string[];
  /** The members' openids, the owner and the administrators among them. */
  readonly members: readonly string[];
  /** The guild to which it is bound, or was before it was unlinked. */
  readonly guild?: GuildData;
  /** It is not bound to its guild any more: it is listed no longer, but may be bound again. */
  readonly unlinked?: boolean;
}

/** The guild to which a group is bound. */
export interface GuildData {
  readonly id: string;
  readonly zone: string;
  readonly name: string;
  /** The kind of group, of which a guild may have several; 0 without it. */
  readonly type?: string;
}

/** A WeChat group, which bears the guild's id. */
export interface WechatGroupData {
  readonly groupid: string;
  readonly members: readonly string[];
  readonly unlinked?: boolean;
}

/** A message to which players may subscribe. */
export interface SubscriptionMessageData {
  readonly id: number;
  readonly title: string;
  readonly subscribers: readonly string[];
  /** How often it was pushed. */
  readonly pushes: number;
}

/** A message from one player to another. */
export interface ShareData {
  readonly endpoint: string;
  readonly from: string;
  readonly to: string;
  /** Unix milliseconds. */
  readonly at: number;
}

/** A value that was reported of a player, by its type (enum ReportType). */
export interface ScoreData {
  readonly openid: string;
  readonly type: number;
  readonly data: string;
}

/** A battle report, or an old report of a score. */
export interface ReportData {
  readonly openid: string;
  readonly endpoint: string;
  readonly at: number;
  readonly report: unknown;
}

/** A picture that was uploaded. */
export interface UploadData {
  readonly mediaId: string;
  readonly type: string;
  readonly filename: string;
  readonly bytes: number;
  readonly at: number;
}

/** Everything that the mock remembers, as JSON. A scenario's world and a snapshot have this shape. */
export interface WorldData {
  readonly players?: readonly PlayerData[];
  readonly tokens?: readonly TokenData[];
  readonly groups?: readonly GroupData[];
  readonly wechatGroups?: readonly WechatGroupData[];
  readonly messages?: readonly SubscriptionMessageData[];
  readonly shares?: readonly ShareData[];
  readonly scores?: readonly ScoreData[];
  readonly reports?: readonly ReportData[];
  readonly uploads?: readonly UploadData[];
  /** How many names and tokens were given out: what is made up next depends on it. */
  readonly issued?: number;
}
