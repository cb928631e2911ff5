import { utf8Length } from './utf8.js';

/** A kind of share whose tags the documents pair. */
export type ShareKind = 'invite' | 'friendExceed' | 'heartSend' | 'friendPvp';

/** The members of a share/qq request that belong together. */
export interface ShareTarget {
  target_url: string;
  game_tag: 'MSG_INVITE' | 'MSG_FRIEND_EXCEED' | 'MSG_HEART_SEND' | 'MSG_SHARE_FRIEND_PVP';
}

interface Tags {
  readonly adtag: string;
  readonly gameTag: ShareTarget['game_tag'];
}

const tagsOf: Readonly<Record<ShareKind, Tags>> = {
  invite: { adtag: 'gameobj.msg_invite', gameTag: 'MSG_INVITE' },
  friendExceed: { adtag: 'gameobj.msg_exceed', gameTag: 'MSG_FRIEND_EXCEED' },
  heartSend: { adtag: 'gameobj.msg_heart', gameTag: 'MSG_HEART_SEND' },
  friendPvp: { adtag: 'gameobj.msg_pvp', gameTag: 'MSG_SHARE_FRIEND_PVP' },
};

/** The newest document's limit; older ones have 512. */
const maxBytes = 256;

/**
 * The `target_url` and the `game_tag` of a share/qq request of one kind, which have to agree: spread them
 * into the request. (An example of the documents has a pair that does not agree.)
 *
 * `page` is the game's page in the game centre, an absolute URL such as {@link gameCentrePage} gives; an
 * ADTAG that it has already is replaced, in whatever case it is written. The documents pair no ADTAG with
 * the tags of C2C and ark messages, so these kinds are not offered. Throws a RangeError for another kind
 * and for a URL of more than 256 bytes, a TypeError for a page that is no absolute URL.
 *
 * Source: server-en:2627-2643, server-en:2676-2680, server-ko:2119, server-ko:2123, qq-en:86, qq-en:90,
 * qq-zh:86, qq-zh:90
 */
export function qqShareTarget(kind: ShareKind, page: string): ShareTarget {
  if (!Object.hasOwn(tagsOf, kind))
    throw new RangeError(
      `${JSON.stringify(kind)} has no ADTAG: use one of ${Object.keys(tagsOf).join(', ')}`,
    );
  if (!/^https?:\/\/[^\s/?#]\S*$/.test(page))
    throw new TypeError('page is no absolute URL: give the one of the page in the game centre');
  const { adtag, gameTag } = tagsOf[kind];
  const target = withAdtag(page, adtag);
  const bytes = utf8Length(target);
  if (bytes > maxBytes)
    throw new RangeError(
      `target_url has ${bytes} bytes, ${maxBytes} is the limit: shorten the query of page`,
    );
  return { target_url: target, game_tag: gameTag };
}

/**
 * The game's page in the QQ game centre, as the documents write it, without an ADTAG. `appid` is the
 * game's on QQ, digits alone; throws a TypeError for another. A game with a page of its own uses that.
 *
 * The documents show these parameters for an invitation only, and say of none but ADTAG that it
 * differs between kinds: here the others are the same for all.
 *
 * Source: qq-en:86, qq-zh:86, server-en:2676, server-ko:2145
 */
export function gameCentrePage(appid: string | number): string {
  if (!/^\d+$/.test(String(appid)))
    throw new TypeError('appid is not made of digits: give the one that the game has on QQ');
  return `http://gamecenter.qq.com/gcjump?appid=${appid}&pf=invite&from=iphoneqq&plat=qq&originuin=111`;
}

function withAdtag(page: string, adtag: string): string {
  const [url = '', ...fragment] = page.split('#');
  const [path = '', ...query] = url.split('?');
  const kept = query
    .join('?')
    .split('&')
    .filter((pair) => pair !== '' && !/^adtag(=|$)/i.test(pair));
  return [`${path}?${[...kept, `ADTAG=${adtag}`].join('&')}`, ...fragment].join('#');
}
