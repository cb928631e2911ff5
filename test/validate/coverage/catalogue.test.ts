// Law: a report asks for nothing that payloads cannot exercise, and the catalogue's examples exercise
// all that they show.
import { describe, expect, it } from 'vitest';
import { CoverageCounter, coverageOf } from '../../../generator/validate/coverage/index.js';
import { kinds } from '../../../generator/validate/coverage/report.js';
import type { ErrorKey, ErrorTable } from '../../../templates/runtime/error-table.js';
import { failureReply } from '../../../templates/runtime/mock/failure.js';
import { specModel } from '../../support/catalogue.js';
import { allFacts, allTables } from '../../support/catalogue-facts.js';

const model = specModel();
const facts = allFacts(model);
const tables = allTables(model);

describe('the examples of the catalogue', () => {
  it.each(facts.map((one, index) => [one.path, one, index] as const))(
    '%s: the members of its own are seen',
    (_path, one, index) => {
      const counter = new CoverageCounter(tables);
      const expected = {
        query: new Set<string>(),
        request: new Set<string>(),
        response: new Set<string>(),
      };
      for (const example of model.operations[index]?.examples ?? [])
        for (const part of ['query', 'request', 'response'] as const) {
          counter.add(one, part, example[part]);
          for (const { name } of one[part])
            if (Object.hasOwn(example[part], name)) expected[part].add(name);
        }
      const [endpoint] = coverageOf([one], tables, counter.counts()).endpoints;
      expect(endpoint?.isSeen).toBe(true);
      for (const part of ['query', 'request', 'response'] as const) {
        const unseen = new Set(endpoint?.groups[part].unseen);
        expect([...expected[part]].filter((name) => unseen.has(name))).toEqual([]);
      }
    },
  );

  it('count the error that each example of a failure shows', () => {
    const counter = new CoverageCounter(tables);
    let failures = 0;
    for (const [index, one] of facts.entries())
      for (const { response } of model.operations[index]?.examples ?? []) {
        counter.add(one, 'response', response);
        if (response['ret'] !== 0) failures++;
      }
    const errors = Object.entries(counter.counts()).filter(([key]) => key.startsWith('error '));
    const sum = errors.reduce((count, [, times]) => count + times, 0);
    expect(sum).toBeGreaterThan(0);
    expect(sum).toBeLessThanOrEqual(failures);
  });

  it('are all endpoints, and some of everything', () => {
    const counter = new CoverageCounter(tables);
    for (const [index, one] of facts.entries())
      for (const example of model.operations[index]?.examples ?? [])
        for (const part of ['query', 'request', 'response'] as const)
          counter.add(one, part, example[part]);
    const { kinds: ofKinds } = coverageOf(facts, tables, counter.counts());
    expect(ofKinds.endpoints).toEqual({ seen: facts.length, total: facts.length, percent: 100 });
    for (const name of kinds) expect(ofKinds[name].seen, name).toBeGreaterThan(0);
  });
});

/** Replies that tell an error of a table; a detail also in words that no other table knows. */
function repliesWith(table: ErrorTable, key: ErrorKey, envelope: 'msg' | 'message'): unknown[] {
  const text = typeof key === 'string' ? key : 'failed';
  const code = typeof key === 'number' ? key : typeof key === 'object' ? key[0] : -1;
  const reply = failureReply(envelope, table, code, text);
  const detail = { ...reply, [envelope]: `${table.command ?? ''} answers ret: ${code}` };
  return table.carriedBy === 'detail' ? [reply, detail] : [reply];
}

describe('the error codes of the catalogue', () => {
  it.each(facts.map((one) => [one.path, one] as const))(
    '%s: all that a report asks for can be exercised',
    (_path, one) => {
      const counter = new CoverageCounter(tables);
      for (const id of one.tables) {
        const table = tables.get(id);
        for (const [, , keys] of table?.rows ?? [])
          for (const key of keys)
            for (const reply of table ? repliesWith(table, key, one.envelope) : [])
              counter.add(one, 'response', reply);
      }
      const [endpoint] = coverageOf([one], tables, counter.counts()).endpoints;
      expect(endpoint?.groups.errors.unseen).toEqual([]);
    },
  );
});
