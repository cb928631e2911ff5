import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signQqVideoVip, signWxVideoVip } from '../../../templates/runtime/helpers/index.js';

const platformMd5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');
const filled = fc.string({ minLength: 1 });
const query = {
  channelId: 30012,
  channelSecret: 'kept-secret',
  openid: 'O',
  accessToken: 'kept-token',
};

describe('the signature for a Tencent Video membership', () => {
  it('is made of channel, secret, openid, token and time, in this order', () => {
    const time = 1_506_755_367;
    expect(signQqVideoVip({ ...query, time })).toEqual({
      openid: 'O',
      accessToken: 'kept-token',
      channel_id: 30012,
      timestamp: time,
      signature: platformMd5('30012kept-secretOkept-token1506755367'),
    });
    expect(signWxVideoVip({ ...query, time })).toEqual({
      openid: 'O',
      channel_id: 30012,
      timestamp: time,
      signature: platformMd5('30012kept-secretO1506755367'),
    });
  });

  it('signs the members that it gives', () => {
    fc.assert(
      fc.property(
        fc.record({
          channelId: fc.maxSafeNat(),
          channelSecret: filled,
          openid: filled,
          accessToken: filled,
          time: fc.date({ min: new Date(0), max: new Date('2100'), noInvalidDate: true }),
        }),
        (any) => {
          const qq = signQqVideoVip(any);
          const text = `${qq.channel_id}${any.channelSecret}${qq.openid}${qq.accessToken}${qq.timestamp}`;
          expect(qq.signature).toBe(platformMd5(text));
          const wx = signWxVideoVip(any);
          expect(wx.signature).toBe(
            platformMd5(`${wx.channel_id}${any.channelSecret}${wx.openid}${wx.timestamp}`),
          );
          expect(wx.timestamp).toBe(Math.floor(any.time.getTime() / 1000));
        },
      ),
    );
  });

  it('takes the channel 0', () => {
    expect(signWxVideoVip({ ...query, channelId: 0 }).channel_id).toBe(0);
  });

  it('signs the present without a time', () => {
    const before = Math.floor(Date.now() / 1000);
    const { timestamp } = signWxVideoVip(query);
    expect(timestamp).toBeGreaterThanOrEqual(before);
    expect(timestamp).toBeLessThanOrEqual(Date.now() / 1000);
  });

  it('refuses what cannot be signed, and shows no value', () => {
    const wrong: [Partial<typeof query> & { time?: number }, RegExp][] = [
      [{ channelSecret: '' }, /^channelSecret is empty/],
      [{ openid: '' }, /^openid is empty/],
      [{ accessToken: '' }, /^accessToken is empty/],
      [{ channelId: 1.5 }, /^channelId is no whole number/],
      [{ channelId: -1 }, /^channelId is no whole number/],
      [{ time: Date.now() }, /^time is no time in seconds: give a Date/],
      [{ time: -1 }, /^time is/],
    ];
    for (const [change, message] of wrong) {
      let thrown: unknown;
      try {
        signQqVideoVip({ ...query, ...change });
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(Error);
      expect((thrown as Error).message).toMatch(message);
      expect((thrown as Error).message).not.toMatch(/kept-/);
    }
  });
});
