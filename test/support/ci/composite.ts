import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { temporaryFolder } from '../temporary.js';
import { ran, type Ran } from './ran.js';

/** The parts of action.yml that a runner acts upon. */
export interface Action {
  readonly inputs: Readonly<Record<string, { required?: boolean; default?: string }>>;
  readonly outputs: Readonly<Record<string, { value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Step {
  readonly id: string;
  readonly shell: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A run of the action. */
export interface ActionRun extends Ran {
  readonly outputs: Readonly<Record<string, string>>;
}

/** The action of this repository. */
export const action = parse(readFileSync('action.yml', 'utf8')) as Action;

/** The environment in which the action takes the built command instead of a package. */
export const localCommand = { MSDK_VALIDATE_BIN: resolve('dist/msdk.js') };

/**
 * Runs the action as GitHub's runner does a composite one: inputs or their defaults into the step's
 * environment, its script into a file for bash, outputs from the file that GITHUB_OUTPUT names.
 */
export async function runAction(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = localCommand,
): Promise<ActionRun> {
  const [step] = action.runs.steps;
  if (step === undefined || action.runs.steps.length > 1) throw new Error('One step is known.');
  const runner = temporaryFolder();
  const script = join(runner, 'script.sh');
  const outputFile = join(runner, 'output');
  writeFileSync(script, step.run);
  writeFileSync(outputFile, '');
  const value = (text: string): string =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
      const input = action.inputs[name];
      if (input === undefined) throw new Error(`There is no input ${name}.`);
      return inputs[name] ?? input.default ?? '';
    });
  const end = await ran(step.shell, ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: workspace,
    env: {
      PATH: process.env['PATH'],
      GITHUB_ACTION_PATH: resolve('.'),
      GITHUB_OUTPUT: outputFile,
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: runner,
      ...env,
      ...Object.fromEntries(Object.entries(step.env).map(([name, text]) => [name, value(text)])),
    },
  });
  const set = outputsIn(readFileSync(outputFile, 'utf8'));
  const outputs = Object.entries(action.outputs).map(([name, output]) => {
    const [, id, from = ''] =
      /^\$\{\{ steps\.(\w+)\.outputs\.([\w-]+) \}\}$/.exec(output.value) ?? [];
    if (id !== step.id) throw new Error(`${output.value} is of no step.`);
    return [name, set[from] ?? ''];
  });
  return { ...end, outputs: Object.fromEntries(outputs) as Record<string, string> };
}

/** What a step has set, by the runner's rules for its file: `name=value`, or a value between delimiters. */
function outputsIn(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const [, name = '', sign, rest = ''] = /^([^=<]*)(=|<<)(.*)$/.exec(line) ?? [];
    if (sign === undefined) throw new Error(`GitHub refuses the line ${line}`);
    if (sign === '=') outputs[name] = rest;
    else {
      const end = lines.indexOf(rest);
      if (end < 0) throw new Error(`GitHub finds no delimiter ${rest}`);
      outputs[name] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n');
    }
  }
  return outputs;
}
