/** The laws: many places are found as each alone; so are many indexes of a string, and lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  itemStarts,
  lineAndColumn,
  Lines,
  locate,
  locateAll,
  rawOffset,
  rawOffsets,
  type Place,
} from '../../../generator/validate/input/json-text.js';
import { jsonText, jsonWithTwins } from '../../support/json-texts.js';

const name = fc.constantFrom('a', 'b', '0', '1', '__proto__', '~1', '~0~1', '', 'none');
const place: fc.Arbitrary<Place> = fc.record({
  pointer: fc.array(name, { maxLength: 4 }).map((names) => names.map((one) => `/${one}`).join('')),
  of: fc.constantFrom('key', 'value'),
});

describe('many places at once', () => {
  it('are found as each alone', () => {
    fc.assert(
      fc.property(
        fc.oneof(jsonText, jsonWithTwins),
        fc.array(place, { maxLength: 8 }),
        (text, places) => {
          const alone = places.map(({ pointer, of }) => locate(text, pointer, of));
          expect(locateAll(text, places)).toEqual(alone);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are where the items of a list start', () => {
    fc.assert(
      fc.property(fc.array(jsonText, { minLength: 1, maxLength: 5 }), (items) => {
        const text = ` [${items.join(' , ')} ]`;
        const starts = items.map((_, at) => locate(text, `/${at}`, 'value').start);
        expect(itemStarts(text)).toEqual(starts);
      }),
    );
  });

  it('are found in a string, and on lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.nat(40)), (decoded, indexes) => {
        const text = `  ${JSON.stringify(decoded)}`;
        const offset = rawOffsets(text, 2, indexes);
        const lines = new Lines(decoded);
        for (const index of indexes) {
          expect(offset(index)).toBe(rawOffset(text, 2, index));
          expect(lines.at(index)).toEqual(lineAndColumn(decoded, index));
          const { start, end } = lines.around(index);
          expect(decoded.slice(start, end)).not.toContain('\n');
        }
      }),
    );
  });
});
