/** Scheme and host of the absolute form, in which proxies are asked (RFC 9112, 3.2.2). */
const authority = /^https?:\/\/[^/?#]*/i;

/** Path and query of what stands on a request line. A doubled leading slash is no host. */
export function targetOf(requestTarget: string): string {
  return originForm(requestTarget) ?? (requestTarget === '*' ? '*' : `/${requestTarget}`);
}

/**
 * A target as a path with its query, as it was sent, without the host of the absolute form. Undefined where
 * it names no path at all.
 */
export function originForm(target: string): string | undefined {
  if (target.startsWith('/')) return target;
  const rest = target.replace(authority, '');
  if (rest === target) return undefined;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** The path and the query of a target, each half as it was sent; a host in it is left out. */
export function targetParts(target: string): { readonly path: string; readonly query: string } {
  const [, path = '', query = ''] =
    /^([^?#]*)(?:\?([^#]*))?/s.exec(originForm(target) ?? target) ?? [];
  return { path, query };
}

/** What the query asks of the connection by `conn`: to keep it, to close it, or nothing. */
export function connectionAsked(target: string): 'keep' | 'close' | undefined {
  const at = target.indexOf('conn=');
  if (at === -1) return undefined;
  const [, value] = /[?&]conn=([01])(?:&|$)/.exec(target) ?? [];
  return value === undefined ? undefined : value === '1' ? 'keep' : 'close';
}
