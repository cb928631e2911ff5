import { fetchTransport } from './fetch.js';
import { nodeModules, nodeTransport } from './node.js';
import type { Transport } from './transport.js';

/** The transport of the platform: by Node's own modules on Node, elsewhere by `fetch`. */
export function platformTransport(): Transport {
  const modules = nodeModules();
  return modules === undefined ? fetchTransport() : nodeTransport(modules);
}
