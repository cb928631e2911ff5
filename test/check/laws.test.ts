import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { laws } from '../../generator/check/laws.js';
import { questions } from '../../generator/check/questions.js';
import { innocent } from '../support/breaches/examples.js';
import { expectBreach } from '../support/breaches/expect-breach.js';
import { lawBreaches } from '../support/breaches/index.js';
import { examineFiles } from '../support/examine.js';
import { tinyCatalogue } from '../support/tiny-catalogue.js';

describe('the tiny catalogue', () => {
  it('breaks no law and leaves no question open', () => {
    expect(examineFiles(tinyCatalogue(), true)).toEqual([]);
  });

  it.each(innocent)('breaks no law by $what', ({ patches }) => {
    expect(examineFiles(tinyCatalogue(patches))).toEqual([]);
  });
});

describe('the laws', () => {
  it.each(lawBreaches)('find $what', expectBreach);

  it('are all tested', () => {
    const broken = new Set(lawBreaches.map(({ law }) => law));
    expect(broken).toEqual(new Set([...laws, questions]));
    expect(readdirSync('generator/check/rules')).toHaveLength(laws.length);
  });
});
