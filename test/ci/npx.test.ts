import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runAction } from '../support/ci/composite.js';
import { goodText, hostileNames } from '../support/ci/payloads.js';
import { registryOf } from '../support/ci/registry.js';
import { temporaryFolder, writeFiles } from '../support/temporary.js';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string;
  version: string;
};

/** In place of the command: tells what it is given, and writes the report that is asked for. */
const program = `
const args = process.argv.slice(2);
const report = args.find((arg) => arg.startsWith('--reporter=json=')).slice(16);
const summary = { errors: 0, warnings: 2, payloads: 3 };
require('node:fs').writeFileSync(report, JSON.stringify({ findings: [], summary }));
console.log(JSON.stringify(args));
process.exitCode = 1;
`;

const workspaceOf = (names: readonly string[]): string => {
  const workspace = temporaryFolder();
  writeFiles(
    workspace,
    names.map((path) => ({ path, text: goodText })),
  );
  return workspace;
};

describe('without a local copy the action', () => {
  it.each([
    ['of this repository', version, {}] as const,
    ['asked for', '7.0.0', { version: '7.0.0' }] as const,
  ])('runs the version %s, which is given every name as it is', async (_, wanted, inputs) => {
    const { env } = await registryOf({ name, version: wanted }, program);
    const workspace = workspaceOf(hostileNames);
    const files = hostileNames.join('\n');
    const { code, stdout, outputs } = await runAction(workspace, { ...inputs, files }, env);
    expect({ code, outputs }).toMatchObject({
      code: 1,
      outputs: { errors: '0', warnings: '2', payloads: '3', 'exit-code': '1' },
    });
    const args = JSON.parse(stdout.split('\n')[0] ?? '') as string[];
    expect(args.slice(args.indexOf('--') + 1)).toEqual(
      hostileNames.map((path) => (path === '-' ? './-' : path)),
    );
    expect(readdirSync(workspace).sort()).toEqual([...hostileNames].sort());
  });

  it('does not take a version that is not there for findings', async () => {
    const { env } = await registryOf({ name, version: '7.0.0' }, program);
    const { code, stderr, outputs } = await runAction(
      workspaceOf(['a.json']),
      { files: 'a.json', version: '8.0.0' },
      env,
    );
    expect(stderr).toContain('ETARGET');
    expect({ code, outputs }).toMatchObject({ code: 2, outputs: { errors: '', 'exit-code': '2' } });
  });
});
