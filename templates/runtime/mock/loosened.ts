/**
 * A reply in the loose types of the wire: numbers as digits, texts of digits as numbers, empty texts as null,
 * and empty lists as objects. The code stays a number, on which readers rely (field-notes:26).
 */
export function loosened(
  reply: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(reply).map(([name, value]) =>
      ['ret', 'msg', 'message', 'msdkExtInfo'].includes(name)
        ? [name, value]
        : [name, loose(value)],
    ),
  );
}

function loose(value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value)) return String(value);
  if (typeof value === 'string' && /^(0|[1-9]\d{0,14})$/.test(value)) return Number(value);
  if (value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? {} : value.map(loose);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, loose(member)]));
}
