import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Why a request must not drive the mock, or undefined where it may: a web page asks, or asks by a name
 * of its own that leads here. The server's names are the address that it is bound to, and those it was given.
 */
export function intruder(request: IncomingMessage, names: readonly string[]): string | undefined {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  if (host !== undefined && !isOwn(hostnameOf(host), names, request.socket.localAddress ?? ''))
    return 'it is not called by this name; ask by its own address, such as 127.0.0.1, or give it the name by --allow-host';
  if (origin !== undefined && origin !== `http://${host ?? ''}`)
    return 'web pages of other origins must not drive it';
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return 'web pages of other sites must not drive it';
  return undefined;
}

/** The name before the port, without the brackets of IPv6. */
function hostnameOf(host: string): string {
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(host) ?? [];
  return (bracketed ?? plain ?? '').toLowerCase();
}

function isOwn(name: string, names: readonly string[], reached: string): boolean {
  if (name === 'localhost' || name === '::1') return true;
  if (isIP(name) === 4 && name.startsWith('127.')) return true;
  // What is bound to all addresses is reached at one of them.
  const isNamed = names.some((own) => own.toLowerCase() === name);
  return name !== '' && (isNamed || name === reached.replace(/^::ffff:/, ''));
}
