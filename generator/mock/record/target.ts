/** A request's target taken apart, each half as it was sent. */
export interface TargetParts {
  readonly path: string;
  readonly query: string;
}

/**
 * A target as a path with its query: as it was sent, a doubled leading slash included, save for a whole
 * address (RFC 9112, 3.2.2), of which the host is left out. Undefined where it names no path at all.
 */
export function originForm(target: string): string | undefined {
  const rest = target.replace(/^https?:\/\/[^/?#]*/i, '');
  if (rest.startsWith('/')) return rest;
  return rest !== target ? `/${rest}` : undefined;
}

/** The path and the query of a target; a host in it is left out. */
export function targetParts(target: string): TargetParts {
  const [, path = '', query = ''] =
    /^([^?#]*)(?:\?([^#]*))?/s.exec(originForm(target) ?? target) ?? [];
  return { path, query };
}
