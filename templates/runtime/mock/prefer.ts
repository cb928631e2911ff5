import { failureReply } from './failure.js';
import type { MockOperation } from './operation.js';

/** Replies that a request asks for by its `Prefer` header. */
export interface Preference {
  readonly code: number | undefined;
  readonly table: string | undefined;
  /** The words by which an error is known. */
  readonly match: string | undefined;
  readonly example: string | undefined;
}

/**
 * Reads `code=2001`, `code=2001; table=get-groupopenid-platcode`, `match=too%20many%20times` or
 * `example=two-friends`. Values may be percent-encoded.
 */
export function readPreference(header: string | null): Preference {
  const parts = new Map(
    (header ?? '').split(/[;,]/).map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim(), decode(value.trim())];
    }),
  );
  const code = parts.get('code');
  return {
    code: code !== undefined && /^-?\d+$/.test(code) ? Number(code) : undefined,
    table: parts.get('table'),
    match: parts.get('match'),
    example: parts.get('example'),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The reply that is asked for; the first example where nothing is; undefined where there is no such reply. */
export function preferredReply(
  operation: MockOperation,
  { code, table, match, example }: Preference,
): Readonly<Record<string, unknown>> | undefined {
  if (code === undefined && table === undefined && match === undefined) {
    const found = operation.examples.find(([name]) => example === undefined || name === example);
    return found?.[1];
  }
  for (const known of operation.errors) {
    if (table !== undefined && known.id !== table) continue;
    const row = known.rows.find(
      ([first, text]) =>
        (code === undefined || first === code) && (match === undefined || text === match),
    );
    if (row !== undefined) return failureReply(operation.envelope, known, row[0], row[1]);
  }
  return undefined;
}
