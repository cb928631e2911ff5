/**
 * The laws: however a capture is cut into chunks, its entries are those of `JSON.parse`, each at its
 * place; one too long costs itself alone; a capture that is cut off or broken gives the entries that
 * it has, and says so.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HarSplitter,
  type HarProblem,
  type HarText,
  type HarTooLong,
} from '../../../generator/validate/input/har.js';
import { lineAndColumn } from '../../../generator/validate/input/json-text.js';
import { jsonValue, mutatedJson } from '../../support/json-texts.js';

interface Split {
  readonly entries: readonly (HarText | HarTooLong)[];
  readonly problems: readonly HarProblem[];
}

/** Gives a file in chunks of these sizes, all in one buffer, which is wiped each time. */
function split(bytes: Uint8Array, sizes: readonly number[], maxEntry = 1e6): Split {
  const splitter = new HarSplitter(maxEntry);
  const entries: (HarText | HarTooLong)[] = [];
  const buffer = new Uint8Array(bytes.length + 1);
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes.length === 0 ? bytes.length : (sizes[turn % sizes.length] ?? 1);
    const chunk = bytes.subarray(at, at + size);
    buffer.set(chunk);
    entries.push(...splitter.push(buffer.subarray(0, chunk.length)));
    buffer.fill(0x22);
    at += size;
  }
  return { entries, problems: splitter.end() };
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 });

/** What may stand beside what is looked for, and looks like it. */
const beside = fc.oneof(
  jsonValue,
  fc.constantFrom<unknown>(
    { log: { entries: [1] } },
    { entries: [2] },
    'entries',
    '"entries":[',
    ']}',
  ),
);
const members = fc.array(fc.tuple(fc.string({ maxLength: 3 }), beside), { maxLength: 3 });
const entry = fc.oneof(
  jsonValue,
  jsonValue.map((value) => ({ request: value, '"': '\\"]}' })),
);

const capture = fc
  .record({
    around: fc.tuple(members, members, members, members),
    entries: fc.array(entry, { maxLength: 5 }),
    indent: fc.constantFrom(undefined, 1, '\r\n\t'),
    spelling: fc.constantFrom('"log"', '"\\u006cog"', '"\\u006c\\u006F\\u0067"'),
    bom: fc.boolean(),
  })
  .map(({ around: [a, b, c, d], entries, indent, spelling, bom }) => {
    const prefixed = (pairs: [string, unknown][], prefix: string): unknown =>
      Object.fromEntries(pairs.map(([name, value]) => [prefix + name, value]));
    const log = Object.assign({}, prefixed(a, 'a'), { entries }, prefixed(b, 'b'));
    const file = Object.assign({}, prefixed(c, 'c'), { log }, prefixed(d, 'd'));
    const text = JSON.stringify(file, null, indent).replace('"log"', (own) =>
      JSON.stringify(file).startsWith('{"log"') ? spelling : own,
    );
    return { entries, text, bytes: Buffer.from((bom ? '\ufeff' : '') + text) };
  });

