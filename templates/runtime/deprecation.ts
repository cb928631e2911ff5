import type { Deprecation } from './operation.js';
import { warn } from './warn.js';

/** An endpoint that is called although its end is announced. */
export interface DeprecationNotice extends Deprecation {
  readonly endpoint: string;
}

/** What was warned of already. */
const warned = new Set<string>();

/** Warns of each endpoint once in the life of the process. */
export function warnOnce({ endpoint, date, replacedBy, text }: DeprecationNotice): void {
  if (warned.has(endpoint)) return;
  warned.add(endpoint);
  const since = date === undefined ? '' : ` since ${date}`;
  const instead = replacedBy === undefined ? '' : ` Use ${replacedBy} instead.`;
  const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  warn(`${endpoint} is deprecated${since}: ${plain}${instead}`, 'DeprecationWarning');
}
