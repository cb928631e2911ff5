import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { validateResponse, type Endpoint } from '../../generated/validators/index.js';
import { handlers } from '../../templates/runtime/mock/handlers/index.js';
import { specModel } from '../support/catalogue.js';
import { callOf, calledMock, endpoint } from '../support/mock-caller.js';

const { operations } = specModel();
const examples = operations.flatMap((operation) =>
  operation.examples.map((example) => ({
    what: `${operation.path} ${example.name}`,
    operation,
    example,
  })),
);

describe('every endpoint', () => {
  it.each(examples)('answers the request of $what, and validly', async ({ operation, example }) => {
    const { ask } = calledMock();
    const reply = await ask(...callOf(operation, example));
    expect(reply).toMatchObject({ ret: 0 });
    expect(validateResponse(operation.path as Endpoint, reply)).toMatchObject({ ok: true });
  });

  it.each(examples)(
    'answers $what with nothing that has ended, unless its example does',
    async ({ operation, example }) => {
      const reply = await calledMock().ask(...callOf(operation, example));
      const { spotlessResponse } = (await import(
        pathToFileURL(resolve(`generated/validators${operation.path}.js`)).href
      )) as { spotlessResponse: (value: unknown) => boolean };
      const isSpotless = operation.examples.some(({ response }) => spotlessResponse(response));
      if (isSpotless) expect(spotlessResponse(reply), JSON.stringify(reply)).toBe(true);
    },
  );

  it.each(operations)('$path has an answer of its own, made from the state', async (operation) => {
    const { mock, ask } = calledMock();
    await ask(...callOf(operation));
    expect(mock.received()).toMatchObject([{ endpoint: operation.path, cause: 'state' }]);
  });

  it.each(operations)('$path gives back msdkExtInfo', async (operation) => {
    const [path, body, { query }] = callOf(operation);
    const reply = await calledMock().ask(path, body, { query: { ...query, msdkExtInfo: 'a_1' } });
    expect(reply).toMatchObject({ msdkExtInfo: 'a_1' });
  });

  it('has no handler that belongs to none', () => {
    expect([...handlers.keys()].sort()).toEqual(operations.map(({ path }) => path));
  });
});

describe('endpoints on their way out', () => {
  const dates = (path: string) => calledMock().call(...callOf(endpoint(path)));

  it('say since when, until when, and what to call instead', async () => {
    const { headers, reply } = await dates('/profile/load_vip');
    expect(reply).toMatchObject({ ret: 0 });
    expect(Object.fromEntries(headers)).toMatchObject({
      deprecation: `@${Date.UTC(2015, 5, 30) / 1000}`,
      sunset: 'Tue, 30 Jun 2015 00:00:00 GMT',
      link: '</profile/query_vip>; rel="successor-version"',
    });
  });

  it.each(operations)('$path says so only where it is so', async ({ path, lifecycle }) => {
    const { headers } = await dates(path);
    const status = lifecycle?.status;
    expect(headers.has('deprecation')).toBe(status === 'deprecated' || status === 'stopped');
    expect(headers.has('sunset')).toBe(status === 'stopped');
  });
});
