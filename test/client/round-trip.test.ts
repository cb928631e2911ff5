import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as client from '../../generated/client/index.js';
import { createMock } from '../../generated/mock/index.js';
import {
  validateRequest,
  validateResponse,
  type Endpoint,
} from '../../generated/validators/index.js';
import type {
  ErrorCode,
  ErrorTable,
  Operation as ModelOperation,
} from '../../generator/model/index.js';
import { failureReply } from '../../templates/runtime/mock/failure.js';
import { specModel } from '../support/catalogue.js';
import { serve, type Served } from '../support/serve.js';

type AnyOperation = client.Operation<object, object, number>;

const key = 'a key of no game';
const apps = {
  qq: { appid: '100000001', key },
  wechat: { appid: 'wx0000000000000001', key },
  guest: { appid: '100000001', key },
  apple: { appid: '100000001', key },
};
const checks = client.argumentChecks;
const known = ['100000001', 'wx0000000000000001', 'G_100000001', 'A_100000001'].map((appid) => ({
  appid,
  msdkkey: key,
}));

const model = specModel();
const byName = client as unknown as Readonly<Record<string, AnyOperation>>;

/** What the caller gives for an example: its query and body, each fact once. */
function inputOf(operation: ModelOperation, example: ModelOperation['examples'][number]): object {
  const input: Record<string, unknown> = { ...example.query };
  for (const { name, repeats } of operation.request) {
    const value = example.request[name];
    if (value === undefined || repeats === 'appid') continue;
    input[repeats === 'openid' ? 'openid' : name] = value;
  }
  delete input['appid'];
  return input;
}

/**
 * What a reply means where several tables know it: a listed code outweighs a range, and of two tables
 * that list it the endpoint's own, which come first, speak first. Words by which an error is known say more
 * than the number among them.
 */
function meantBy(
  tables: readonly ErrorTable[],
  table: ErrorTable,
  row: ErrorCode,
): [ErrorTable, ErrorCode] {
  const words = failureReply('msg', table, row.code ?? 0, row.match ?? row.text.en)['msg'];
  for (const other of tables.filter(({ carriedBy }) => carriedBy === 'text')) {
    const known = other.codes.find(
      ({ match }) => match !== undefined && String(words).includes(match),
    );
    if (known !== undefined && table.carriedBy !== 'platCode') return [other, known];
  }
  const rivals = tables.filter(
    (other) =>
      other.carriedBy === table.carriedBy &&
      (other.wrappedBy ?? 0) === (table.wrappedBy ?? 0) &&
      (other.command === undefined || other.command === table.command),
  );
  const lists = (known: ErrorCode): boolean =>
    row.match === undefined
      ? known.code === row.code && known.to === undefined
      : known.match !== undefined && row.match.includes(known.match);
  const spans = ({ code = 0, to }: ErrorCode): boolean =>
    to !== undefined &&
    row.code !== undefined &&
    Math.min(code, to) <= row.code &&
    row.code <= Math.max(code, to);
  for (const knows of [lists, spans])
    for (const other of rivals) {
      const known = other.codes.find(knows);
      if (known !== undefined) return [other, known];
    }
  return [table, row];
}

describe('over real HTTP, from the generated client to the generated mock and back', () => {
  let served: Served;
  const seen: { path: string; body: string }[] = [];
  beforeAll(async () => {
    const mock = createMock({ apps: known, replies: 'examples' });
    served = await serve(async (request) => {
      seen.push({ path: new URL(request.url).pathname, body: await request.clone().text() });
      return mock.fetch(request);
    });
  });
  afterAll(() => served.close());

  for (const operation of model.operations) {
    const platform = operation.platforms[0];
    const operationData = byName[`${operation.id}Operation`];

    it(`${operation.path} answers its example, both sides valid`, async () => {
      const [example] = operation.examples.filter(({ response }) => response['ret'] === 0);
      if (example === undefined || operationData === undefined || platform === undefined)
        throw new Error('no example of success');
      const caller = client.createClient({ baseUrl: served.url, apps, checks });
      seen.length = 0;
      const reply = await caller.call(operationData, inputOf(operation, example), { platform });
      expect(reply).toMatchObject({ ret: 0 });
      expect(seen[0]?.path).toBe(operation.path);
      const endpoint = operation.path as Endpoint;
      if (operation.hasBody) {
        const sent: unknown = JSON.parse(seen[0]?.body ?? '');
        expect(validateRequest(endpoint, sent)).toEqual({ ok: true, value: sent });
      } else expect(seen[0]?.body).toBe('');
      expect(validateResponse(endpoint, reply)).toEqual({ ok: true, value: reply });
    });

    it(`${operation.path} fails with each documented code as its typed error`, async () => {
      const [example] = operation.examples;
      if (example === undefined || operationData === undefined || platform === undefined)
        throw new Error('no example');
      for (const table of operation.tables)
        for (const row of table.codes) {
          const code = row.code ?? 0;
          // 0 is success wherever it stands, and not an error to provoke.
          if (code === 0 && row.match === undefined) continue;
          const prefer =
            row.match === undefined
              ? `code=${code}; table=${table.id}`
              : `table=${table.id}; match=${encodeURIComponent(row.match)}`;
          const caller = client.createClient({
            baseUrl: served.url,
            apps,
            checks,
          });
          const error = await caller
            .call(operationData, inputOf(operation, example), { platform, headers: { prefer } })
            .then(
              () => undefined,
              (reason: unknown) => reason,
            );
          const where = `${table.id} ${row.match ?? code}`;
          expect(error, where).toBeInstanceOf(client.ApiError);
          const found = error as client.ApiError;
          const [owner, meant] = meantBy(operation.tables, table, row);
          expect(found.table, where).toBe(owner.id);
          expect(found.action, where).toBe(meant.action);
          expect(found.retry, where).toBe(meant.retry);
          expect(client.explainError(found, 'zh')?.meaning, where).toBe(meant.text.zh);
        }
    });
  }
});
