// Law: what a payload has is counted once for each time it is there, by its endpoint, part and owner;
// what is not as the catalogue says counts nothing.
import { describe, expect, it } from 'vitest';
import { CoverageCounter, type CountedPart } from '../../../generator/validate/coverage/index.js';
import { gifts, giftTables } from '../../support/coverage-facts.js';

/** What is counted of a payload, without the endpoint's path. */
function counted(part: CountedPart, value: unknown): Record<string, number> {
  const counter = new CoverageCounter(giftTables);
  counter.add(gifts, part, value);
  const { 'endpoint /bag/gifts': calls, ...rest } = counter.counts();
  expect(calls).toBe(1);
  return Object.fromEntries(
    Object.entries(rest).map(([key, count]) => [key.replace(' /bag/gifts', ''), count]),
  );
}

describe('members', () => {
  it('count by the part and the struct that they stand in, however they are nested', () => {
    const gift = { id: 1, inner: { id: 2, inner: { id: 3 } } };
    expect(counted('response', { gifts: [gift, { id: 4 }], byName: { a: { id: 5 } } })).toEqual({
      'member response gifts': 1,
      'member response byName': 1,
      'member response Gift.id': 5,
      'member response Gift.inner': 2,
    });
  });

  it('count where there is a value; texts that stand for nothing are none', () => {
    expect(counted('query', { appid: '', encode: undefined })).toEqual({});
    expect(counted('response', { gifts: null, level: '', msg: '' })).toEqual({
      'member response msg': 1,
    });
  });

  it('of alternatives count for that whose members fit best', () => {
    expect(counted('request', { look: { url: '', seconds: 3 } })).toEqual({
      'member request look': 1,
      'member request Video.url': 1,
      'member request Video.seconds': 1,
    });
    expect(counted('request', { look: { url: '' } })).toMatchObject({
      'member request Image.url': 1,
    });
  });

  it('within JSON text are not looked for', () => {
    expect(counted('response', { gifts: '[{"id":1}]' })).toEqual({ 'member response gifts': 1 });
  });
});

describe('values', () => {
  it('count in the loose forms of replies and queries, not in those of requests', () => {
    const gift = (kind: unknown) => ({ gifts: [{ kind }] });
    expect(counted('response', gift(2))).toMatchObject({ 'value Many 2': 1 });
    expect(counted('response', gift('2'))).toMatchObject({ 'value Many 2': 1 });
    expect(counted('response', gift(true))).toMatchObject({ 'value Many 1': 1 });
    expect(counted('query', { encode: '2' })).toMatchObject({ 'value Encode 2': 1 });
    expect(counted('request', { masks: '2' })).toEqual({ 'member request masks': 1 });
  });

  it('that are not documented count nothing', () => {
    for (const kind of [9, '9', 1.5, '', 'x', [1], { 1: 1 }, NaN])
      expect(Object.keys(counted('response', { gifts: [{ id: 1, kind }] })).join()).not.toContain(
        'value',
      );
  });

  it('of a mask count each documented bit', () => {
    const bits = (masks: unknown) =>
      Object.keys(counted('request', { masks })).filter((key) => key.startsWith('value'));
    expect(bits(13)).toEqual(['value Masks 1', 'value Masks 4']);
    expect(bits(0)).toEqual(['value Masks 0']);
    for (const none of [8, -1, 2 ** 31, 2 ** 40 + 1, 0.5]) expect(bits(none)).toEqual([]);
  });

  it('count for each of the alternatives that document them, since nobody can tell them apart', () => {
    expect(counted('response', { level: 2 })).toMatchObject({
      'value Few 2': 1,
      'value Many 2': 1,
    });
    expect(counted('response', { level: 3 })).not.toHaveProperty('value Few 3');
  });
});

describe('failures', () => {
  const failures = [
    [{ ret: -1, msg: '' }, 'error own -1'],
    [{ ret: '-2', msg: '' }, 'error layer -2'],
    [{ ret: -10000, msg: '7,no such gift, sorry' }, 'error platform 7'],
    [{ ret: -10000, msg: '150' }, 'error platform 100..199'],
    [{ ret: -10000, msg: 'no number' }, 'error layer -10000'],
    [{ ret: -1, msg: 'called too often' }, 'error words "too often"'],
  ] as const;

  it.each(failures)('%j counts as %s', (reply, key) => {
    const errors = Object.entries(counted('response', reply)).filter(([name]) =>
      name.startsWith('error'),
    );
    expect(errors).toEqual([[key, 1]]);
  });

  it.each([
    { ret: 0 },
    { ret: '0' },
    { ret: -999, msg: 'new' },
    { ret: 'x' },
    { msg: 'too often' },
  ])('%j counts as none', (reply) => {
    expect(Object.keys(counted('response', reply)).join()).not.toContain('error');
  });
});
