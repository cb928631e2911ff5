import fc from 'fast-check';
import { shapeOf } from '../../../templates/runtime/mock/scenario/members.js';
import type { Shape, TextShape } from '../../../templates/runtime/mock/scenario/shape.js';

/** Names that a program could take for something else than a member. */
const hostileNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  '/',
  '~',
  '/a~b',
];

/** Any JSON, hostile names in it included. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(
        fc.tuple(
          fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom(...hostileNames)),
          tie('value'),
        ),
        { maxLength: 3 },
      )
      .map((entries) => Object.fromEntries(entries) as unknown),
  ),
})).value;

/** Values of a shape; now and then something in them is not as it should be. */
export function nearly(shape: Shape, paths: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 60, arbitrary: exactly(shape, paths) },
    { weight: 1, arbitrary: anyJson },
  );
}

function exactly(shape: Shape, paths: readonly string[]): fc.Arbitrary<unknown> {
  const below = (inner: Shape): fc.Arbitrary<unknown> => nearly(inner, paths);
  switch (shape.kind) {
    case 'text':
      return texts(shape, paths);
    case 'number':
      return fc.oneof(
        { weight: 30, arbitrary: fc.integer({ min: Math.max(shape.least ?? 0, -99), max: 99 }) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            shape.least ?? 0,
            (shape.least ?? 0) - 1,
            0.5,
            2 ** 53,
            2 ** 31,
          ),
        },
      );
    case 'flag':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'word':
      return fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom(...Object.keys(shape.words)) },
        { weight: 1, arbitrary: fc.constant('toString') },
      );
    case 'list':
      return fc.array(below(shape.of), { maxLength: 2 });
    case 'record': {
      const names = fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom('1', '16') },
        { weight: 1, arbitrary: fc.constantFrom(...hostileNames) },
      );
      return fc
        .array(fc.tuple(names, below(shape.of)), { maxLength: 2 })
        .map((entries) => Object.fromEntries(entries) as unknown);
    }
    case 'object': {
      const members = Object.entries(shape.members).map(([name, member]) =>
        fc.tuple(
          fc.constant(name),
          below(shapeOf(member)),
          fc.integer({ min: 0, max: 29 }).map((die) => ('needed' in member ? die > 0 : die < 9)),
        ),
      );
      const stray = fc.tuple(
        fc.constantFrom(...hostileNames),
        anyJson,
        fc.integer({ min: 0, max: 29 }).map((die) => die === 0),
      );
      return fc
        .tuple(...members, stray)
        .map((all) => Object.fromEntries(all.filter(([, , there]) => there)) as unknown);
    }
    case 'choice':
      return fc.oneof(...shape.of.map(below));
    case 'json':
      return shape.object === true ? fc.dictionary(fc.string(), anyJson, { maxKeys: 3 }) : anyJson;
  }
}

function texts(shape: TextShape, paths: readonly string[]): fc.Arbitrary<string> {
  const odd = fc.constantFrom(
    '',
    '/',
    'x/',
    'G_1',
    '(',
    '*',
    '2026-02-30T00:00:00Z',
    '2026-01-31',
    'x'.repeat(501),
    '😀'.repeat(300),
  );
  const right = {
    time: fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .map((date) => date.toISOString()),
    expression: fc.constantFrom('^a+$', '[x-z]', '\\d{2}'),
    endpoint: fc.constantFrom('*', ...paths),
    none: fc.string({ minLength: 1, maxLength: 4 }),
  };
  return fc.oneof(
    { weight: 30, arbitrary: right[shape.form ?? 'none'] },
    { weight: 1, arbitrary: odd },
  );
}
