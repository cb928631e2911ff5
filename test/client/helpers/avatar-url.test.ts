import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  qqAvatarUrl,
  wechatAvatarUrl,
  type QqAvatarWidth,
  type WechatAvatarWidth,
} from '../../../templates/runtime/helpers/index.js';

const qqWidth = fc.constantFrom<QqAvatarWidth[]>(40, 100, '40', '100');
const wechatWidth = fc.constantFrom<WechatAvatarWidth[]>(0, 46, 64, 96, 132, '0', '132');
const base = fc
  .tuple(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.nat(3))
  .map(([url, slashes]) => url.replace(/(?=[?#]|$)/, `/picture${'/'.repeat(slashes)}`));

describe('the URL of an avatar', () => {
  it('has one slash before the width, whether the reply gives one or not', () => {
    for (const url of ['http://q.example.com/qqapp/1/A', 'http://q.example.com/qqapp/1/A/'])
      expect(qqAvatarUrl(url, 40)).toBe('http://q.example.com/qqapp/1/A/40');
    expect(wechatAvatarUrl('http://wx.example.com/mmhead/L', 132)).toBe(
      'http://wx.example.com/mmhead/L/132',
    );
    expect(wechatAvatarUrl('wx.example.com/mmopen/P//', 0)).toBe('wx.example.com/mmopen/P/0');
  });

  it('replaces the width that the reply has already', () => {
    expect(wechatAvatarUrl('http://wx.example.com/mmopen/u/0', 96)).toBe(
      'http://wx.example.com/mmopen/u/96',
    );
    expect(qqAvatarUrl('http://q.example.com/qqapp/1/A/40/', '100')).toBe(
      'http://q.example.com/qqapp/1/A/100',
    );
    expect(qqAvatarUrl('http://q.example.com/qqapp/1/A/132', 40)).toBe(
      'http://q.example.com/qqapp/1/A/132/40',
    );
  });

  it('keeps query and fragment behind the width', () => {
    expect(qqAvatarUrl('http://q.example.com/A/?t=1/2#x/', 40)).toBe(
      'http://q.example.com/A/40?t=1/2#x/',
    );
    expect(wechatAvatarUrl('http://wx.example.com/A#x?y', 0)).toBe('http://wx.example.com/A/0#x?y');
  });

  it('depends on the last width alone', () => {
    fc.assert(
      fc.property(base, qqWidth, qqWidth, (url, first, last) => {
        expect(qqAvatarUrl(qqAvatarUrl(url, first), last)).toBe(qqAvatarUrl(url, last));
      }),
    );
    fc.assert(
      fc.property(base, wechatWidth, wechatWidth, (url, first, last) => {
        expect(wechatAvatarUrl(wechatAvatarUrl(url, first), last)).toBe(wechatAvatarUrl(url, last));
      }),
    );
  });

  it('is undefined where there is no avatar', () => {
    for (const none of [undefined, '', '/', '?x=1']) {
      expect(qqAvatarUrl(none, 40)).toBeUndefined();
      expect(wechatAvatarUrl(none, 0)).toBeUndefined();
    }
  });

  it('refuses the width of another platform and names its own', () => {
    expect(() => qqAvatarUrl('http://q.example.com/A', 132 as never)).toThrow(
      new RangeError('a QQ avatar has no width "132": use one of 40, 100'),
    );
    expect(() => wechatAvatarUrl('', 40 as never)).toThrow(/one of 0, 46, 64, 96, 132$/);
  });
});
