/** Whatever an exchange holds, it is judged: nothing in it ends the run, and what is no query is told. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Knowledge } from '../../generator/validate/knowledge.js';
import { readJson } from '../../generator/validate/read/read-json.js';
import { overLines } from '../../generator/validate/run/lines.js';
import { setUp, verdictsOn } from '../../generator/validate/run/workbench.js';

const hints = { endpoint: undefined, part: undefined, withDuplicates: true } as const;
const key = { appkey: 'k', msdkkey: 'k' };
const workbench = setUp(
  {
    ...{ validators: 'generated/validators', language: 'en', isLenient: false },
    ...{ keys: { byApp: {}, other: key }, baseUrls: [], maxBytes: 1e6, hints, format: undefined },
    ...{ everyVerdict: true, withCoverage: false },
  },
  new Knowledge('generated/validators'),
);

async function codesOf(exchange: unknown): Promise<string[]> {
  const record = { file: 'f', text: JSON.stringify(exchange), line: 1, column: 1 };
  const verdicts = await verdictsOn(record, readJson(record.text, hints), workbench);
  return verdicts.flatMap(({ findings }) => findings.map(({ code }) => code));
}

const body = fc.oneof(
  fc.jsonValue(),
  fc.record({ appid: fc.jsonValue(), openid: fc.jsonValue(), ret: fc.jsonValue() }),
);
const query = fc.oneof(
  fc.jsonValue(),
  fc.record({ appid: fc.jsonValue(), sig: fc.jsonValue(), encode: fc.constantFrom('1', '2', 2) }),
);

it('takes any JSON for the parts of an exchange', async () => {
  const endpoint = fc.constantFrom('/profile/query_vip', '/share/qq', '/freeflow/getinfo');
  const exchange = fc.record(
    { endpoint: fc.oneof(endpoint, fc.jsonValue()), query, request: body, response: body },
    { requiredKeys: ['endpoint'] },
  );
  await fc.assert(
    fc.asyncProperty(exchange, async (one) => {
      await codesOf(one);
    }),
    {
      numRuns: 500,
    },
  );
});

it.each([null, 7, [], true])('finds that a query is %j', async (wrong) => {
  const request = { appid: '1', openid: 'o', accessToken: 't', vip: 1 };
  const exchange = { endpoint: '/profile/query_vip', query: wrong, request };
  expect(await codesOf(exchange)).toEqual(['wrong-type']);
});

it('tells of a status other than 200, and does not take what came with it for a reply', async () => {
  const exchange = { endpoint: '/profile/query_vip', response: '<html>' };
  expect(await codesOf({ ...exchange, status: 502 })).toEqual(['wrong-status']);
  expect(await codesOf({ ...exchange, status: 200 })).toEqual(['invalid-json']);
  // Whoever calls something else by that name is let be.
  for (const status of ['502', 0, 7, 600, null, {}])
    expect(await codesOf({ ...exchange, status })).toEqual(['invalid-json']);
});

it('tells of it in the fast lane too', async () => {
  const line = '{"endpoint":"/profile/query_vip","response":{"ret":1,"msg":""}}';
  const lines = [line, line.replace(/}$/, ',"status":502}'), line.replace(/}$/, ',"status":200}')];
  const { verdicts } = await overLines('f', Buffer.from(lines.join('\n')), workbench);
  const codes = verdicts.map(({ findings }) => findings.map(({ code }) => code));
  expect(codes).toEqual([[], ['wrong-status'], []]);
});
