/** Every option does what its help says, and wrong usage ends with a sentence and 2. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sign } from '../../../templates/runtime/signature.js';
import { temporaryFolder } from '../../support/temporary.js';
import { findingsOf, validate, verdicts } from '../../support/validate-command.js';

const failed = { ret: 1, msg: 'x' };
const line = (exchange: object): string => `${JSON.stringify(exchange)}\n`;
const right = line({ endpoint: '/profile/query_vip', response: failed });
const wrong = line({ endpoint: '/profile/query_vip', response: { ret: '1', msg: 'x' } });
const undocumented = line({ endpoint: '/profile/query_vip', response: { ret: 12345, msg: 'x' } });
const deprecated = line({ endpoint: '/profile/load_vip', response: failed });

/** Each option, and the test below that shows what it does. */
const tested = [
  ...['--base-url', '--coverage', '--duplicates', '--endpoint', '--fail-on', '--format'],
  ...['--generated', '--help', '--jobs', '--json', '--key-file', '--lang', '--lenient', '--max'],
  ...['--max-bytes', '--min-coverage', '--reporter', '--request', '--response'],
];

async function codes(args: readonly string[], stdin: string): Promise<string[]> {
  return findingsOf((await verdicts(['-', ...args], { stdin })).verdicts).map(({ code }) => code);
}

async function codeOf(args: readonly string[], stdin: string): Promise<number | null> {
  return (await validate(['-', ...args], { stdin })).code;
}

it('the help names every option, and each is tested here', async () => {
  const { code, stdout } = await validate(['--help']);
  expect(code).toBe(0);
  const listed = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual(tested);
});

