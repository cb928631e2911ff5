/** The law: the line and column of a finding are those of the text that is guilty. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenSamples, exchangeOf, harEntryOf, httpOf } from '../../support/exchanges.js';
import { temporaryFolder } from '../../support/temporary.js';
import { verdicts, type Found } from '../../support/validate-command.js';

const samples = brokenSamples(23);

/** What stands in a file from a line and column on. */
function textAt(text: string, { line, column }: Found): string {
  return text
    .split('\n')
    .slice(line - 1)
    .join('\n')
    .slice(column - 1, column + 199);
}

/** Whether a text starts with what a pointer's last name is the key of, or with its value, or opens its parent. */
function isGuilty(text: string, { code, pointer }: Found, value: unknown): boolean {
  const plain = text.replaceAll('\\"', '"');
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  if (code === 'missing-member') return plain.startsWith('{');
  if (plain.startsWith(JSON.stringify(name))) return true;
  if (typeof value === 'object' && value !== null) return /^[{[]/.test(plain);
  return plain.startsWith(JSON.stringify(value).slice(0, 20));
}

function valueAt(payload: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, name) => (value as Record<string, unknown> | undefined)?.[name],
      payload,
    );
}

const texts: Readonly<Record<string, string>> = {
  'lines.ndjson': samples.map((one) => `${JSON.stringify(exchangeOf(one))}\n`).join(''),
  'laid-out.json': JSON.stringify(samples.map(exchangeOf), null, 2),
  'crlf.json': JSON.stringify(samples.map(exchangeOf), null, '\t').replaceAll('\n', '\r\n'),
  'flat.json': ` \n ${JSON.stringify(samples.map(exchangeOf))}`,
  'inside.ndjson': samples
    .map((one) => {
      const { endpoint, request, response } = exchangeOf(one);
      const part = (body: unknown) => (body === undefined ? undefined : JSON.stringify(body));
      return `${JSON.stringify({ n: '中😀', endpoint, request: part(request), response: part(response) })}\r\n`;
    })
    .join(''),
  'capture.har': JSON.stringify({ log: { entries: samples.map(harEntryOf) } }, null, 3),
};

describe('a finding stands where its text does', () => {
  const folder = temporaryFolder();
  const check = (text: string, found: readonly Found[], at: number): number => {
    const sample = samples[at];
    let count = 0;
    for (const one of found) {
      if (one.code.startsWith('deprecated-endpoint') || one.code === 'unknown-error-code') continue;
      const values = [sample?.request, sample?.response].map((body) => valueAt(body, one.pointer));
      const here = textAt(text, one);
      const isRight = values.some((value) => value !== undefined && isGuilty(here, one, value));
      const isMissing = one.code === 'missing-member' && isGuilty(here, one, undefined);
      expect(isRight || isMissing, `${JSON.stringify(one)} at ${here}`).toBe(true);
      count++;
    }
    return count;
  };

  it.each(Object.keys(texts))('in %s', async (name) => {
    const text = texts[name] ?? '';
    writeFileSync(join(folder, name), text);
    const { verdicts: all } = await verdicts([join(folder, name)]);
    expect(all).toHaveLength(samples.length);
    const counts = all.map(({ findings = [] }, at) => check(text, findings, at));
    expect(counts.every((count) => count > 0)).toBe(true);
  });

  it('in messages', async () => {
    const files = samples.map((one, at) => ({
      path: `${String(at).padStart(4, '0')}.http`,
      text: httpOf(one),
    }));
    const { verdicts: all } = await verdicts([temporaryFolder(files)]);
    for (const [at, { file, findings = [] }] of all.entries())
      check(readFileSync(file, 'utf8'), findings, at);
  });
});

describe('broken JSON is told of at its fault', () => {
  it.each([
    ['{"endpoint":"/profile/query_vip","request":{"a":1,}}', ',}}'],
    ['{"endpoint":"/profile/query_vip"\r\n "request":{}}', '\r\n "request"'],
    ['{"a":"b\n"}', '\n"}'],
    ["{'a':1}", "'a'"],
    ['{"a":tru}', 'tru}'],
    ['{"é😀":nul}', 'nul}'],
  ])('%j', async (text, guilty) => {
    const { code, verdicts: all } = await verdicts(['-', '--format', 'json'], { stdin: text });
    expect(code).toBe(1);
    const [found] = all[0]?.findings ?? [];
    expect(found?.code).toBe('invalid-json');
    expect(found && textAt(text, found).startsWith(guilty)).toBe(true);
  });
});
