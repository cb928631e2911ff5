import fc from 'fast-check';

/** Any value of JSON whose integers a number can hold, and none of whose members is called `__proto__`. */
export const safeJson: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 4 }).map((given) => {
  const value: unknown = JSON.parse(JSON.stringify(given), (name, member: unknown) => {
    if (name === '__proto__') return undefined;
    return Number.isInteger(member) && !Number.isSafeInteger(member) ? 0.5 : member;
  });
  return value;
});
