import { inspect } from 'node:util';
import { expect } from 'vitest';

/** Fails where anything that a log can show of an error, or of what caused it, tells a secret. */
export function expectNoSecret(error: unknown, secrets: readonly string[]): void {
  const all = [...logged(error), ...causes(error).flatMap(logged)].join('\n');
  for (const secret of secrets)
    for (const form of formsOf(secret)) expect(all, 'a secret is shown').not.toContain(form);
}

function causes(error: unknown): unknown[] {
  const { cause } = (error ?? {}) as { readonly cause?: unknown };
  return cause === undefined ? [] : [cause, ...causes(cause)];
}

/** What a logger writes of a value. */
function logged(value: unknown): string[] {
  return [
    String(value),
    String((value as Error | undefined)?.stack),
    inspect(value, { depth: 10, showHidden: true, maxStringLength: null, maxArrayLength: null }),
    JSON.stringify(value),
  ];
}

/** A secret as it stands in text, in URLs, in JSON, and in bytes that are shown as numbers. */
function formsOf(secret: string): string[] {
  const bytes = [...Buffer.from(secret)];
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
    bytes.join(','),
  ];
}
