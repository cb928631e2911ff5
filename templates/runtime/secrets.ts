import { isMalformed } from './text.js';

/** The values of these members, wherever they stand in what a caller gave. */
export function secretValues(given: unknown, names: readonly string[], depth = 8): string[] {
  if (typeof given !== 'object' || given === null || depth === 0) return [];
  try {
    return Object.entries(given).flatMap(([name, value]) => {
      if (!names.includes(name)) return secretValues(value, names, depth - 1);
      return value ? [String(value)] : [];
    });
  } catch {
    // What cannot be read is not sent either.
    return [];
  }
}

/** A text without these secrets, as they are, and as ASCII stands in URLs and JSON, in capitals or not. */
export function masked(text: string, secrets: readonly string[]): string {
  const patterns = secrets
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length)
    .map((secret) => Array.from(secret, patternOf).join(''));
  return patterns.length === 0 ? text : text.replace(new RegExp(patterns.join('|'), 'gi'), '***');
}

/** A character as it is, behind a backslash, and as a URL has it. */
function patternOf(character: string): string {
  const inUrl = isMalformed(character) ? character : encodeURIComponent(character);
  const forms = [character, inUrl].map((form) => form.replace(/\W/g, '\\$&'));
  return `(?:\\\\?${forms.join('|')})`;
}

/**
 * What caused an error, fit to be shown: the cause itself where nothing of it tells a secret, else an
 * error of the same name, message and code without them.
 */
export function safeCause(cause: unknown, secrets: readonly string[]): unknown {
  try {
    if (!tells(cause, secrets, 0)) return cause;
    const { name, message, code } = cause as Readonly<Record<string, unknown>>;
    return Object.assign(new Error(masked(String(message), secrets)), {
      name: masked(String(name), secrets),
      code: typeof code === 'string' ? masked(code, secrets) : undefined,
    });
  } catch {
    return new Error('error');
  }
}

function tells(value: unknown, secrets: readonly string[], depth: number): boolean {
  if (typeof value === 'function') return true;
  if (typeof value !== 'object' || value === null)
    return masked(String(value), secrets) !== String(value);
  const isOpen = value instanceof Error || Array.isArray(value) || value.constructor === Object;
  // What cannot be looked into, or leads on and on, may tell anything.
  if (!isOpen || depth > 4) return true;
  const shown = Reflect.ownKeys(value).flatMap((key) => [key, Reflect.get(value, key) as unknown]);
  return [Reflect.apply(String, undefined, [value]), ...shown].some((one) =>
    tells(one, secrets, depth + 1),
  );
}
