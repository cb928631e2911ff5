import type { PlacedFinding } from '../finding.js';

/** A finding's members for programs, in the order in which they are written. */
export function findingRecord(finding: PlacedFinding): Record<string, string | number> {
  const { file } = finding.spot;
  return { ...head(finding), file, ...tail(finding) };
}

/** The same without the file, for where it is told already. */
export function findingWithinFile(finding: PlacedFinding): Record<string, string | number> {
  return { ...head(finding), ...tail(finding) };
}

function head({ severity, code, message, pointer, endpoint }: PlacedFinding) {
  return { severity, code, message, pointer, endpoint };
}

function tail({ spot, suggestion, source }: PlacedFinding) {
  return {
    line: spot.line,
    column: spot.column,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(source === undefined ? {} : { source }),
  };
}
