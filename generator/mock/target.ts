/** Scheme and host of the absolute form, in which proxies are asked. */
const authority = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;

/** Path and query of what stands on a request line. A doubled leading slash is no host. */
export function targetOf(requestTarget: string): string {
  if (requestTarget.startsWith('/')) return requestTarget;
  const rest = requestTarget.replace(authority, '');
  return rest.startsWith('/') || rest === '*' ? rest : `/${rest}`;
}

/** The path of a target. */
export function pathOf(target: string): string {
  const end = target.indexOf('?');
  return end === -1 ? target : target.slice(0, end);
}

/** What the query asks of the connection by `conn`: to keep it, to close it, or nothing. */
export function connectionAsked(target: string): 'keep' | 'close' | undefined {
  const at = target.indexOf('conn=');
  if (at === -1) return undefined;
  const [, value] = /[?&]conn=([01])(?:&|$)/.exec(target) ?? [];
  return value === undefined ? undefined : value === '1' ? 'keep' : 'close';
}
