import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { action } from '../support/ci/composite.js';
import { actionFaults } from '../support/ci/github-files.js';

const text = readFileSync('action.yml', 'utf8');

describe('action.yml', () => {
  it('is one by GitHub’s own parser, which sees a mistake', () => {
    expect(actionFaults(text)).toEqual([]);
    const mistaken = text.replace('using: composite', 'using: compsite');
    expect(actionFaults(mistaken)).not.toEqual([]);
    expect(actionFaults(text.replace('shell: bash', 'shel: bash'))).not.toEqual([]);
  });

  it('has no expression where a shell would read it', () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
  });

  it('gives the script every input, under the name that the script knows', () => {
    const [step] = action.runs.steps;
    expect(step?.env).toEqual(
      Object.fromEntries(
        Object.keys(action.inputs).map((name) => [
          `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
          `\${{ inputs.${name} }}`,
        ]),
      ),
    );
    const script = readFileSync('generator/ci/github-action.mjs', 'utf8');
    for (const name of Object.keys(action.inputs)) expect(script).toContain(`'${name}'`);
    for (const name of Object.keys(action.outputs)) expect(script).toContain(`output('${name}'`);
  });
});
