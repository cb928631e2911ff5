/** What is wrong with an argument, and where. */
export interface Finding {
  readonly severity: 'error';
  /** Kebab-case and stable; the validators use the same. */
  readonly code: string;
  /** What was expected, in words. It shows no value of a secret member. */
  readonly message: string;
  /** JSON Pointer (RFC 6901) into the argument, also of a member that is missing. */
  readonly pointer: string;
  readonly endpoint: string;
  readonly suggestion?: string;
}

/** A finding. */
export function finding(
  code: string,
  message: string,
  pointer: string,
  endpoint: string,
  suggestion?: string,
): Finding {
  const found = { severity: 'error', code, message, pointer, endpoint } as const;
  return suggestion ? { ...found, suggestion } : found;
}

/** A member's name behind a JSON Pointer. */
export function pointerTo(parent: string, name: string): string {
  if (!name.includes('~') && !name.includes('/')) return `${parent}/${name}`;
  return `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Findings as the lines of a message. */
export function findingLines(findings: readonly Finding[]): string {
  return findings
    .map(({ pointer, message, suggestion }) =>
      `${pointer} ${message}${suggestion ? `; ${suggestion}` : ''}`.trim(),
    )
    .join('\n  ');
}