describe('what an option does', () => {
  it('--fail-on: warnings, or what is deprecated, fail too', async () => {
    const all: readonly (readonly [text: string, args: string[], code: number])[] = [
      [right, ['--fail-on', 'warning', '--fail-on', 'deprecation'], 0],
      [undocumented, [], 0],
      [undocumented, ['--fail-on', 'deprecation'], 0],
      [undocumented, ['--fail-on', 'warning'], 1],
      [deprecated, ['--fail-on', 'error'], 0],
      [deprecated, ['--fail-on', 'error,deprecation'], 1],
      [deprecated, ['--fail-on', 'warning'], 1],
      [wrong, [], 1],
    ];
    for (const [text, args, code] of all) expect(await codeOf(args, text), text).toBe(code);
  });

  it('--lenient: replies may have the loose forms of the wire', async () => {
    expect(await codes([], wrong)).toEqual(['wrong-type']);
    expect(await codes(['--lenient'], wrong)).toEqual([]);
  });

  it('--base-url: the service answers there too', async () => {
    const text = right.replace('"/', '"http://127.0.0.1:8080/msdk/');
    expect(await codes([], text)).toEqual(['foreign-host']);
    expect(await codes(['--base-url', 'http://127.0.0.1:8080/msdk'], text)).toEqual([]);
  });

  it('--format: it is not recognised but told', async () => {
    expect(await codes([], right + right)).toEqual([]);
    expect(await codes(['--format', 'json'], right + right)).toEqual(['invalid-json']);
    expect(await codes(['--format', 'har'], right)).toContain('bad-har');
    expect(await codes(['--format', 'http'], right)).toEqual(['bad-http-message']);
  });

  it('--max: no more findings are shown; all are counted', async () => {
    const { code, stdout } = await validate(['-', '--max', '2'], { stdin: wrong.repeat(5) });
    expect(code).toBe(1);
    expect(stdout.match(/wrong-type/g)).toHaveLength(2);
    expect(stdout).toMatch(/5 errors/);
    expect(stdout).toMatch(/3 .*(?:not shown|left out|omitted|more)/);
  });

  it('--max-bytes: what is longer is not looked at', async () => {
    expect(await codes(['--max-bytes', '10'], wrong + wrong)).toEqual(
      Array.from({ length: 2 }, () => 'payload-too-long'),
    );
  });

  it('--duplicates: lines, too, are searched for members that stand twice', async () => {
    const twice = right.replace('"ret":1', '"ret":1,"ret":1');
    expect(await codes([], twice + right)).toEqual([]);
    expect(await codes(['--duplicates'], twice + right)).toEqual(['duplicate-member']);
  });

  it('--request and --response: every input is one', async () => {
    const args = ['--endpoint', 'profile/query_vip', '--format', 'json'];
    expect(await codes([...args, '--response'], JSON.stringify(failed))).toEqual([]);
    expect(await codes([...args, '--request'], JSON.stringify(failed))).toContain('missing-member');
  });

  it('--json is --reporter json; --reporter goes to files, several at once', async () => {
    const folder = temporaryFolder();
    const [short, long] = await Promise.all([
      validate(['-', '--json'], { stdin: wrong }),
      validate(['-', '--reporter', 'json', '--reporter', `ndjson=${join(folder, 'n')}`], {
        stdin: wrong,
      }),
    ]);
    expect(short.stdout).toBe(long.stdout);
    expect(JSON.parse(short.stdout)).toMatchObject({ findings: [{ code: 'wrong-type' }] });
    expect(readFileSync(join(folder, 'n'), 'utf8')).toContain('wrong-type');
  });

  it('--coverage: as text, and as figures to a file', async () => {
    const folder = temporaryFolder([{ path: 'calls.ndjson', text: right }]);
    const text = await validate(['calls.ndjson', '--coverage'], { cwd: folder });
    expect(text.stdout).toContain('/profile/query_vip');
    await validate(['calls.ndjson', '--coverage', 'figures.json'], { cwd: folder });
    const figures = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8')) as object;
    expect(figures).toMatchObject({ endpoints: { seen: 1 } });
  });

  it('--coverage writes over nothing but figures', async () => {
    const folder = temporaryFolder([
      { path: 'calls.ndjson', text: right },
      { path: 'more.ndjson', text: right },
    ]);
    const run = await validate(['--coverage', 'calls.ndjson', 'more.ndjson'], { cwd: folder });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('put --coverage behind the files');
    expect(readFileSync(join(folder, 'calls.ndjson'), 'utf8')).toBe(right);
  });

  it('--min-coverage: what is below fails', async () => {
    expect(await codeOf(['--min-coverage', 'endpoints=1'], right)).toBe(0);
    const { code, stderr } = await validate(['-', '--min-coverage', '80'], { stdin: right });
    expect(code).toBe(1);
    expect(stderr).toContain('--min-coverage 80 is not reached');
  });

  it('--jobs: coverage is the same however many threads count it', async () => {
    const folder = temporaryFolder([{ path: 'calls.ndjson', text: right.repeat(150_000) }]);
    const [one, three] = await Promise.all(
      ['1', '3'].map((jobs) => validate([folder, '--jobs', jobs, '--coverage'])),
    );
    expect(one?.stdout).toContain('/profile/query_vip');
    expect(three?.stdout).toBe(one?.stdout);
  });

  it('--generated: validators of another folder', async () => {
    expect(await codeOf(['--generated', 'generated'], right)).toBe(0);
    const { code, stderr } = await validate(['-', '--generated', 'nowhere'], { stdin: right });
    expect(code).toBe(2);
    expect(stderr).toContain('nowhere');
  });
});

describe('--key-file and the environment: signatures are verified', () => {
  const timestamp = '1400000000';
  const signed = (key: string, encode: string): string => {
    const query = { timestamp, appid: '7', sig: sign(key, timestamp), openid: 'o', encode };
    return line({ endpoint: '/profile/query_vip', query });
  };

  it('by the key that encode names, else told that there is none', async () => {
    const folder = temporaryFolder([{ path: 'keys', text: 'appkey=K1' }]);
    const args = ['--key-file', join(folder, 'keys')];
    expect(await codes(args, signed('K1', '1'))).toEqual([]);
    expect(await codes(args, signed('K2', '1'))).toEqual(['wrong-signature']);
    expect(await codes(args, signed('K1', '2'))).toEqual(['no-key']);
    expect(await codes([], signed('K2', '1'))).toEqual([]);
  });

  it('by MSDK_APPKEY and MSDK_MSDKKEY, in every format', async () => {
    const env = { MSDK_APPKEY: 'K1', MSDK_MSDKKEY: 'K2' };
    const query = (key: string): string =>
      `timestamp=${timestamp}&appid=7&sig=${sign(key, timestamp)}&openid=o&encode=2`;
    const address = (key: string): string => `http://msdk.qq.com/profile/load_vip/?${query(key)}`;
    const inputs = (key: string): string[] => [
      signed(key, '2'),
      line({ endpoint: address(key), response: failed }),
      line({ endpoint: '/profile/load_vip', query: `?${query(key)}` }),
      `GET ${address(key)} HTTP/1.1\r\n\r\n`,
      JSON.stringify({
        log: { entries: [{ request: { method: 'GET', url: address(key) } }] },
      }),
    ];
    for (const [key, isRight] of [
      ['K2', true],
      ['K1', false],
    ] as const)
      for (const stdin of inputs(key)) {
        const { verdicts: all } = await verdicts(['-'], { stdin, env });
        const found = findingsOf(all).filter(({ code }) => code === 'wrong-signature');
        expect(found, stdin).toHaveLength(isRight ? 0 : 1);
      }
  });
});

