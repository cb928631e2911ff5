import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClient, type Result } from '../../generated/client/index.js';
import { validateResponse, type Endpoint } from '../../generated/validators/index.js';
import type { Operation } from '../../generator/model/index.js';
import type { Json } from '../support/broken-facts.js';
import { specModel } from '../support/catalogue.js';
import { apps, capturing, inputOf, operationOf } from '../support/client-calls.js';
import {
  anyForm,
  loosened,
  obstaclesIn,
  replyMembersOf,
  sameValue,
  type Choose,
} from '../support/loosened.js';

const model = specModel();

/** What a client reads in a reply. */
async function readBy(operation: Operation, reply: Json): Promise<Result<object>> {
  const [example] = operation.examples;
  if (example === undefined) throw new Error('no example');
  const { transport } = capturing(reply);
  const client = createClient({ baseUrl: 'http://msdk.example', apps, transport });
  const platform = operation.platforms[0];
  return client.call(operationOf(operation), inputOf(operation, example), { platform }).result();
}

/** Choices by numbers: a value stays as it is more often than not. */
function choosing(numbers: readonly number[]): Choose {
  let at = 0;
  return (options) => {
    const number = numbers[at++ % numbers.length] ?? 0;
    const isChanged = number % 5 === 0;
    return (
      options[isChanged ? Math.floor(number / 5) % options.length : 0] ?? (options[0] as never)
    );
  };
}

const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 40 }).map(choosing);

/** The replies of success among an operation's examples. */
function repliesOf({ examples }: Operation): Json[] {
  return examples.map(({ response }) => response as Json).filter(({ ret }) => ret === 0);
}

/** Everything that the strict schema says against a reply but members not yet known. */
function strictly(operation: Operation, reply: object): string[] {
  const { envelope, path, response } = operation;
  // No type declares the class of an error, and none demands a text.
  const declared = Object.entries(reply).filter(
    ([name]) => name !== 'err_type' || response.some((member) => member.name === name),
  );
  const verdict = validateResponse(path as Endpoint, Object.fromEntries(declared));
  const findings = verdict.ok ? [] : verdict.findings;
  return findings
    .map(({ code, pointer }) => `${code} ${pointer}`)
    .filter(
      (found) => !found.startsWith('unknown-member ') && found !== `missing-member /${envelope}`,
    );
}

const operations = model.operations.map((operation) => [operation.path, operation] as const);

describe('a reply in the loose forms of the wire', () => {
  it.each(operations)(
    '%s is read as the same values, however they are written',
    async (_path, operation) => {
      const members = replyMembersOf(operation);
      for (const reply of repliesOf(operation)) {
        expect(await readBy(operation, reply)).toEqual({ ok: true, data: reply });
        await fc.assert(
          fc.asyncProperty(choices, async (choose) => {
            const loose = loosened(reply, members, sameValue, choose);
            const path = operation.path as Endpoint;
            expect(validateResponse(path, loose, { lenient: true })).toMatchObject({ ok: true });
            expect(await readBy(operation, loose)).toEqual({ ok: true, data: reply });
          }),
          { numRuns: 20 },
        );
      }
    },
  );

  it.each(operations)(
    '%s is read where the lenient validator takes it, but for the known differences',
    async (_path, operation) => {
      const members = replyMembersOf(operation);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...repliesOf(operation)),
          choices,
          fc.constantFrom<Json>({}, {}, { later: { yet: ['unknown'] } }, { err_type: 5 }),
          fc.subarray(
            members.filter(({ presence }) => !presence.required).map(({ name }) => name),
            {
              maxLength: 2,
            },
          ),
          async (reply, choose, more, dropped) => {
            const loose = { ...loosened(reply, members, anyForm, choose), ...more };
            for (const name of dropped) Reflect.deleteProperty(loose, name);
            loose['ret'] = choose([0, '0', '00', '-0']);
            const path = operation.path as Endpoint;
            expect(validateResponse(path, loose, { lenient: true })).toMatchObject({ ok: true });
            const obstacles = obstaclesIn(loose, members);
            const result = await readBy(operation, loose);
            const shown = JSON.stringify({ loose, obstacles, result });
            expect(result.ok, shown).toBe(obstacles.length === 0);
            if (result.ok) expect(strictly(operation, result.data), shown).toEqual([]);
            else {
              expect(result.error.kind, shown).toBe('reply');
              expect(
                obstacles.map(([pointer]) => pointer),
                shown,
              ).toContain(result.error.kind === 'reply' ? result.error.pointer : '');
            }
          },
        ),
        { numRuns: 50 },
      );
    },
  );

  it.each([true, false, '', null])(
    'has no ret where the lenient validator takes %j for one',
    async (ret) => {
      for (const operation of model.operations) {
        const [reply] = repliesOf(operation);
        const loose = { ...reply, ret };
        const path = operation.path as Endpoint;
        expect(validateResponse(path, loose, { lenient: true }).ok).toBe(true);
        expect(await readBy(operation, loose)).toMatchObject({
          ok: false,
          error: { kind: 'reply', pointer: '/ret' },
        });
      }
    },
  );

  it('meets every known difference', () => {
    const seen = new Set<string>();
    for (const operation of model.operations)
      for (const reply of repliesOf(operation))
        for (let form = 0; form < 30; form++) {
          const members = replyMembersOf(operation);
          const loose = loosened(reply, members, anyForm, (all) => all[form % all.length] as never);
          for (const [, what] of obstaclesIn(loose, members)) seen.add(what);
        }
    expect([...seen].sort()).toEqual([
      'a text that holds something else',
      'a text that lacks a member',
      'an integer beyond 2^53',
      'nothing at a demanded member',
    ]);
  });
});
