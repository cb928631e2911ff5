import { describe, expect, it } from 'vitest';
import { examineFiles } from '../support/examine.js';
import { hostileProse, hostileTexts } from '../support/hostile-texts.js';
import { unmark } from '../support/marks.js';
import { slots, type Slot } from '../support/name-slots.js';
import { tinyCatalogue } from '../support/tiny-catalogue.js';

const reserved = (
  'arguments await break case catch class const continue debugger default delete do else enum eval ' +
  'export extends false finally for function if implements import in instanceof interface let new ' +
  'null package private protected public return static super switch this throw true try typeof ' +
  'undefined var void while with yield'
).split(' ');

/** What every object has. */
const inherited = Object.getOwnPropertyNames(Object.prototype);

const illFormed = [
  ...hostileTexts.filter((text) => !/^\w+$/.test(text)),
  hostileProse,
  '',
  ' ',
  'two words',
  'naïve',
  'имя',
  '名',
  'a.b',
  'a/b',
  '..',
  '.',
  'a\n',
  'a\u0000',
];

/** The names that load and check let pass. */
function accepted(slot: Slot, names: readonly string[]): string[] {
  const { files, places } = unmark(tinyCatalogue(slot.patches(names)));
  const found = examineFiles(files).filter(
    ({ code }) => code === 'hostile-name' || code === 'wrong-value',
  );
  const left = names.filter((_name, index) => {
    const mark = places[index];
    return !found.some(({ places: [at] }) => at?.file === mark?.file && at?.line === mark?.line);
  });
  // What load refuses keeps check from looking at the rest.
  return left.length === 0 || left.length === names.length ? left : accepted(slot, left);
}

describe.each(slots)('as the name of $what', (slot) => {
  it('a text that is no name is refused', () => {
    expect(accepted(slot, illFormed)).toEqual([]);
  });

  if (slot.special)
    it('a member of every object is refused', () => {
      expect(accepted(slot, [...inherited, 'prototype', 'then'])).toEqual([]);
    });

  if (slot.declared) {
    it('a word of the language is refused, and what begins with a digit', () => {
      expect(accepted(slot, [...reserved, '1st'])).toEqual([]);
    });

    it('a name too long for a file is refused', () => {
      expect(accepted(slot, [`A${'x'.repeat(300)}`, `a${'x'.repeat(300)}`])).toEqual([]);
    });
  }
});
