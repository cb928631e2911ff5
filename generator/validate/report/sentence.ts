import type { PlacedFinding, PlacedVerdict } from '../finding.js';

/** What is wrong, behind the pointer to the value: the words of a report that has no column for pointers. */
export function sentence({ pointer, message }: PlacedFinding): string {
  return pointer === '' ? message : `${pointer} ${message}`;
}

/** Whether nothing is wrong but what warnings tell. */
export function passes({ findings }: PlacedVerdict): boolean {
  return !findings.some(({ severity }) => severity === 'error');
}
