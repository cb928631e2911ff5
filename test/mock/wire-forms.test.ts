import { describe, expect, it } from 'vitest';
import { bodyOf, calledMock, type Json } from '../support/mock-caller.js';

const friends = '/relation/qqfriends_detail';
const share = '/share/qq';
const receivers = [{ openid: '89ABCDEF0123456789ABCDEF01234567', type: 0 }];

describe('what real programs send', () => {
  it.each<[string, string, Json]>([
    ['an appid that is a number', friends, { appid: 100000001 }],
    [
      'members that no document names',
      friends,
      { version: '2.0', platform: 'qq', msdkExtInfo: 'x' },
    ],
    ['receivers as JSON text', share, { fopenids: JSON.stringify(receivers) }],
    ['receivers as a list', share, { fopenids: receivers }],
    ['numbers as digits', share, { dst: '1001', flag: '1', src: '0' }],
    ['a second spelling of the token', share, { accessToken: 'T' }],
    ['digits for a flag', friends, { flag: '2' }],
    ['a value that is in no list, for what may be left out', friends, { flag: 0 }],
    ['nothing for what may be left out', share, { src: null, userip: '' }],
    ['a list as JSON text', '/relation/wxprofile', { openids: '["oA","oB"]' }],
  ])('%s is taken', async (_what, path, changes) => {
    expect(await calledMock().ask(path, bodyOf(path, changes))).toMatchObject({ ret: 0 });
  });

  it('a list as JSON text is read as the list', async () => {
    const { ask } = calledMock();
    const asked = bodyOf('/relation/wxprofile', { openids: '["oA","oB"]' });
    const { lists } = await ask('/relation/wxprofile', asked);
    expect(lists).toMatchObject([{ openid: 'oA' }, { openid: 'oB' }]);
  });

  it.each<[string, string, Json]>([
    ['a text for a number', share, { dst: 'everywhere' }],
    ['a list for a text', friends, { openid: ['A'] }],
    ['an object for a text', friends, { accessToken: {} }],
    ['a number for a text', friends, { openid: 1 }],
    ['an empty text that has to be there', friends, { openid: '' }],
    ['null that has to be there', friends, { accessToken: null }],
    ['a constant that is another', share, { act: 0 }],
    ['two receivers in a text', share, { fopenids: JSON.stringify([...receivers, ...receivers]) }],
    ['no receiver', share, { fopenids: [] }],
    ['a text that is no list of receivers', share, { fopenids: 'everybody' }],
    ['an empty text for the receivers', share, { fopenids: '' }],
    ['receivers in a text that are none', share, { fopenids: '["B"]' }],
  ])('%s is refused with -1011', async (_what, path, changes) => {
    expect(await calledMock().ask(path, bodyOf(path, changes))).toMatchObject({
      ret: -1011,
      err_type: '5',
    });
  });

  it.each<[string, string, Json]>([
    ['digits for a number', share, { dst: '1001' }],
    ['a number for an appid', friends, { appid: 100000001 }],
  ])('%s is refused where types are strict', async (_what, path, changes) => {
    const { ask } = calledMock({ strictTypes: true });
    expect(await ask(path, bodyOf(path, changes))).toMatchObject({ ret: -1011 });
  });

  it.each(['application/x-www-form-urlencoded', 'application/json; charset=utf-8', 'text/plain'])(
    'a body is JSON whatever its type says: %s',
    async (type) => {
      const extras = { headers: { 'content-type': type } };
      expect(await calledMock().ask(friends, bodyOf(friends), extras)).toMatchObject({ ret: 0 });
    },
  );

  it.each(['/profile/get_xinyue_super', '/freeflow/getinfo'])(
    '%s is posted with an empty body',
    async (path) => {
      const query = { access_token: 'T', access_type: '1', trace_id: 'x', openid: 'A' };
      expect(await calledMock().ask(path, undefined, { query })).toMatchObject({ ret: 0 });
    },
  );

  it('a guest has the game’s appid behind a prefix, and the game’s key', async () => {
    const { ask } = calledMock({ anyKey: false, apps: [{ appid: '7', msdkkey: 'k' }] });
    const signed = {
      appid: 'G_7',
      openid: 'G_1',
      timestamp: '1',
      sig: 'a1e2bdbcc2d3b27a5ea35d9f5cbf8cd7',
    };
    const guest = { guestid: 'G_1', accessToken: 'T' };
    const refused = await ask('/auth/guest_check_token', guest, { query: signed });
    expect(refused).toMatchObject({ ret: -502 });
    const { sign } = await import('../../generated/client/index.js');
    const query = { ...signed, sig: sign('k', '1') };
    expect(await ask('/auth/guest_check_token', guest, { query })).toMatchObject({ ret: 0 });
    expect(await ask(friends, bodyOf(friends), { query })).toMatchObject({ ret: -901 });
  });

  it('addresses of pictures begin with https where a call asks for it in one of two ways', async () => {
    const { ask } = calledMock();
    const picture = async (query: Readonly<Record<string, string>>): Promise<string> => {
      const reply = await ask('/relation/qqprofile', bodyOf('/relation/qqprofile'), { query });
      return String(reply['picture40']).split(':')[0] ?? '';
    };
    expect(await picture({})).toBe('http');
    expect(await picture({ ishttps: '0' })).toBe('http');
    expect(await picture({ ishttps: '1' })).toBe('https');
    expect(await picture({ version: '2.15.9a' })).toBe('http');
    expect(await picture({ version: '2.16.0i' })).toBe('https');
    expect(await picture({ version: '10.0' })).toBe('https');
    expect(await picture({ version: 'new' })).toBe('http');
  });
});
