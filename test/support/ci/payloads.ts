const token = 'FEDCBA9876543210FEDCBA9876543210';
const openid = '0123456789ABCDEF0123456789ABCDEF';
const request = { appid: '100000001', openid, accessToken: token };
const endpoint = '/relation/qqprofile';

/** An exchange that has nothing wrong with it. */
export const goodText = JSON.stringify({ endpoint, request });

/** An exchange with one error: its openid is a number. */
export const badText = JSON.stringify({ endpoint, request: { ...request, openid: 7 } });

/** The request alone, which says nothing of its endpoint. */
export const bareText = JSON.stringify(request);

/** A reply in the loose form of the wire: `ret` is a text. */
export const looseText = JSON.stringify({
  endpoint: '/auth/verify_login',
  response: { ret: '0', msg: 'success' },
});

/** An exchange without an error, of an endpoint that is deprecated. */
export const deprecatedText = JSON.stringify({
  endpoint: '/profile/load_vip',
  request: { ...request, vip: 16 },
});

/** A signed exchange; its key is in the test vectors of the signature. */
export const signedText = JSON.stringify({
  endpoint,
  request,
  query: {
    appid: request.appid,
    openid,
    timestamp: '1478745715',
    sig: 'b5902740eb307332799ab71150d33e67',
    encode: '1',
  },
});

/** Names that a careless script would carry out, split, expand, take for an option, or lose. */
export const hostileNames = [
  'with space.json',
  ' blanks at both ends ',
  `it's "quoted".json`,
  '$(touch pwned).json',
  '`touch pwned`.json',
  ';touch pwned;.json',
  '${{ github.token }}.json',
  '-x.json',
  '--help',
  '--reporter=pretty',
  '-',
  '*.json',
  '[ab] {c,d} !(e).json',
  '~',
  '%25,a:b=c.json',
  '::add-mask::a.json',
  'back\\slash.json',
  '资料.json',
];
