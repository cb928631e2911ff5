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

describe('each wrong use is refused at its own line, and an error planted in generated code is found', () => {
  const marks = /^ *\/\/ @ts-expect-error .*$/gm;
  const planted = ['client/errors/oidb.ts', 'mock/auth.ts', 'validators/auth/apple_verify.d.ts'];

  it.each(versions)('under TypeScript %s', async (version) => {
    const folder = alone();
    const text = readFileSync(consumer, 'utf8');
    const wrong = [...text.matchAll(marks)].map(
      ({ index }) => `${consumer} ${text.slice(0, index).split('\n').length + 1}`,
    );
    expect(wrong.length).toBeGreaterThan(10);
    writeFileSync(join(folder, consumer), text.replaceAll(marks, '//'));
    for (const path of planted) {
      const file = join(folder, 'generated', path);
      const code = readFileSync(file, 'utf8');
      writeFileSync(file, `export type Planted = NoSuchType;\n${code}`);
    }
    const found = (await compile(folder, version)).map((error) =>
      error.replace(/\((\d+),.*$/, ' $1'),
    );
    expect(new Set(found)).toEqual(
      new Set([...planted.map((path) => `generated/${path} 1`), ...wrong]),
    );
  });
});
