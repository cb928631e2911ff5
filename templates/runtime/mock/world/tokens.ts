import { Bounded } from './bounded.js';
import type { PlayerPlatform, TokenData } from './data.js';

/** Why a token is refused. */
export type TokenRefusal = 'unknown' | 'expired' | 'revoked' | 'of-another';

/** How long tokens live, in milliseconds; undefined where no document says so. */
const lifetimes = {
  wechat: { access: 7_200_000, refresh: 2_592_000_000 },
  // By the documents of 2015 each login check prolonged a token by two hours.
  qq: { access: 7_200_000, refresh: undefined },
  guest: { access: undefined, refresh: undefined },
  apple: { access: undefined, refresh: undefined },
} as const;

/** Characters of a token and its player past which it is not remembered. */
const longest = 2_000;

/** The tokens that the world knows, and those that strangers brought. */
export class Tokens {
  readonly #known = new Map<string, TokenData>();
  /** A stranger's token may be many players': it is told apart by its player. */
  readonly #adopted = new Bounded<TokenData>(50_000);
  readonly #adopts: boolean;

  constructor(tokens: readonly TokenData[], adopts: boolean) {
    for (const token of tokens) {
      if (token.adopted === true) this.#adopted.set(keyOf(token), token);
      else this.#known.set(token.token, token);
    }
    this.#adopts = adopts;
  }

  /** The token as it is known for this player, taken in where strangers are; undefined where they are not. */
  find(
    token: string,
    kind: TokenData['kind'],
    openid: string,
    platform: PlayerPlatform,
    now: number,
  ): TokenData | undefined {
    const known = this.#known.get(token);
    if (known !== undefined) return known.kind === kind ? known : undefined;
    const key = keyOf({ platform, kind, openid, token });
    const adopted = this.#adopted.get(key);
    if (adopted !== undefined || !this.#adopts) return adopted;
    const expires = endOf(platform, kind, now);
    const born = { token, kind, openid, platform, ...expires, adopted: true };
    // One that no caller has is let in, and not kept: many of its length would fill the memory.
    if (key.length < longest) this.#adopted.set(key, born);
    return born;
  }

  /** Gives a token out: its life begins. */
  give(token: TokenData, now: number): void {
    this.#put({ ...token, ...endOf(token.platform, token.kind, now) });
  }

  /** Begins the life of a token that expires anew. */
  renew(token: TokenData, now: number): void {
    if (token.expires !== undefined)
      this.#put({ ...token, ...endOf(token.platform, token.kind, now) });
  }

  /** Ends a token: it is refused from now on. */
  revoke(token: TokenData): void {
    this.#put({ ...token, revoked: true });
  }

  /** Ends every access token that a player was given, those not that the player brought. */
  revokeAccess({ openid, platform }: TokenData): void {
    for (const token of this.#known.values())
      if (token.openid === openid && token.platform === platform && token.kind === 'access')
        this.revoke(token);
  }

  #put(token: TokenData): void {
    if (token.adopted === true) this.#adopted.set(keyOf(token), token);
    else this.#known.set(token.token, token);
  }

  toJSON(): TokenData[] {
    return [...this.#known.values(), ...this.#adopted.values()];
  }
}

/** Why a token may not be used by a player now; undefined where it may. */
export function refusalOf(
  token: TokenData | undefined,
  openid: string,
  platform: PlayerPlatform,
  now: number,
): TokenRefusal | undefined {
  if (token === undefined) return 'unknown';
  if (token.revoked === true) return 'revoked';
  if (token.platform !== platform) return 'of-another';
  if (openid !== '' && token.openid !== openid) return 'of-another';
  return token.expires !== undefined && token.expires <= now ? 'expired' : undefined;
}

function keyOf({
  platform,
  kind,
  openid,
  token,
}: Pick<TokenData, 'platform' | 'kind' | 'openid' | 'token'>): string {
  // Many players may bring one access token, as tests do; a refresh token is one player's, who need not be named.
  return `${platform} ${kind} ${kind === 'access' ? openid : ''} ${token}`;
}

/** When a token ends whose life begins now; nothing where it has no known end. */
export function endOf(
  platform: PlayerPlatform,
  kind: TokenData['kind'],
  now: number,
): { expires?: number } {
  const lifetime = lifetimes[platform][kind];
  return lifetime === undefined ? {} : { expires: now + lifetime };
}
