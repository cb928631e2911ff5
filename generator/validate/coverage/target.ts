import type { ErrorKey } from '../../../templates/runtime/error-table.js';

/** The part of an exchange whose payload is counted. */
export type CountedPart = 'query' | 'request' | 'response';

/** To what a target belongs: the endpoint itself, the members of a part, documented values, error codes. */
export type TargetGroup = 'endpoint' | CountedPart | 'values' | 'errors';

/** One thing that a payload can exercise. */
export interface Target {
  readonly group: TargetGroup;
  /** Under which it is counted; unique over all endpoints. Whatever may hold spaces stands last. */
  readonly key: string;
  /** By which a report tells it; unique within the endpoint's group. */
  readonly name: string;
}

/** That an endpoint is called at all. */
export function endpointTarget(path: string): Target {
  return { group: 'endpoint', key: `endpoint ${path}`, name: path };
}

/** A member of a part, or of a struct that stands somewhere in that part. */
export function memberTarget(
  path: string,
  part: CountedPart,
  struct: string | undefined,
  member: string,
): Target {
  const name = struct === undefined ? member : `${struct}.${member}`;
  return { group: part, key: `member ${path} ${part} ${name}`, name };
}

/** A documented value of an enumeration, wherever in the endpoint it is sent or received. */
export function valueTarget(path: string, enumName: string, value: number | string): Target {
  const name = `${enumName} ${value}`;
  return { group: 'values', key: `value ${path} ${name}`, name };
}

/** A row of an error table, as an answer of the endpoint. */
export function errorTarget(path: string, table: string, key: ErrorKey): Target {
  const name = `${table} ${keyText(key)}`;
  return { group: 'errors', key: `error ${path} ${name}`, name };
}

/** A code, a range, or words in quotes: a text that tells each apart from all others. */
export function keyText(key: ErrorKey): string {
  if (typeof key === 'object') return `${key[0]}..${key[1]}`;
  return typeof key === 'string' ? JSON.stringify(key) : String(key);
}