describe('a capture in chunks', () => {
  it('has the entries of the whole, each at its place', () => {
    fc.assert(
      fc.property(capture, sizes, ({ entries, text, bytes }, chunks) => {
        const result = split(bytes, chunks);
        expect(result.problems).toEqual([]);
        expect(result.entries).toHaveLength(entries.length);
        result.entries.forEach((one, index) => {
          if (!('text' in one)) throw new Error('too long');
          expect(JSON.parse(one.text)).toStrictEqual(entries[index]);
          const before = bytes.subarray(0, one.offset).toString().replace('\ufeff', '');
          expect(text.startsWith(one.text, before.length)).toBe(true);
          expect(one).toMatchObject({ ...lineAndColumn(text, before.length), isUtf8: true });
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('loses those entries alone that are too long', () => {
    fc.assert(
      fc.property(capture, sizes, fc.nat(60), ({ bytes }, chunks, maxEntry) => {
        const all = split(bytes, chunks).entries;
        const { entries, problems } = split(bytes, chunks, maxEntry);
        expect(problems).toEqual([]);
        expect(entries).toEqual(
          all.map((one) => {
            const { text, offset, line, column } = one as HarText;
            const tooLong = Buffer.byteLength(text);
            return tooLong > maxEntry ? { tooLong, offset, line, column } : one;
          }),
        );
      }),
    );
  });

  it('may be cut within a run of backslashes of any length', () => {
    for (let run = 100; run < 104; run += 2)
      for (let size = 60; size < 130; size++) {
        const text = `"${'\\'.repeat(run)}\\"]"`;
        const { entries } = split(Buffer.from(`{"log":{"entries":[${text},1]}}`), [size]);
        expect(entries.map((one) => (one as HarText).text)).toEqual([text, '1']);
      }
  });

  it('that is cut off gives the entries before the cut, and says that it is cut off', () => {
    fc.assert(
      fc.property(capture, sizes, fc.nat(), ({ bytes }, chunks, cut) => {
        const all = split(bytes, []).entries;
        const part = split(bytes.subarray(0, cut % bytes.length), chunks);
        expect(part.problems.map(({ kind }) => kind)).toEqual(['truncated']);
        const whole = part.entries.filter((one, index) => {
          // A cut number looks whole, and nothing but the end tells that it is not.
          return (
            index < part.entries.length - 1 ||
            (one as HarText).text === (all[index] as HarText).text
          );
        });
        expect(whole).toEqual(all.slice(0, whole.length));
      }),
    );
  });

  it('is read alike in all chunks when it is broken', () => {
    const broken = fc.tuple(mutatedJson, mutatedJson, fc.constantFrom('', ',', ', ,', 'x', '}'));
    fc.assert(
      fc.property(broken, sizes, ([one, other, between], chunks) => {
        const bytes = Buffer.from(`{"log":{"entries":[${one}${between}${other}]}}`);
        expect(split(bytes, chunks)).toEqual(split(bytes, []));
        expect(split(Buffer.from(one), chunks, 9)).toEqual(split(Buffer.from(one), [], 9));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what is wrong with a capture', () => {
  // ⟦ stands before the place that the problem has to point at.
  it.each([
    ['⟦', 'truncated', []],
    ['{"log": {"entries": [{}, ⟦{"a": [1]', 'truncated', ['{}']],
    ['{"log": {"entries": [{}]}⟦', 'truncated', ['{}']],
    ['⟦{}', 'no-entries', []],
    ['⟦{"log": []}', 'no-entries', []],
    ['⟦{"log": {"entries": {}}}', 'no-entries', []],
    ['⟦{"entries": [1], "a": {"log": {"entries": [1]}}}', 'no-entries', []],
    ['⟦[]', 'not-json', []],
    ['{⟦log: {"entries": [1]}}', 'not-json', []],
    ['{"log": {"entries": [{}] ⟦"a": 1}}', 'not-json', ['{}']],
    ['{"log": {"entries": [{} ⟦{"b": 1}, 2]}}', 'not-json', ['{}', '{"b": 1}', '2']],
    ['{"log": {"entries": [{},⟦, {"b": 1}]}}', 'not-json', ['{}', '{"b": 1}']],
    ['{"log": {"entries": [⟦, 1]}}', 'not-json', ['1']],
    ['{"log": {"entries": [1, ⟦]}}', 'not-json', ['1']],
    ['{"log": {"entries": [1, ⟦/ 2]}}', 'not-json', ['1', '2']],
    ['{"log": {"entries": [1]}}⟦}', 'not-json', ['1']],
    ['⟦{"log": {"entries": [1]}, "log": {"entries": [2]}}', 'entries-twice', ['1', '2']],
  ])('%s is %s', (marked, kind, texts) => {
    const { entries, problems } = split(Buffer.from(marked.replace('⟦', '')), [3]);
    expect(entries.map((one) => ('text' in one ? one.text : undefined))).toEqual(texts);
    const offset = marked.indexOf('⟦');
    expect(problems).toEqual([{ kind, offset, line: 1, column: offset + 1 }]);
  });

  it('may be bytes that are no UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"log":{"entries":["'),
      Buffer.from([0xcd, 0xe6]),
      Buffer.from('", "中"]}}'),
    ]);
    const { entries } = split(bytes, [1]);
    expect(entries).toMatchObject([{ text: '"\ufffd\ufffd"', isUtf8: false }, { isUtf8: true }]);
  });

  it('is found without a stack, and without looking at anything twice', () => {
    const deep = '['.repeat(3_000_000);
    expect(split(Buffer.from(`{"log":{"entries":[${deep}`), [65_536], 1e9).problems).toMatchObject([
      { kind: 'truncated', offset: 19 },
    ]);
    const slashes = `{"log":{"entries":["${'\\'.repeat(3_000_000)}","${'\\"'.repeat(1_000_000)}"]}}`;
    expect(split(Buffer.from(slashes), [1000], 5e6).entries).toHaveLength(2);
  });
});
