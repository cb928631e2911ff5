import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gameCentrePage,
  qqShareTarget,
  type ShareKind,
} from '../../../templates/runtime/helpers/index.js';

const pairs: [ShareKind, string, string][] = [
  ['heartSend', 'gameobj.msg_heart', 'MSG_HEART_SEND'],
  ['invite', 'gameobj.msg_invite', 'MSG_INVITE'],
  ['friendExceed', 'gameobj.msg_exceed', 'MSG_FRIEND_EXCEED'],
  ['friendPvp', 'gameobj.msg_pvp', 'MSG_SHARE_FRIEND_PVP'],
];
const page = fc.webUrl({ withQueryParameters: true, withFragments: true, size: '-1' });

describe('the target of a share', () => {
  it('has the ADTAG that goes with its game_tag', () => {
    for (const [kind, adtag, gameTag] of pairs)
      expect(qqShareTarget(kind, gameCentrePage('100000001'))).toEqual({
        target_url: `http://gamecenter.qq.com/gcjump?appid=100000001&pf=invite&from=iphoneqq&plat=qq&originuin=111&ADTAG=${adtag}`,
        game_tag: gameTag,
      });
  });

  it('keeps a page of any form, and has one ADTAG', () => {
    const kind = fc.constantFrom(...pairs);
    fc.assert(
      fc.property(page, kind, kind, (url, [first], [last, adtag]) => {
        const { target_url: target } = qqShareTarget(last, qqShareTarget(first, url).target_url);
        expect(target).toBe(qqShareTarget(last, url).target_url);
        const made = new URL(target);
        const asked = new URL(url);
        expect(made.searchParams.getAll('ADTAG')).toEqual([adtag]);
        expect([made.origin, made.pathname, made.hash]).toEqual([
          asked.origin,
          asked.pathname,
          asked.hash,
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('replaces an ADTAG in any case, and nothing that only looks like it', () => {
    const target = (url: string): string => qqShareTarget('invite', url).target_url;
    const tag = 'ADTAG=gameobj.msg_invite';
    expect(target('https://example.com/p?adtag=x&a=1&ADTAG&b=ADTAG=2#f?ADTAG=y')).toBe(
      `https://example.com/p?a=1&b=ADTAG=2&${tag}#f?ADTAG=y`,
    );
    expect(target('https://example.com/p?')).toBe(`https://example.com/p?${tag}`);
    expect(target('https://example.com?ADTAGS=1')).toBe(`https://example.com?ADTAGS=1&${tag}`);
    expect(target('https://example.com/p?a=1?2#x#y')).toBe(
      `https://example.com/p?a=1?2&${tag}#x#y`,
    );
  });

  it('has 256 bytes at most', () => {
    const start = 'http://example.com/';
    const room = 256 - `${start}?ADTAG=gameobj.msg_invite`.length;
    const longest = start + 'x'.repeat(room);
    expect(qqShareTarget('invite', longest).target_url).toHaveLength(256);
    expect(() => qqShareTarget('invite', `${longest}x`)).toThrow(/^target_url has 257 bytes, 256/);
    expect(() => qqShareTarget('invite', start + '游'.repeat(room / 2))).toThrow(RangeError);
  });

  it('is refused for a kind without an ADTAG, and for what is no page', () => {
    for (const kind of ['recallArk', 'MSG_INVITE', 'toString'])
      expect(() => qqShareTarget(kind as ShareKind, 'http://example.com')).toThrow(
        /has no ADTAG: use one of invite, friendExceed, heartSend, friendPvp$/,
      );
    for (const wrong of ['', '100000001', '//example.com', 'http://', 'http://a.b/c d', 'ftp://a'])
      expect(() => qqShareTarget('invite', wrong)).toThrow(TypeError);
  });
});

describe('the page in the game centre', () => {
  it("takes the game's appid on QQ", () => {
    expect(gameCentrePage(100000001)).toBe(gameCentrePage('100000001'));
    for (const wrong of ['', 'wx0000000000000001', '{YOUR_APPID}', 1.5])
      expect(() => gameCentrePage(wrong)).toThrow(TypeError);
  });
});
