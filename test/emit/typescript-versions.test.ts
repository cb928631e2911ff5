import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile, compilers, resolutions, versionOf } from '../support/compilers.js';
import type { CompilerVersion } from '../support/compilers.js';
import { folderOfThisFile } from '../support/file-folder.js';

const home = folderOfThisFile();
const consumer = 'test/fixtures/consumer/game.ts';
const versions = Object.keys(compilers) as CompilerVersion[];
const allPairs = versions.flatMap((version) =>
  (Object.keys(resolutions) as (keyof typeof resolutions)[]).map(
    (resolution) => [version, resolution] as const,
  ),
);
let folders = 0;

/** The generated code, and the game that uses it, where there is nothing else. */
function alone(): string {
  const folder = join(home, String(++folders));
  for (const part of ['client', 'mock', 'validators'])
    cpSync(join('generated', part), join(folder, 'generated', part), { recursive: true });
  mkdirSync(join(folder, 'test/fixtures/consumer'), { recursive: true });
  cpSync(consumer, join(folder, consumer));
  return folder;
}

describe('the compilers', () => {
  it.each(versions)('TypeScript %s is what it says', async (version) => {
    expect(await versionOf(version)).toMatch(new RegExp(`^${version.replace('.', '\\.')}\\.`));
  });
});

describe('the generated code, and a game that uses it, at its strictest', () => {
  it.each(allPairs)('compile under TypeScript %s with %s', async (version, resolution) => {
    expect(await compile(alone(), version, resolution)).toEqual([]);
  });
});

describe.each(versions)('under TypeScript %s', (version) => {
  it('each wrong use is refused, at its own line', async () => {
    const folder = alone();
    const expected = /^ *\/\/ @ts-expect-error .*$/gm;
    const text = readFileSync(consumer, 'utf8');
    const wrong = text
      .split('\n')
      .flatMap((line, index) => (line.match(expected) ? [index + 2] : []));
    expect(wrong.length).toBeGreaterThan(10);
    writeFileSync(join(folder, consumer), text.replaceAll(expected, '//'));
    const errors = await compile(folder, version);
    const lines = errors.map((error) => Number(/game\.ts\((\d+),/.exec(error)?.[1]));
    expect([...new Set(lines)].sort((a, b) => a - b)).toEqual(wrong);
  });

  it('an error anywhere in the generated code would be found', async () => {
    const folder = alone();
    const planted = ['client/errors/oidb.ts', 'mock/auth.ts', 'validators/auth/apple_verify.d.ts'];
    for (const path of planted) {
      const file = join(folder, 'generated', path);
      writeFileSync(file, `${readFileSync(file, 'utf8')}\nexport type Planted = NoSuchType;\n`);
    }
    const errors = await compile(folder, version);
    expect(errors.map((error) => error.slice(0, error.indexOf('(')))).toEqual(
      planted.map((path) => `generated/${path}`),
    );
  });
});
