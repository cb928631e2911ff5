/** What `is_lost` says where nothing was lost, in the forms of the wire. */
const complete: readonly unknown[] = [undefined, null, '', '0', 0, false];

/**
 * Whether a reply says that part of its data was lost or is wrong (`is_lost`): it must not be cached,
 * and what was cached before is better (server-en:404-405, server-en:704).
 */
export function isDegraded(reply: object): boolean {
  return !complete.includes((reply as { readonly is_lost?: unknown }).is_lost);
}
