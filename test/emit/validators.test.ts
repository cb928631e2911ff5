import { describe, expect, it } from 'vitest';
import {
  validateRequest,
  validateResponse,
  type Endpoint,
  type Finding,
} from '../../generated/validators/index.js';
import type { Operation, Struct } from '../../generator/model/index.js';
import { mutationsOf, type Mutation } from '../support/broken-facts.js';
import { specModel } from '../support/catalogue.js';

const model = specModel();

function expectRefused(
  verdict: ReturnType<typeof validateRequest>,
  { what, pointer }: Mutation,
): void {
  const pointers = verdict.ok ? [] : verdict.findings.map((finding: Finding) => finding.pointer);
  expect(pointers, `${what} at ${pointer}`).toContain(pointer);
}

describe('the compiled validators', () => {
  for (const operation of model.operations as readonly (Operation & {
    structs: readonly Struct[];
  })[]) {
    const endpoint = operation.path as Endpoint;
    it(`${endpoint} accepts each example, strictly and leniently`, () => {
      for (const { request, response } of operation.examples) {
        if (operation.hasBody)
          expect(validateRequest(endpoint, request)).toEqual({ ok: true, value: request });
        expect(validateResponse(endpoint, response)).toEqual({ ok: true, value: response });
        expect(validateResponse(endpoint, response, { lenient: true })).toEqual({
          ok: true,
          value: response,
        });
      }
    });

    it(`${endpoint} refuses each broken fact where it is broken`, () => {
      let broken = 0;
      for (const { request, response } of operation.examples) {
        if (operation.hasBody)
          for (const mutation of mutationsOf(operation.request, request)) {
            expectRefused(validateRequest(endpoint, mutation.payload), mutation);
            broken++;
          }
        if (response['ret'] !== 0) continue;
        for (const mutation of mutationsOf(operation.response, response)) {
          expectRefused(validateResponse(endpoint, mutation.payload), mutation);
          broken++;
        }
      }
      expect(broken).toBeGreaterThan(0);
    });
  }

  it('count bytes, not characters', () => {
    const [operation] = model.operations.filter(({ path }) => path === '/share/qq');
    const request = operation?.examples[0]?.request ?? {};
    const fits = { ...request, summary: '中'.repeat(15) };
    const tooLong = { ...request, summary: '中'.repeat(16) };
    expect(validateRequest('/share/qq', fits).ok).toBe(true);
    expect(validateRequest('/share/qq', tooLong)).toMatchObject({
      ok: false,
      findings: [
        { pointer: '/summary', message: 'must have at most 45 bytes of UTF-8; it has 48' },
      ],
    });
  });

  it('count the bytes of a whole message where the limit is one in all', () => {
    const [operation] = model.operations.filter(({ path }) => path === '/share/qq');
    const request = operation?.examples[0]?.request ?? {};
    const long = { ...request, image_url: `http://example.com/${'a'.repeat(700)}` };
    expect(validateRequest('/share/qq', long)).toMatchObject({
      ok: false,
      findings: [{ pointer: '' }],
    });
  });

  it('refuse an endpoint that there is not', () => {
    expect(() => validateRequest('/relation/nobody' as Endpoint, {})).toThrow(TypeError);
    expect(() => validateRequest('__proto__' as Endpoint, {})).toThrow(TypeError);
  });
});
