import { isMalformed } from './text.js';

/** The values of these members, wherever they stand in what a caller gave. */
export function secretValues(given: unknown, names: readonly string[]): string[] {
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    if (!names.includes(name)) return secretValues(value, names);
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  });
}

/** A text without these secrets, as they are and as they stand in URLs and JSON. */
export function masked(text: string, secrets: readonly string[]): string {
  return secrets
    .flatMap((secret) => [
      secret,
      isMalformed(secret) ? '' : encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
    ])
    .filter((form) => form !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((shown, form) => shown.replaceAll(form, '***'), text);
}

/**
 * What caused an error, fit to be shown: the cause itself where nothing of it tells a secret, else an
 * error of the same name and code without them.
 */
export function safeCause(cause: unknown, secrets: readonly string[]): unknown {
  if (!tells(cause, secrets, 0)) return cause;
  const { name, message, code } = cause as Readonly<Record<string, unknown>>;
  const safe = new Error(masked(String(message), secrets));
  return Object.assign(safe, { stack: undefined, name: masked(String(name), secrets), code });
}

function tells(value: unknown, secrets: readonly string[], depth: number): boolean {
  if (typeof value === 'string') return masked(value, secrets) !== value;
  if (typeof value !== 'object' || value === null) return false;
  const isOpen =
    value instanceof Error ||
    Array.isArray(value) ||
    Object.getPrototypeOf(value) === Object.prototype;
  // What cannot be looked into, or leads on and on, may tell anything.
  if (!isOpen || depth > 4) return true;
  return Reflect.ownKeys(value).some((key) => tells(Reflect.get(value, key), secrets, depth + 1));
}
