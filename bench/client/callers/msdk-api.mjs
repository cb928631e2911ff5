// @ts-check
/** @type {Record<string, object>} */
const variants = {
  default: {},
  unvalidated: { validate: false },
  fetch: { fetch: globalThis.fetch },
};

/** @param {import('./target.mjs').Target} target @param {string} variant */
export async function connect({ origin, exchange, bundles }, variant) {
  const { createMsdk } = await import(bundles.ours);
  const { appid, openid, accessToken } = exchange.body;
  const apps = { qq: { appid, key: 'a key of no game' } };
  const msdk = createMsdk({ baseUrl: origin, apps, ...variants[variant] });
  return () => msdk.relation.qqprofile({ openid, accessToken });
}
