/** The law: whatever is given, each input gets a clear word, the next one its turn, and the run its code. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary.js';
import { findingsOf, validate, verdicts } from '../../support/validate-command.js';

const right = '{"endpoint":"/profile/query_vip","response":{"ret":1,"msg":"x"}}\n';

function exchange(request: string): string {
  return `{"endpoint":"/share/qq","request":${request}}\n`;
}

const nested = (count: number): string => `${'{"a":'.repeat(count)}1${'}'.repeat(count)}`;

/** What stands in a file, and what is said of it. */
const contents: Readonly<Record<string, readonly [content: string | Buffer, code: string]>> = {
  'empty.json': ['', 'empty-input'],
  'blank.ndjson': ['\n \r\n\n', 'empty-input'],
  'no-utf8.json': [Buffer.from('7b22ff223a317d', 'hex'), 'invalid-utf8'],
  'utf16.json': [Buffer.from(`\ufeff${right}`, 'utf16le'), 'invalid-utf8'],
  'utf16be.json': [Buffer.from(`\ufeff${right}`, 'utf16le').swap16(), 'invalid-utf8'],
  'utf16-unmarked.json': [Buffer.from(right, 'utf16le'), 'invalid-utf8'],
  'bom.ndjson': [`\ufeff${right}`, 'byte-order-mark'],
  'bom.json': [`\ufeff${right}`, 'byte-order-mark'],
  'unfinished.json': ['{"endpoint":', 'invalid-json'],
  'unknown.json': [right.replace('query_vip', 'query_vip2'), 'unknown-endpoint'],
  'no-endpoint.ndjson': ['{"endpoint":"","request":{}}', 'missing-endpoint'],
  'foreign.json': [right.replace('/profile', 'http://else.example/profile'), 'foreign-host'],
  'open.json': ['['.repeat(1_000_000), 'invalid-json'],
  'deep.json': [`${'['.repeat(500_000)}${']'.repeat(500_000)}`, 'missing-endpoint'],
  'deep-request.json': [exchange(nested(300_000)), 'unknown-member'],
  'deep-limit.json': [exchange(`{"act":${nested(300_000)}}`), 'too-deep'],
  'deep.har': [`{"log":{"entries":[${nested(300_000)}]}}`, 'bad-har'],
  'prototype.json': [exchange('{"__proto__":{"a":1},"constructor":1}'), 'unknown-member'],
  'prototype-endpoint.ndjson': ['{"endpoint":"__proto__","request":{}}', 'unknown-endpoint'],
  'huge.json': [exchange('{"act":1e999}'), 'wrong-type'],
  'surrogate.json': [exchange('{"openid":"\\ud800","act":"\\udc00"}'), 'wrong-type'],
  'twice.json': [exchange('{"act":1,"act":2}'), 'duplicate-member'],
  'no-bodies.har': [
    '{"log":{"entries":[{"request":{"method":"POST","url":"http://msdk.qq.com/profile/query_vip","bodySize":9},"response":{"status":200,"content":{"size":9}}}]}}',
    'omitted-bodies',
  ],
  'others.har': ['{"log":{"entries":[]}}', 'no-calls'],
  'cut.har': ['{"log":{"entries":[{"request":', 'bad-har'],
  'cut.http': ['POST /profile/query_vip HTTP/1.1\r\nno header\r\n\r\n', 'bad-http-message'],
  'null.ndjson': ['null', 'not-an-exchange'],
  'nothing.ndjson': ['{"endpoint":"/share/qq"}', 'nothing-to-check'],
};

describe('of bad content', () => {
  const files = Object.keys(contents);
  const folder = temporaryFolder([{ path: 'z.ndjson', text: right }]);
  for (const [name, [content]] of Object.entries(contents))
    writeFileSync(join(folder, name), content);

  it('each file is told what is wrong with it, and the next has its turn', async () => {
    const { code, verdicts: all } = await verdicts([
      ...files.map((name) => join(folder, name)),
      join(folder, 'z.ndjson'),
    ]);
    expect(code).toBe(1);
    for (const [name, [, wanted]] of Object.entries(contents)) {
      const own = all.filter(({ file }) => file === join(folder, name));
      expect(
        findingsOf(own).map((one) => one.code),
        name,
      ).toContain(wanted);
    }
    expect(all.at(-1)).toMatchObject({ ok: true, file: join(folder, 'z.ndjson') });
  });

  it.each(['', '\n', ' \r\n'])('the standard input too: %j', async (stdin) => {
    const { code, verdicts: all } = await verdicts(['-'], { stdin });
    expect(code).toBe(1);
    expect(findingsOf(all)).toMatchObject([{ code: 'empty-input', line: 1, column: 1 }]);
  });

  it('a line is only itself, whatever stands on it', async () => {
    const bad = ['{', 'null', '[1]', '"x"', '}{', '\u0000', '{"endpoint":5,"query":1}', '\\'];
    const stdin = bad.map((line) => `${right}${line}\r\n\r\n`).join('');
    const { code, verdicts: all } = await verdicts(['-'], { stdin });
    expect(code).toBe(1);
    expect(all.map(({ line, ok }) => [line, ok])).toEqual(
      bad.flatMap((_, at) => [
        [at * 3 + 1, true],
        [at * 3 + 2, false],
      ]),
    );
  });
});

