// @ts-check
/**
 * Turns what a compiled validator reports into findings.
 *
 * @typedef {{ keyword: string, instancePath: string, params: Record<string, unknown> }} Reported
 * @typedef {import('./findings.js').Finding} Finding
 */

/** @type {Record<string, (params: Record<string, any>) => [code: string, message: string]>} */
const wording = {
  required: (p) => ['missing-member', `the member ${JSON.stringify(p.missingProperty)} is missing`],
  additionalProperties: (p) => [
    'unknown-member',
    `${JSON.stringify(p.additionalProperty)} is not a member here`,
  ],
  type: (p) => ['wrong-type', `must be ${[p.type].flat().join(' or ')}`],
  enum: (p) => ['wrong-value', `must be ${p.allowedValues.map(show).join(' or ')}`],
  const: (p) => ['wrong-value', `must be ${show(p.allowedValue)}`],
  pattern: (p) => ['wrong-form', `must match ${p.pattern}`],
  minimum: (p) => ['out-of-range', `must be at least ${p.limit}`],
  maximum: (p) => ['out-of-range', `must be at most ${p.limit}`],
  minLength: (p) => ['too-short', `must have at least ${p.limit} characters`],
  maxLength: (p) => ['too-long', `must have at most ${p.limit} characters`],
  minItems: (p) => ['too-few-items', `must have at least ${p.limit} items`],
  maxItems: (p) => ['too-many-items', `must have at most ${p.limit} items`],
  maxProperties: () => ['wrong-type', 'must be empty'],
  'x-msdk-max-bytes': (p) => ['too-long', `must have at most ${p.limit} bytes of UTF-8`],
  'x-msdk-min-bytes': (p) => ['too-short', `must have at least ${p.limit} bytes of UTF-8`],
};

/** @param {unknown} value */
function show(value) {
  return JSON.stringify(value);
}

/**
 * @param {string} endpoint
 * @param {readonly Reported[] | null | undefined} errors
 * @returns {Finding[]}
 */
export function toFindings(endpoint, errors) {
  /** @type {Map<string, Finding>} */
  const found = new Map();
  for (const { keyword, instancePath, params } of errors ?? []) {
    const word = wording[keyword];
    if (word === undefined) continue; // if, anyOf, oneOf: their parts have spoken
    const [code, message] = word(params);
    const own = params['missingProperty'] ?? params['additionalProperty'];
    const pointer = own === undefined ? instancePath : `${instancePath}/${escape(String(own))}`;
    // A byte limit outweighs the length limit that stands in for it.
    const key = `${pointer} ${code}`;
    if (found.has(key) && !keyword.startsWith('x-msdk')) continue;
    found.set(key, { severity: 'error', code, message, pointer, endpoint });
  }
  return [...found.values()].sort((a, b) =>
    a.pointer < b.pointer ? -1 : a.pointer > b.pointer ? 1 : 0,
  );
}

/** A key as a part of a JSON Pointer (RFC 6901). @param {string} key */
function escape(key) {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
