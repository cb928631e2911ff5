import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { badText, goodText } from '../support/ci/payloads.js';
import { ran } from '../support/ci/ran.js';
import { helpOptions, shims } from '../support/ci/shims.js';
import { temporaryFolder } from '../support/temporary.js';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
  readonly files: string;
}

const [text, flag, texts] = [
  { type: 'string' },
  { type: 'boolean' },
  { type: 'array', items: { type: 'string' } },
];

// The keys of https://pre-commit.com/#creating-new-hooks; pre-commit warns of any other.
const accepts = new Ajv({ allErrors: true }).compile({
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'name', 'entry', 'language'],
    properties: {
      ...{ id: text, name: text, entry: text, language: { const: 'node' }, description: text },
      ...{ files: text, exclude: text, types: texts, types_or: texts, exclude_types: texts },
      ...{ always_run: flag, fail_fast: flag, verbose: flag, pass_filenames: flag },
      ...{ require_serial: flag, language_version: text, minimum_pre_commit_version: text },
      ...{ args: texts, stages: texts, additional_dependencies: texts },
    },
  },
});

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly bin: Record<string, string>;
  readonly scripts: Record<string, string>;
};
const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];
const [hook] = hooks;

describe('the hook', () => {
  it('is one by the rules of pre-commit', () => {
    expect(accepts(hooks), JSON.stringify(accepts.errors)).toBe(true);
    expect(hooks.map(({ id }) => id)).toEqual(['msdk-validate']);
  });

  it('names a command that the package has, and options that the command has', () => {
    const [program = '', ...rest] = hook?.entry.split(' ') ?? [];
    expect(Object.keys(manifest.bin)).toContain(program);
    expect(rest).toEqual(['validate']);
    expect(['--', ...helpOptions()]).toEqual(expect.arrayContaining([...(hook?.args ?? [])]));
  });

  it('has a command where npm installs the package from git, as pre-commit does', () => {
    expect(manifest.scripts['prepare']).toBe('node generator/prepare.mjs');
  });

  it('takes what may hold payloads', () => {
    const files = new RegExp(hook?.files ?? '$^');
    for (const name of ['a.json', 'b/a.ndjson', 'a.jsonl', 'a.har', 'a.http'])
      expect(files.test(name)).toBe(true);
    for (const name of ['a.json5', 'a.ts', 'json', 'a.json.txt'])
      expect(files.test(name)).toBe(false);
  });

  it.each(['good.json', '-x.json', '--help', '$(touch pwned) "a b".json'])(
    'run as pre-commit does, behind it the file %j',
    async (name) => {
      const [program = '', ...rest] = hook?.entry.split(' ') ?? [];
      const run = (content: string) =>
        ran(program, [...rest, ...(hook?.args ?? []), name], {
          cwd: temporaryFolder([{ path: name, text: content }]),
          env: shims(''),
        });
      expect(await run(goodText)).toMatchObject({ code: 0, stderr: '' });
      const { code, stdout } = await run(badText);
      expect(code).toBe(1);
      expect(stdout).toContain(`${name}:1:`);
    },
  );
});
