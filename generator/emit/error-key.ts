import type { ErrorCode } from '../model/index.js';

/** A row is known by its code, its range, or its words. */
export function keyOf({ code, to, match }: ErrorCode): number | string | readonly [number, number] {
  if (match !== undefined || code === undefined) return match ?? '';
  return to === undefined ? code : [code, to];
}
