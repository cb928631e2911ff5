import type { Received } from '../../templates/runtime/mock/exchange.js';

/** What knows secrets, by their names and in texts of any form. */
export interface Masking {
  /** Whether a member or parameter of this name holds a secret. */
  readonly covers: (name: string) => boolean;
  /** A text without the secrets that it names. */
  readonly of: (text: string) => string;
}

/** What stands in place of a secret. */
const mask = '***';

/** Values that are long enough to be told apart from ordinary words are hidden wherever they stand. */
const shortestTelltale = 8;

/** How deep a value is looked into; what lies deeper is not shown. */
const deepest = 100;

/** A received request without its secrets, as it may be shown. */
export function withoutSecrets(received: Received, masking: Masking): Received {
  const telltales = new Set<string>();
  const named = hideNamed(received, masking, telltales, 0);
  const longestFirst = [...telltales].sort((a, b) => b.length - a.length);
  return hideTexts(named, (text) =>
    longestFirst.reduce((rest, secret) => rest.replaceAll(secret, mask), masking.of(text)),
  ) as Received;
}

function hideNamed(value: unknown, masking: Masking, found: Set<string>, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return mask;
  const next = (item: unknown): unknown => hideNamed(item, masking, found, depth + 1);
  if (Array.isArray(value)) return value.map(next);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (!masking.covers(name)) return [name, next(item)];
      if (typeof item === 'string' && item.length >= shortestTelltale) found.add(item);
      return [name, item === '' || item === null || item === undefined ? item : mask];
    }),
  );
}

function hideTexts(value: unknown, hide: (text: string) => string): unknown {
  if (typeof value === 'string') return hide(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => hideTexts(item, hide));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [hide(name), hideTexts(item, hide)]),
  );
}
