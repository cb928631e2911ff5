import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../generator/diagnostics/index.js';

describe('the nearest name', () => {
  it.each([
    ['openId', ['openid', 'appid'], 'openid'],
    ['opened', ['openid', 'appid'], 'openid'],
    ['zoneids', ['zoneid', 'area'], 'zoneid'],
    ['x', ['y'], 'y'],
    ['nik', ['nick'], 'nick'],
    ['constructor', ['construct'], 'construct'],
  ])('to %s among %j is %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });

  it('is none where none is near enough to be meant', () => {
    expect(nearest('mode', ['lists'])).toBeUndefined();
    expect(nearest('ab', ['xyz', 'abcd'])).toBeUndefined();
    expect(nearest('name', ['nine'])).toBeUndefined();
    expect(nearest('', [])).toBeUndefined();
  });

  it('is the first by name where two are as near, in whatever order they come', () => {
    expect(nearest('cat', ['hat', 'bat'])).toBe('bat');
    expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
  });

  it('is asked for as a question', () => {
    expect(didYouMean('mod', ['mode'])).toBe('did you mean "mode"?');
    expect(didYouMean('mod', [])).toBeUndefined();
  });
});
