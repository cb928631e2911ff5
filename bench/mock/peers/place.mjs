// @ts-check

/** Says where a server listens, as ours does. @param {unknown} address */
export function tellPlace(address) {
  const { port } = /** @type {import('node:net').AddressInfo} */ (address);
  process.stdout.write(`listening on http://127.0.0.1:${port}\n`);
}
