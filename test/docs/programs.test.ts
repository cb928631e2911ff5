import { describe, expect, it } from 'vitest';
import { blocksOf, handbooks } from '../support/docs/markdown.js';
import { outputOf, typeErrors } from '../support/docs/programs.js';

const programs = handbooks.flatMap((file) =>
  blocksOf(file).flatMap(({ language, text, where }, index, all) => {
    if (language !== 'ts') return [];
    const next = all[index + 1];
    return [{ where, text, output: next?.words[0] === 'output' ? next.text : undefined }];
  }),
);

describe('the programs', () => {
  it('type-check under the project’s settings, which see a mistake', () => {
    const mistaken = "import { createMsdk } from 'msdk-api';\ncreateMsdk({});";
    const errors = typeErrors([...programs.map(({ text }) => text), mistaken]);
    expect(errors.pop()).toEqual([expect.stringContaining('MsdkOptions')]);
    expect(errors.length).toBeGreaterThan(0);
    for (const [index, found] of errors.entries())
      expect(found, programs[index]?.where).toEqual([]);
  });

  it.each(programs)('at $where prints what is shown', ({ text, output }) => {
    expect(outputOf(text)).toBe(output);
  });
});
