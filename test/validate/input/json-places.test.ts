/**
 * The laws: what stands at a place that was told is the value that `JSON.parse` has there; a member is
 * called doubled exactly where an object has it twice; each unit of a decoded string is found in the
 * text; none of it needs stack for depth, or time beyond the text's length.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findDuplicateMember,
  lineAndColumn,
  locate,
  rawOffset,
} from '../../../generator/validate/input/json-text.js';
import { jsonText, jsonWithTwins } from '../../support/json-texts.js';

/** Every pointer into a value, with what it points at. */
function pointersOf(value: unknown, pointer = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[pointer, value]];
  const inner = Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([name, one]) =>
    pointersOf(one, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
  return [[pointer, value], ...inner];
}

function at(text: string, pointer: string, of: 'key' | 'value', start?: number): string {
  const range = locate(text, pointer, of, start);
  return text.slice(range.start, range.end);
}

const lastName = (pointer: string): string =>
  pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');

describe('a value by its pointer', () => {
  it.each([
    ['any JSON', jsonText],
    ['JSON with members written twice', jsonWithTwins],
  ])('is where JSON.parse has it, and its key before it, in %s', (_, texts) => {
    fc.assert(
      fc.property(texts, fc.constantFrom('', ' \n', '{"a": '), (text, before) => {
        const whole = before + text + ', "a": 0}';
        for (const [pointer, value] of pointersOf(JSON.parse(text))) {
          expect(JSON.parse(at(whole, pointer, 'value', before.length))).toStrictEqual(value);
          const key = at(whole, pointer, 'key', before.length);
          if (key.startsWith('"') && JSON.parse(key) !== value)
            expect(JSON.parse(key)).toBe(lastName(pointer));
        }
      }),
    );
  });

  it.each([
    ['{"a": {"b": [1, 22]}}', '/a/b/1', 'value', '22'],
    ['{"a": {"b": [1, 22]}}', '/a/b', 'key', '"b"'],
    ['{"a": {"b": [1, 22]}}', '/a/b/1', 'key', '22'],
    [' {"a": 1} ', '', 'value', '{"a": 1}'],
    [' {"a": 1} ', '', 'key', '{"a": 1}'],
    ['{"a": 1, "a": 2}', '/a', 'value', '2'],
    ['{"a": {"b": 1}, "a": {"c": 2}}', '/a/b', 'value', '{'],
    ['{"a": {"b": 1}, "a": 33}', '/a/b', 'value', '33'],
    ['{"a/b": 1, "~": 2}', '/a~1b', 'key', '"a/b"'],
    ['{"~1": 2}', '/~01', 'value', '2'],
    ['{"\\u0061": 2}', '/a', 'key', '"\\u0061"'],
    ['{"": {"": 3}}', '//', 'value', '3'],
  ] as const)('in %s at "%s" (%s) is %s', (text, pointer, of, expected) => {
    expect(at(text, pointer, of)).toBe(expected);
  });

  it.each([
    ['{"x": 0, "a": {"b": 1}}', '/a/c', '{', 14],
    ['{"a": {"b": 1}}', '/z/c/d', '{', 0],
    ['{"a": [1, 2]}', '/a/2', '[', 6],
    ['{"a": [1, 2]}', '/a/-', '[', 6],
    ['{"a": [1, 2]}', '/a/01', '[', 6],
    ['{"a": "text"}', '/a/0', '"text"', 6],
    ['[[]]', '/0/0', '[', 1],
    ['12', '/a', '12', 0],
    ['{"a": 1}', 'a', '{"a": 1}', 0],
  ])('that is missing in %s at "%s" is told by its parent', (text, pointer, expected, start) => {
    for (const of of ['key', 'value'] as const) {
      expect(at(text, pointer, of)).toBe(expected);
      expect(locate(text, pointer, of).start).toBe(start);
    }
  });

  it('is told in one pass, however deep it is', () => {
    const deep = 500_000;
    const text = '{"a":'.repeat(deep) + '7' + '}'.repeat(deep);
    expect(at(text, '/a'.repeat(deep), 'value')).toBe('7');
    expect(at('['.repeat(1_000_000) + ']'.repeat(1_000_000), '/1', 'value')).toBe('[');
  });

  it('is looked for to the end of a text that is no JSON after all', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[],:"1a \\'.split('')) }), (text) => {
        const { start, end } = locate(text, '/a', 'value');
        expect([0 <= start, start <= end, end <= text.length]).toEqual([true, true, true]);
        expect(findDuplicateMember(text)).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('a member that stands twice', () => {
  it('is found where an object has fewer members than keys', () => {
    fc.assert(
      fc.property(jsonWithTwins, (text) => {
        const found = findDuplicateMember(text);
        const surplus = found.reduce((sum, { keys }) => sum + keys.length - 1, 0);
        expect(surplus).toBe(surplusKeys(text));
        for (const { pointer, keys } of found)
          for (const { start, end } of keys)
            expect(JSON.parse(text.slice(start, end))).toBe(lastName(pointer));
      }),
    );
  });

  it('is told with all its places', () => {
    expect(findDuplicateMember('{"a": 1, "\\u0061": 2, "b": [{"c": 1, "c": 2, "c": 3}]}')).toEqual([
      {
        pointer: '/b/0/c',
        keys: [
          { start: 29, end: 32 },
          { start: 37, end: 40 },
          { start: 45, end: 48 },
        ],
      },
      {
        pointer: '/a',
        keys: [
          { start: 1, end: 4 },
          { start: 9, end: 17 },
        ],
      },
    ]);
    expect(findDuplicateMember('{"a": [{"a": 1}, {"a": 1}], "A": {"a": 2}}')).toEqual([]);
  });

  it('is found at any depth', () => {
    const deep = 200_000;
    const text = '{"a":'.repeat(deep) + '{"b":1,"b":2}' + '}'.repeat(deep);
    expect(findDuplicateMember(text).map(({ keys }) => keys.length)).toEqual([2]);
  });
});

/** How many keys a text has beyond those that `JSON.parse` keeps: told by giving each a name of its own. */
function surplusKeys(text: string): number {
  let count = 0;
  const renamed = text.replace(/("(?:[^"\\]|\\.)*") :/g, (_, key: string) => {
    const name = JSON.parse(key) as string;
    return `${JSON.stringify(`${count++} ${name}`)} :`;
  });
  let surplus = 0;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) {
      const names = Object.keys(value).map((name) => name.slice(name.indexOf(' ')));
      surplus += names.length - new Set(names).size;
    }
    Object.values(value).forEach(visit);
  };
  visit(JSON.parse(renamed));
  return surplus;
}

