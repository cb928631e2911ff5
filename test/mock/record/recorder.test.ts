import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRecorder, type Recorder } from '../../../generator/mock/record/recorder.js';
import { temporaryFolder } from '../../support/temporary.js';
import { asked, knowledge, query, replyWith } from '../../support/upstream.js';

const one = {
  at: 0,
  milliseconds: 1,
  request: asked(`/auth/verify_login?${query}`, { openid: 'O1' }),
  reply: replyWith({ ret: 0, msg: '' }),
};

function recorderTo(file: string): { readonly recorder: Recorder; readonly problems: string[] } {
  const problems: string[] = [];
  const onProblem = (problem: string): void => void problems.push(problem);
  return { recorder: createRecorder({ file, knowledge, onProblem }), problems };
}

function linesOf(file: string): unknown[] {
  const text = readFileSync(file, 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

describe('a recorder', () => {
  it('makes a file that only its owner can read, and closes one that others could', async () => {
    const folder = temporaryFolder();
    for (const name of ['new.ndjson', 'old.ndjson']) {
      const file = join(folder, name);
      if (name === 'old.ndjson') writeFileSync(file, '', { mode: 0o644 });
      const { recorder } = recorderTo(file);
      expect(await recorder.record(one)).toBe(1);
      await recorder.close();
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
  });

  it('adds to a recording, and counts its lines on', async () => {
    const file = join(temporaryFolder(), 'calls.ndjson');
    for (const first of [1, 3]) {
      const { recorder } = recorderTo(file);
      expect(await Promise.all([recorder.record(one), recorder.record(one)])).toEqual([
        first,
        first + 1,
      ]);
      await recorder.close();
    }
    expect(linesOf(file)).toHaveLength(4);
  });

  it('keeps the order in which exchanges came to it', async () => {
    const file = join(temporaryFolder(), 'calls.ndjson');
    const { recorder } = recorderTo(file);
    const all = Array.from({ length: 50 }, (_, at) => recorder.record({ ...one, at }));
    await Promise.all(all);
    await recorder.close();
    expect(linesOf(file)).toEqual(
      all.map((_, at) => expect.objectContaining({ at: new Date(at).toISOString() }) as unknown),
    );
  });

  it('cuts off what a crash left of a line, and ends one that lacks its end', async () => {
    const file = join(temporaryFolder(), 'calls.ndjson');
    const whole = '{"endpoint":"/a","response":{"ret":0}}';
    for (const [tail, count] of [
      ['{"at":"2026', 2],
      [whole, 4],
    ] as const) {
      appendFileSync(file, count === 2 ? `${whole}\n${tail}` : tail);
      const { recorder, problems } = recorderTo(file);
      expect(await recorder.record(one)).toBe(count);
      await recorder.close();
      expect(linesOf(file)).toHaveLength(count);
      expect(problems).toEqual([]);
    }
  });

  it('touches no file of something else', async () => {
    const file = join(temporaryFolder(), 'precious.txt');
    for (const text of ['my notes\n', 'my notes', '{"a":1}\n', '[]']) {
      writeFileSync(file, text, { mode: 0o644 });
      const { recorder, problems } = recorderTo(file);
      expect(await recorder.record(one)).toBeUndefined();
      expect(problems).toEqual([
        `cannot record to ${file}: it holds something else than a recording`,
      ]);
      expect(readFileSync(file, 'utf8')).toBe(text);
      expect(statSync(file).mode & 0o777).toBe(0o644);
    }
  });

  it('tells once of a folder that is missing, and goes on when it is there', async () => {
    const folder = join(temporaryFolder(), 'later');
    const file = join(folder, 'calls.ndjson');
    const { recorder, problems } = recorderTo(file);
    const told = `cannot record to ${file}: its folder is missing (ENOENT)`;
    expect(problems).toEqual([told]);
    expect(await recorder.record(one)).toBeUndefined();
    expect(await recorder.record(one)).toBeUndefined();
    expect(problems).toEqual([told]);
    mkdirSync(folder);
    expect(await recorder.record(one)).toBe(1);
    expect(problems).toEqual([told, `recording to ${file} goes on; 2 lost`]);
    await recorder.close();
  });

  it.runIf(existsSync('/dev/full'))(
    'tells of a full disk, and takes nothing from anybody',
    async () => {
      const { recorder, problems } = recorderTo('/dev/full');
      expect(await recorder.record(one)).toBeUndefined();
      expect(await recorder.record(one)).toBeUndefined();
      expect(problems).toEqual(['cannot record to /dev/full: the disk is full (ENOSPC)']);
      await recorder.close();
    },
  );

  it('tells of a folder in the place of the file', async () => {
    const folder = temporaryFolder();
    const { recorder, problems } = recorderTo(folder);
    expect(await recorder.record(one)).toBeUndefined();
    expect(problems).toEqual([`cannot record to ${folder}: it is a folder (EISDIR)`]);
  });
});
