/**
 * The laws: what the catalogue shows as right is right in every format; what is wrong is found alike
 * in every format, and only its place differs.
 */
import { describe, expect, it } from 'vitest';
import {
  brokenSamples,
  exampleSamples,
  exchangeOf,
  harEntryOf,
  httpOf,
  pairOf,
  type Sample,
} from '../../support/exchanges.js';
import { temporaryFolder } from '../../support/temporary.js';
import { findingsOf, validate, verdicts, type Found } from '../../support/validate-command.js';

/** Writes samples in a format, and names the files in the order of the samples. */
const writers: Readonly<Record<string, (samples: readonly Sample[]) => string>> = {
  lines: (samples) =>
    temporaryFolder([
      {
        path: 'calls.ndjson',
        text: samples.map((one) => `${JSON.stringify(exchangeOf(one))}\n`).join(''),
      },
    ]),
  list: (samples) =>
    temporaryFolder([
      { path: 'calls.json', text: JSON.stringify(samples.map(exchangeOf), null, 2) },
    ]),
  capture: (samples) =>
    temporaryFolder([
      {
        path: 'calls.har',
        text: JSON.stringify(
          { log: { version: '1.2', entries: samples.map(harEntryOf) } },
          null,
          1,
        ),
      },
    ]),
  messages: (samples) =>
    temporaryFolder(
      samples.map((one, at) => ({
        path: `${String(at).padStart(5, '0')}.http`,
        text: httpOf(one),
      })),
    ),
};

const formats = Object.keys(writers);

function written(format: string, samples: readonly Sample[]): string {
  return writers[format]?.(samples) ?? '';
}

/** A finding without its place. */
function fact({ severity, code, pointer, endpoint, message, suggestion, source }: Found): string {
  return JSON.stringify([severity, code, pointer, endpoint, message, suggestion, source]);
}

describe('every example of the catalogue is right', () => {
  it.each(formats)('as %s', async (format) => {
    const { code, verdicts: all } = await verdicts([written(format, exampleSamples)]);
    expect(findingsOf(all).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(all.map(({ endpoint, ok }) => [endpoint, ok])).toEqual(
      exampleSamples.map(({ endpoint }) => [endpoint, true]),
    );
    expect(code).toBe(0);
  });

  it('as pairs of files', async () => {
    const folder = temporaryFolder(exampleSamples.flatMap((one, at) => pairOf(one, `${at}`)));
    const { code, verdicts: all } = await verdicts([folder]);
    expect(findingsOf(all).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(code).toBe(0);
    const parts = exampleSamples.flatMap(({ request }) => (request === undefined ? [1] : [1, 1]));
    expect(all).toHaveLength(parts.length);
  });

  it('as replies, by the rules of lenient reading', async () => {
    const { code } = await validate([written('lines', exampleSamples), '--lenient']);
    expect(code).toBe(0);
  });
});

describe('what is wrong is found alike', () => {
  const samples = brokenSamples(5);
  const foundIn = async (format: string): Promise<string[][]> => {
    const { code, verdicts: all } = await verdicts([written(format, samples)]);
    expect(code).toBe(1);
    return all.map(({ findings = [] }) => findings.map(fact).sort());
  };

  it('in each format', async () => {
    const [lines, ...others] = await Promise.all(formats.map(foundIn));
    expect(samples.length).toBeGreaterThan(300);
    expect(lines).toHaveLength(samples.length);
    for (const found of lines ?? []) expect(found).not.toEqual([]);
    for (const found of others) expect(found).toEqual(lines);
  });

  it('in pairs of files, save what concerns both', async () => {
    const without = samples.map((one) => ({ ...one, query: {} }));
    const folder = temporaryFolder(
      without.flatMap((one, at) => pairOf(one, String(at).padStart(5, '0'))),
    );
    const { verdicts: pairs } = await verdicts([folder]);
    const lines = without.map((one) => ({ ...exchangeOf(one), query: undefined }));
    const { verdicts: all } = await verdicts(['-'], {
      stdin: lines.map((one) => `${JSON.stringify(one)}\n`).join(''),
    });
    const byPair = without.map((_, at) => {
      const own = pairs.filter(({ file }) => file.includes(`/${String(at).padStart(5, '0')}/`));
      return [...new Set(findingsOf(own).map(fact))].sort();
    });
    expect(byPair).toEqual(all.map((one) => findingsOf([one]).map(fact).sort()));
  });
});

describe('one payload', () => {
  const [sample] = exampleSamples.filter(({ endpoint }) => endpoint === '/profile/query_vip');
  const body = JSON.stringify({ ...sample?.request, vip: 'many' });

  it('needs to be told its endpoint and its part', async () => {
    const { code, verdicts: all } = await verdicts(['-'], { stdin: body });
    expect(code).toBe(1);
    expect(findingsOf(all).map((one) => one.code)).toEqual(['missing-endpoint', 'missing-part']);
  });

  it.each(['/profile/query_vip', 'profile/query_vip/', 'http://msdk.qq.com//profile/query_vip'])(
    'is held against %s',
    async (endpoint) => {
      const { code, verdicts: all } = await verdicts(['--endpoint', endpoint, '--request', '-'], {
        stdin: body,
      });
      expect(code).toBe(1);
      expect(findingsOf(all)).toMatchObject([
        { code: 'wrong-type', pointer: '/vip', endpoint: '/profile/query_vip' },
      ]);
    },
  );

  it('may be one on each line', async () => {
    const reply = JSON.stringify(sample?.response);
    const stdin = `${reply}\n${reply.replace('"ret":0', '"ret":"0"')}\n\n${reply}\n`;
    const { verdicts: all } = await verdicts(
      ['--endpoint', '/profile/query_vip', '--response', '--format', 'ndjson', '-'],
      { stdin },
    );
    expect(all.map(({ line, ok }) => [line, ok])).toEqual([
      [1, true],
      [2, false],
      [4, true],
    ]);
  });
});
