/**
 * The laws: how an input is cut into pieces, on how many threads they are done, and whether it is a
 * file or a stream does not show in what is said.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary.js';
import { findingsOf, validate, verdicts, type Verdict } from '../../support/validate-command.js';

const right = JSON.stringify({
  endpoint: '/profile/query_vip',
  request: { appid: '1', openid: 'o', accessToken: 'x'.repeat(900), vip: 1 },
});

/** The most bytes that a line may have in these tests: more than a piece has, which is two million. */
const limit = 3_000_000;

interface Line {
  readonly bytes: Buffer;
  /** What is to be said of it; nothing where it is right, or blank. */
  readonly code?: string;
}

function lineAt(number: number): Line {
  const longer = (bytes: number): Buffer =>
    Buffer.from(right.replace('"o"', `"${'中'.repeat(bytes / 3)}"`));
  if (number === 1500) return { bytes: longer(2_600_000) };
  if (number === 2500) return { bytes: longer(limit), code: 'payload-too-long' };
  if (number === 4001) return { bytes: longer(2.5 * limit), code: 'payload-too-long' };
  if (number % 997 === 0)
    return { bytes: Buffer.from(right.replace('"vip":1', '"vip":"é中😀"')), code: 'wrong-type' };
  if (number % 1013 === 0) return { bytes: Buffer.from(right.slice(0, -1)), code: 'invalid-json' };
  if (number % 1999 === 0)
    return { bytes: Buffer.from([...Buffer.from(right), 0xff]), code: 'invalid-utf8' };
  return { bytes: Buffer.from(number % 499 === 0 ? '' : right) };
}

const lines = Array.from({ length: 8000 }, (_, at) => lineAt(at + 1));
const expected = lines.flatMap(({ code }, at) => (code === undefined ? [] : [[at + 1, code]]));

function joined(lineEnd: string): Buffer {
  return Buffer.concat(lines.flatMap(({ bytes }) => [bytes, Buffer.from(lineEnd)]));
}

function told(stdout: string): (number | string)[][] {
  const all = stdout
    .split('\n')
    .filter((line) => line.includes('"findings"'))
    .map((line) => JSON.parse(line) as Verdict);
  return all.flatMap(({ line, findings = [] }) => findings.map(({ code }) => [line, code]));
}

describe.each([
  ['\\n', '\n'],
  ['\\r\\n', '\r\n'],
])('sixteen million bytes of lines that end with %s', (_, lineEnd) => {
  const options = ['--max-bytes', String(limit), '--reporter', 'ndjson'];
  const bytes = joined(lineEnd);
  const folder = temporaryFolder();
  const file = join(folder, 'calls.ndjson');
  let alone = '';

  beforeAll(async () => {
    writeFileSync(file, bytes);
    alone = (await validate([file, ...options, '--jobs', '1'])).stdout;
  });

  it('are found right and wrong where they are', () => {
    expect(bytes.length).toBeGreaterThan(15_000_000);
    expect(told(alone)).toEqual(expected);
    expect(alone.split('\n')).toHaveLength(8000 - 16 + 1);
  });

  it('are told of in the same bytes by four threads', async () => {
    const { code, stdout } = await validate([file, ...options, '--jobs', '4']);
    expect({ code, isSame: stdout === alone }).toEqual({ code: 1, isSame: true });
  });

  it.each(['1', '4'])('and from a stream by %s', async (jobs) => {
    const { stdout } = await validate(['-', ...options, '--jobs', jobs], { stdin: bytes });
    expect(stdout.replaceAll('"file":"-"', `"file":${JSON.stringify(file)}`) === alone).toBe(true);
  });

  it('also behind a byte order mark, which alone is told of besides', async () => {
    const marked = Buffer.concat([Buffer.from('\ufeff'), bytes]);
    writeFileSync(join(folder, 'marked.ndjson'), marked);
    const { stdout } = await validate([join(folder, 'marked.ndjson'), ...options]);
    expect(told(stdout)).toEqual([[1, 'byte-order-mark'], ...expected]);
    const fromStream = await validate(['-', '--format', 'ndjson', ...options], { stdin: marked });
    expect(told(fromStream.stdout)).toEqual([[1, 'byte-order-mark'], ...expected]);
  });
});

describe('a stream', () => {
  it('ends, however many of its pieces come before there are threads', async () => {
    const stdin = `${right}\n`.repeat(9000);
    for (let time = 0; time < 6; time++)
      expect(await validate(['-', '--jobs', '2'], { stdin })).toMatchObject({ code: 0 });
  });

  const exchange = '{"endpoint":"/profile/query_vip","response":{"ret":1,"msg":""}}\n';

  it('that never ends is left once nobody listens', async () => {
    const child = spawn(process.execPath, [resolve('dist/msdk.js'), 'validate', '-'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const feed = exchange.repeat(99) + exchange.replace('{"ret":1', '{"ret":"x"');
    const write = (): void => {
      while (child.stdin.writable && child.stdin.write(feed.repeat(10)));
    };
    child.stdin.on('drain', write).on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    write();
    const code = await new Promise((settle) => child.once('exit', settle));
    expect(code).toBe(1);
  });

  it('is told of line by line as it comes', async () => {
    const child = spawn(
      process.execPath,
      [resolve('dist/msdk.js'), 'validate', '-', '--reporter', 'ndjson'],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const heard: string[] = [];
    child.stdout.on('data', (text: Buffer) => {
      heard.push(...text.toString().trimEnd().split('\n'));
      child.stdout.emit('heard');
    });
    const hears = async (count: number): Promise<void> => {
      while (heard.length < count)
        await new Promise((settle) => child.stdout.once('heard', settle));
    };
    child.stdin.write(exchange.repeat(2));
    await hears(2);
    child.stdin.write(exchange);
    await hears(3);
    child.stdin.end();
    await new Promise((settle) => child.once('exit', settle));
    expect(heard).toHaveLength(3);
  });

  it('of a hundred million bytes on one line takes no such memory', async () => {
    const stdin = Buffer.concat([
      Buffer.from(exchange),
      Buffer.from('{"endpoint":"/profile/query_vip","request":"'),
      Buffer.alloc(100_000_000, 'x'),
      Buffer.from(`"}\n${exchange}`),
    ]);
    const folder = temporaryFolder();
    const small = { node: ['--max-old-space-size=100'] };
    const codes = ['payload-too-long'];
    const streamed = await verdicts(['-', '--jobs', '1'], { ...small, stdin });
    expect(findingsOf(streamed.verdicts).map(({ code }) => code)).toEqual(codes);
    expect(streamed.verdicts.map(({ line }) => line)).toEqual([1, 2, 3]);
    for (const [name, bytes] of [
      ['lines.ndjson', stdin],
      ['one.json', stdin.subarray(exchange.length, -exchange.length)],
    ] as const) {
      writeFileSync(join(folder, name), bytes);
      const read = await verdicts([join(folder, name), '--jobs', '2'], small);
      expect(findingsOf(read.verdicts).map(({ code }) => code)).toEqual(codes);
    }
  });
});
