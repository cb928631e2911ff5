// @ts-check

/**
 * Variations of a payload, each with one change at one place: a member more or less, another type, a
 * value out of bounds. Most of them break the schema.
 * @param {unknown} value
 * @returns {Generator<unknown>}
 */
export function* variationsOf(value) {
  yield* othersThan(value);
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield { ...value, surplus: 1 };
  else if (value.length > 0) yield [...value, value[0]];
  for (const [name, member] of Object.entries(value)) {
    if (!Array.isArray(value)) {
      const { [name]: _, ...rest } = /** @type {Record<string, unknown>} */ (value);
      yield rest;
    }
    for (const other of variationsOf(member)) yield replaced(value, name, other);
  }
}

/** @param {unknown} value */
function* othersThan(value) {
  yield null;
  yield typeof value === 'string' ? 1 : 'text';
  // Not the empty array for an object without required members: valibot takes it for one.
  if (typeof value === 'object') yield Array.isArray(value) ? {} : [value];
  if (typeof value === 'string') yield value.padEnd(3000, '.');
  if (typeof value === 'number') yield* [value + 0.5, value + 1, value === 0];
  if (typeof value === 'boolean') yield Number(value);
}

/**
 * @param {object} value
 * @param {string} name
 * @param {unknown} member
 */
function replaced(value, name, member) {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  return Object.assign(copy, { [name]: member });
}