describe('a unit of a string in a string', () => {
  it('is where its character or escape stands', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1 }).map((one) => JSON.stringify(one).slice(1, -1)),
      fc.constantFrom('\\n', '\\u4e2d', '\\uD83D\\uDE00', '\\"', '\\\\', '\\/', '😀'),
    );
    fc.assert(
      fc.property(fc.array(part), fc.string(), (parts, before) => {
        const text = `${before}"${parts.join('')}", "after"`;
        const start = before.length;
        const decoded = JSON.parse(`"${parts.join('')}"`) as string;
        for (let index = 0; index < decoded.length; index++) {
          const from = rawOffset(text, start, index);
          const unit = text.slice(from, rawOffset(text, start, index + 1));
          expect(JSON.parse(`"${unit}"`)).toBe(decoded[index]);
        }
        const last = rawOffset(text, start, decoded.length);
        expect(last).toBe(start + 1 + parts.join('').length);
        expect(rawOffset(text, start, decoded.length + 9)).toBe(last);
      }),
    );
  });
});

describe('a line and column', () => {
  it('count line ends before the offset, and units since the last', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀') });
    fc.assert(
      fc.property(text, fc.nat(30), (one, offset) => {
        const lines = one.slice(0, offset).split('\n');
        expect(lineAndColumn(one, offset)).toEqual({
          line: lines.length,
          column: (lines.at(-1)?.length ?? 0) + 1,
        });
      }),
    );
  });
});
