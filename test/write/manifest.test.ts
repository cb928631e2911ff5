import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifestOf, manifestPath, parseManifest, sha256 } from '../../generator/write/manifest.js';

const someFiles = fc.uniqueArray(
  fc.record({
    path: fc.string({ unit: 'binary', minLength: 1 }),
    text: fc.string({ unit: 'binary' }),
  }),
  { selector: ({ path }) => path },
);

describe('the manifest', () => {
  it('comes back from its file as it was, whatever the files are called', () => {
    fc.assert(
      fc.property(someFiles, (files) => {
        const { path, text } = manifestOf(files);
        expect(path).toBe(manifestPath);
        expect(text.endsWith('\n')).toBe(true);
        const read = Object.entries(parseManifest(text)?.files ?? {});
        expect(new Map(read)).toEqual(new Map(files.map((file) => [file.path, sha256(file.text)])));
      }),
    );
  });

  it('does not depend on the order of the files', () => {
    fc.assert(
      fc.property(someFiles, (files) => {
        expect(manifestOf([...files].reverse())).toEqual(manifestOf(files));
      }),
    );
  });

  it('holds the SHA-256 of the bytes in UTF-8', () => {
    const bytes = Buffer.from('微信 위챗\n', 'utf8');
    expect(sha256('微信 위챗\n')).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(sha256(bytes)).toBe(sha256('微信 위챗\n'));
  });

  it.each([
    ['nothing', ''],
    ['half of itself', manifestOf([{ path: 'a', text: 'a' }]).text.slice(0, 40)],
    ['null', 'null'],
    ['a text', '"msdk-api"'],
    ['a list', '[]'],
    ['another tool’s', '{"tool":"another","files":{}}'],
    ['no tool’s', '{"files":{}}'],
    ['without files', '{"tool":"msdk-api"}'],
    ['with no files at all', '{"tool":"msdk-api","files":null}'],
  ])('is none of ours when it is %s', (_what, text) => {
    expect(parseManifest(text)).toBeUndefined();
  });

  it('never fails on what it reads', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseManifest(text)).not.toThrow();
      }),
    );
  });
});
