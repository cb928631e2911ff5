import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { specModel } from '../support/catalogue.js';
import { blocksOf, documents, handbooks, proseOf } from '../support/docs/markdown.js';

interface Package {
  readonly scripts: Record<string, string>;
  readonly exports: Record<string, unknown>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
const readme = readFileSync('README.md', 'utf8');
const blocks = handbooks.flatMap(blocksOf);

/** What stands between backquotes in a document's prose. */
const codeIn = (file: string): string[] =>
  [...proseOf(file).matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);

/** The first groups of all matches, each once. */
const named = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();

/** Whether a value holds another: each member, and of a list each item somewhere. */
function holds(value: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return value === part;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(part).every(([key, item]) =>
    Array.isArray(part)
      ? Object.values(value).some((other) => holds(other, item))
      : holds((value as Record<string, unknown>)[key], item),
  );
}

/** The anchors of a document's headings. */
const anchorsOf = (file: string): string[] =>
  [...proseOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

/** The value that a JSON Pointer leads to. */
function valueAt(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((value, step) => (value as Record<string, unknown>)[step], root);
}

describe('what the documents name', () => {
  it.each(documents)('%s: links and paths lead to files, npm runs scripts that are', (file) => {
    const links = named(proseOf(file), /\]\((?!https?:)([^)#]+)/g);
    for (const [, path = '', anchor] of proseOf(file).matchAll(/\]\(([^):#]*)#([^)]+)\)/g))
      expect(anchorsOf(path === '' ? file : path), path).toContain(anchor);
    const paths = codeIn(file).filter(
      (text) =>
        /^(spec|generator|templates|generated|test|\.ci)\/[\w./-]+$/.test(text) &&
        !text.includes('qqblocked_list'), // the endpoint that a reader is told to add
    );
    for (const path of [...links, ...paths]) expect(existsSync(path), path).toBe(true);
    for (const name of named(readFileSync(file, 'utf8'), /npm run ([\w:]+)/g))
      expect(manifest.scripts).toHaveProperty([name]);
  });

  it('are the options that the command has, and no others', () => {
    const help = (...verb: string[]): string =>
      execFileSync(process.execPath, ['dist/msdk.js', ...verb, '--help'], { encoding: 'utf8' });
    const verbs = named(help(), /^ {2}(\w+) \[options\]/gm);
    const options = verbs.flatMap((verb) => named(help(verb), /^ {2}(?:-\w, )?(--[\w-]+)/gm));
    const section = /^## The command\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
    expect(named(section, /`(--[\w-]+)/g)).toEqual([...new Set(options)].sort());
    expect(named(section, /`msdk (\w+)`/g)).toEqual(verbs);
    const commands = blocks.filter(({ language }) => ['sh', 'console'].includes(language));
    for (const { text, where } of commands)
      for (const [, verb = '', rest = ''] of text.matchAll(/\bmsdk (\w+)([^&\n]*)/g)) {
        expect(verbs, where).toContain(verb);
        for (const option of named(rest, /(--[\w-]+)/g))
          expect(help(verb), where).toContain(option);
      }
  });

  it('are the parts of the package, of its output and of its dependencies', () => {
    for (const name of Object.keys(manifest.exports).filter((key) => key !== './package.json'))
      expect(readme).toContain(`\`${name.replace('.', 'msdk-api')}\``);
    const section = /^## What stands in[\s\S]*?(?=^## )/m.exec(readme)?.[0] ?? '';
    const rows = named(section, /^\| `([^`]+?)\/?`/gm);
    expect(rows).toEqual(readdirSync('generated').sort());
    const reasons = readFileSync('CONTRIBUTING.md', 'utf8').split('\n## Dependencies\n')[1] ?? '';
    expect(named(reasons, /\*\*([^*]+)\*\*/g)).toEqual(
      Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).sort(),
    );
  });

  it('are the endpoints, counted, and the extensions of the OpenAPI files', () => {
    const { length } = specModel().operations;
    expect(named(readme, /(\d+) endpoints/g)).toEqual([String(length)]);
    const published = readFileSync('generated/openapi.json', 'utf8');
    const extensions = codeIn('README.md').filter((text) => /^x-[a-z-]+$/.test(text));
    expect(extensions.length).toBeGreaterThan(5);
    for (const name of extensions) expect(published).toContain(`"${name}"`);
  });
});

describe('what the documents quote', () => {
  const yaml = blocks.filter(({ language }) => language === 'yaml');
  const json = blocks.filter(({ language }) => language === 'json');

  it.each(yaml)('at $where is YAML, and stands in the file it is from', ({ words, text }) => {
    expect(() => parse(text) as unknown).not.toThrow();
    if (words[0] === 'from') expect(readFileSync(words[1] ?? '', 'utf8')).toContain(text);
  });

  it.each(json)('at $where stands in the file it is from', ({ words, text }) => {
    const [path = '', pointer = ''] = (words[1] ?? '').split('#');
    const whole: unknown = JSON.parse(readFileSync(path, 'utf8'));
    expect(holds(valueAt(whole, pointer), JSON.parse(text))).toBe(true);
  });
});