describe('of what cannot be read', () => {
  const folder = temporaryFolder([
    { path: 'calls.ndjson', text: right },
    { path: 'empty/readme.txt', text: '' },
  ]);
  symlinkSync('nowhere', join(folder, 'dangling.json'));

  it.each([
    ['call.ndjson', 'missing-file'],
    ['empty', 'empty-folder'],
    ['*.har', 'no-match'],
    ['dangling.json', 'unreadable'],
    ['/dev/null', 'not-a-file'],
    ['calls.ndjson/x', 'missing-file'],
    ['', 'missing-file'],
  ])('%j is told of, the others are read, and the code is 2', async (name, wanted) => {
    const run = await verdicts([name, 'calls.ndjson'], { cwd: folder });
    expect(run.code).toBe(2);
    expect(findingsOf(run.verdicts)).toMatchObject([{ code: wanted }]);
    expect(run.verdicts.at(-1)).toMatchObject({ ok: true, file: 'calls.ndjson' });
  });

  it('the nearest name is suggested', async () => {
    const { stdout } = await validate(['call.ndjson'], { cwd: folder });
    expect(stdout).toContain('did you mean calls.ndjson?');
  });

  it.each(['gone.ndjson', 'gone.har', 'gone.json'])(
    'a large file that goes meanwhile is told of once: %s',
    async (name) => {
      const fifo = join(folder, `${name}.fifo`);
      execFileSync('mkfifo', [fifo]);
      writeFileSync(join(folder, name), right.repeat(100_000));
      const run = verdicts([fifo, name, 'calls.ndjson'], { cwd: folder });
      // It is opened only once the command reads it; by then all inputs have been found.
      await appendFile(fifo, '');
      rmSync(join(folder, name));
      const { code, verdicts: all } = await run;
      expect(code).toBe(2);
      expect(all.map(({ file }) => file)).toEqual([fifo, name, 'calls.ndjson']);
      expect(findingsOf(all.slice(1))).toMatchObject([{ code: 'unreadable' }]);
    },
  );

  it('a named pipe is read like a file', async () => {
    const fifo = join(folder, 'pipe');
    execFileSync('mkfifo', [fifo]);
    const run = verdicts([fifo], { cwd: folder });
    await appendFile(fifo, right.repeat(3));
    expect((await run).verdicts.map(({ line, ok }) => [line, ok])).toEqual([
      [1, true],
      [2, true],
      [3, true],
    ]);
  });

  it('a full disk is told of in a sentence', async () => {
    const { code, stderr } = await validate(['calls.ndjson', '--reporter', 'json=/dev/full'], {
      cwd: folder,
    });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'msdk: /dev/full cannot be written (ENOSPC)\n',
    });
  });
});

describe('time grows with the input and no faster', () => {
  const many = (count: number, of: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => of(at)).join();

  it.each([
    ['exchanges of a list', `[${many(4000, () => exchange('{"act":"x"}'))}]`],
    ['items of a reply', right.replace('"msg"', `"lists":[${many(50_000, () => '{}')}],"msg"`)],
    ['members that are not known', exchange(`{${many(20_000, (at) => `"m${at}":1`)}}`)],
    [
      'parameters',
      `{"endpoint":"/share/qq?${many(9000, (at) => `p${at}`).replaceAll(',', '&')}","request":{}}`,
    ],
    ['members that stand twice', `[${many(50_000, () => '{"a":1,"a":2}')}]`],
    ['backslashes', exchange(`{"act":"${'\\\\'.repeat(500_000)}","sig":1}`)],
  ])('with many %s', async (_, text) => {
    const folder = temporaryFolder([{ path: 'many.json', text }]);
    const before = performance.now();
    const { code } = await validate([folder, '--max', '3']);
    expect(code).toBe(1);
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});

it('a folder that holds the report and the keys is validated without them', async () => {
  const folder = temporaryFolder([
    { path: 'calls.ndjson', text: right },
    { path: 'keys.json', text: '{"appkey":"k"}' },
  ]);
  mkdirSync(join(folder, 'out'));
  const args = ['.', '--key-file', 'keys.json', '--reporter', 'json=out/r.json', '--coverage'];
  for (let time = 0; time < 2; time++) {
    const run = await verdicts([...args, 'out/coverage.json'], { cwd: folder });
    expect(run.code).toBe(0);
    expect(run.verdicts.map(({ file }) => file)).toEqual(['calls.ndjson']);
  }
});
