import { describe, expect, it } from 'vitest';
import { messages } from '../../generator/diagnostics/codes.js';
import { folderBreaches } from '../support/breaches/folder.js';
import { lawBreaches, loadBreaches } from '../support/breaches/index.js';

/** What the write stage and the reader of scenarios tell; it is tested with them. */
const ofOthers = [
  ...['missing-output', 'stale-output', 'unexpected-output'],
  ...['too-large-file', 'empty-file', 'scenario-problem'],
];

describe('the codes', () => {
  it('are kebab-case', () => {
    for (const code of Object.keys(messages)) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('of loading and checking each have a breach that gives them, and no other there is', () => {
    const given = [...loadBreaches, ...lawBreaches].flatMap(({ found }) => found);
    const tested = new Set([...given, ...folderBreaches].map(({ code }) => code));
    const told = Object.keys(messages).filter((code) => !ofOthers.includes(code));
    expect([...tested].sort()).toEqual(told.sort());
  });
});
