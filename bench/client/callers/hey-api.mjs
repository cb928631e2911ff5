// @ts-check

/** @param {import('./target.mjs').Target} target */
export async function connect({ origin, exchange, bundles }) {
  const { client, relationQqprofile } = await import(bundles.heyApi);
  const { query, body } = exchange;
  client.setConfig({ baseUrl: origin });
  return async () => (await relationQqprofile({ query, body })).data;
}