describe('--lang', () => {
  const stdin = `${wrong}${undocumented}{"endpoint":"/profile/quer_vip","request":1,}\n`;

  it('words findings, and changes nothing else', async () => {
    const runs = await Promise.all(
      ['en', 'zh', 'ko'].map((language) => verdicts(['-', '--lang', language], { stdin })),
    );
    const facts = runs.map(({ verdicts: all }) =>
      findingsOf(all).map(({ code, pointer, line: at, column, source }) => {
        return [code, pointer, at, column, source];
      }),
    );
    expect(facts[1]).toEqual(facts[0]);
    expect(facts[2]).toEqual(facts[0]);
    const words = runs.map(({ verdicts: all }) => findingsOf(all).map(({ message }) => message));
    for (const message of words[1] ?? []) expect(message).toMatch(/\p{Script=Han}/u);
    for (const message of words[2] ?? []) expect(message).toMatch(/\p{Script=Hangul}/u);
    for (const message of words[0] ?? []) expect(message).toMatch(/^[\u0020-\u007e]*$/);
  });

  it('words the last line too', async () => {
    const ends = await Promise.all(
      ['zh', 'ko'].map((language) => validate(['-', '--lang', language], { stdin })),
    );
    const lasts = ends.map(({ stdout }) => stdout.trimEnd().split('\n').at(-1));
    expect(lasts[0]).toMatch(/\p{Script=Han}/u);
    expect(lasts[1]).toMatch(/\p{Script=Hangul}/u);
  });
});

describe('wrong usage', () => {
  it.each([
    [[], 'missing required argument'],
    [['-', '--request', '--response'], 'exclude each other'],
    [['-', '--endpoint', '/profile/quer_vip'], 'did you mean /profile/query_vip?'],
    [['-', '--fail-on', 'hint'], '--fail-on hint'],
    [['-', '--reporter', 'xml'], 'junit'],
    [['-', '--reporter', 'json='], 'NAME=FILE'],
    [['-', '--reporter', 'json', '--json'], 'only one report'],
    [['-', '--reporter', 'json=nowhere/at/all'], 'cannot be written (ENOENT)'],
    [['-', '--max', '-1'], '--max'],
    [['-', '--max-bytes', '0'], '--max-bytes 0'],
    [['-', '--max-bytes', '1e3'], '--max-bytes 1e3'],
    [['-', '--jobs', '0'], '--jobs 0'],
    [['-', '--jobs', '100000'], '--jobs 100000'],
    [['-', '--lang', 'fr'], 'fr'],
    [['-', '--format', 'xml'], 'xml'],
    [['-', '--base-url', 'ftp://x'], '--base-url ftp://x'],
    [['-', '--key-file', 'nowhere'], 'it cannot be read (ENOENT)'],
    [['-', '--min-coverage', '101'], '--min-coverage 101'],
    [['package.json', '--reporter', 'json=./package.json'], 'is to be read'],
    [['-', '--coverage', 'spec'], 'spec'],
    [['-', '--nothing'], '--nothing'],
  ])('%j', async (args, words) => {
    const { code, stdout, stderr } = await validate(args, { stdin: right });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('error of the tool itself');
    expect(existsSync('package.json') && readFileSync('package.json', 'utf8')).not.toBe('');
  });
});
