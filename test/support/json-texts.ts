import fc from 'fast-check';

/** Names that mean something to pointers, prototypes, or readers of JSON. */
const name = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'b',
    '0',
    '-',
    '~',
    '/',
    '~1',
    '~0',
    '"',
    '\\',
    '__proto__',
    'length',
    '中😀',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

/** Names that are easily the same, some of them written in another way. */
const twin = fc.constantFrom(
  '"a"',
  '"\\u0061"',
  '"b"',
  '"__proto__"',
  '"~/"',
  '"~\\/"',
  '""',
  '"0"',
);

/** Any value of JSON, with names that are seldom harmless. */
export const jsonValue: fc.Arbitrary<unknown> = fc
  .letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(fc.constantFrom(null, true, false), fc.integer(), fc.double({ noNaN: true }), name),
      fc.array(tie('value'), { maxLength: 4 }),
      fc
        .array(fc.tuple(name, tie('value')), { maxLength: 4 })
        .map((pairs) => Object.fromEntries(pairs)),
    ),
  }))
  .value.map((value): unknown => JSON.parse(JSON.stringify(value)));

/** JSON in several layouts, some of it with every character escaped that may be. */
export const jsonText = fc
  .tuple(jsonValue, fc.constantFrom(undefined, 1, '\t', ' \r\n'), fc.boolean())
  .map(([value, indent, escaped]) => {
    const text = JSON.stringify(value, null, indent);
    return escaped ? escapeNonAscii(text) : text;
  });

function escapeNonAscii(text: string): string {
  return text.replace(
    /[^\u0000-\u007f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const piece = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '\\',
    '\\u',
    '\\u00e9',
    '\\"',
    '1',
    '0',
    '-',
    '.',
    'e',
  ],
  ...[
    '+',
    'true',
    'false',
    'null',
    'tru',
    'NaN',
    'None',
    "'",
    '//',
    '/*',
    '#',
    ' ',
    '\n',
    '\r',
    '\t',
  ],
  ...['\u0000', '\u001f', '\u00a0', '\ufeff', '\u2028', '\ud800', '，', '“', 'x', '1.5e-3', '"":'],
);

/** Pieces of JSON and of what is taken for it, in any order. */
export const nearlyJson = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

/** JSON of which something was left out, doubled or replaced at up to three places. */
export const mutatedJson = fc
  .tuple(
    jsonText,
    fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.oneof(fc.constant(''), piece)), { maxLength: 3 }),
  )
  .map(([text, changes]) => {
    for (const [place, removed, added] of changes) {
      const at = place % (text.length + 1);
      text = text.slice(0, at) + added + text.slice(at + removed);
    }
    return text;
  });

/** JSON whose objects may have a member more than once, in whatever spelling. */
export const jsonWithTwins: fc.Arbitrary<string> = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .oneof(fc.integer(), fc.constantFrom(null, true, ']', '"}'))
      .map((one) => JSON.stringify(one)),
    fc.array(tie('text'), { maxLength: 3 }).map((items) => `[ ${items.join(' ,')}]`),
    fc
      .array(fc.tuple(twin, tie('text')), { maxLength: 5 })
      .map((pairs) => `{${pairs.map(([key, value]) => `\n${key} : ${value}`).join(',')} }`),
  ),
})).text;
