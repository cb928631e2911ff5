import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFolder, UnreadableFolder } from '../../generator/load/index.js';
import { examine } from '../../generator/pipeline.js';
import { folderBreaches } from '../support/breaches/folder.js';
import { temporaryFolder, writeFiles } from '../support/temporary.js';
import { player, textOf, tinyCatalogue } from '../support/tiny-catalogue.js';

const lenient = { strict: false };

describe('the catalogue’s folder', () => {
  it('is read whole, in the order of its paths', () => {
    const [files, found] = readFolder(temporaryFolder([...tinyCatalogue()].reverse()));
    expect(found).toEqual([]);
    expect(files).toEqual(tinyCatalogue());
  });

  it('may hold other files, and hidden ones, which are no part of the catalogue', () => {
    const folder = temporaryFolder(tinyCatalogue());
    writeFiles(folder, [
      { path: 'README.md', text: '# not YAML: [' },
      { path: 'schemas/type.json', text: '{}' },
      { path: '.hidden.yaml', text: '[' },
      { path: 'types/.cache/Player.yaml', text: '[' },
    ]);
    expect(examine(folder, lenient).diagnostics).toEqual([]);
  });

  it.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('may hold files with %s, and finds in them what it finds without', (_what, change) => {
    const plain = textOf(player).replace('name: Player', 'naem: Player');
    const places = [plain, change(plain)].map((text) => {
      const folder = temporaryFolder(tinyCatalogue({ [player]: text }));
      return examine(folder, lenient).diagnostics;
    });
    expect(places[0]).toHaveLength(2);
    expect(places[1]).toEqual(places[0]);
  });

  it.each(folderBreaches)('with $what: $code', ({ file, code, message, make }) => {
    const folder = temporaryFolder(tinyCatalogue());
    rmSync(join(folder, file), { force: true });
    make(folder);
    const { catalogue, diagnostics } = examine(folder, lenient);
    expect(catalogue).toBeUndefined();
    const start = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
    expect(diagnostics.filter((diagnostic) => diagnostic.code === code)).toEqual([
      { severity: 'error', code, message, places: [start] },
    ]);
  });

  it('with an unreadable file still tells what is wrong in the others', () => {
    const folder = temporaryFolder(tinyCatalogue({ 'enums/Mode.yaml': 'x: 1\n' }));
    rmSync(join(folder, player));
    mkdirSync(join(folder, player));
    const { diagnostics } = examine(folder, lenient);
    expect(diagnostics.map(({ code }) => code)).toContain('unreadable-file');
    expect(diagnostics.map(({ places }) => places[0]?.file)).toContain('enums/Mode.yaml');
  });

  it('that is not there, or is a file, is refused by its name', () => {
    const folder = temporaryFolder([{ path: 'file', text: '' }]);
    for (const name of ['nowhere', 'file'])
      expect(() => readFolder(join(folder, name))).toThrow(UnreadableFolder);
    expect(() => readFolder(join(folder, 'nowhere'))).toThrow(/nowhere.*no such file or folder/);
  });
});
