import { describe, expect, it } from 'vitest';
import { createMock, operations } from '../../../generated/mock/index.js';
import { worldProblems } from '../../../templates/runtime/mock/scenario-check.js';
import { specModel } from '../../support/catalogue.js';

const requests = new Map(
  specModel().operations.map(({ path, examples }) => [
    path,
    examples.map(({ request }) => request),
  ]),
);

/** The members of a request with other texts: none, or those that programs stumble over. */
const changed = (request: object | undefined, text: string): unknown =>
  JSON.parse(JSON.stringify(request ?? {}), (_name, member: unknown) =>
    typeof member === 'string' ? text : member,
  );

describe('what the mock remembers', () => {
  it.each(['qq', 'G_', 'wx'])(
    'can be given back to it, whatever callers with %s said',
    async (app) => {
      const mock = createMock({ clock: '2026-01-31T12:00:00Z', seed: -5 });
      expect(worldProblems(mock.snapshot())).toEqual([]);
      for (const { path, query } of operations) {
        const names = ['timestamp', 'sig', 'encode', ...query];
        const all = new URLSearchParams(names.map((name) => [name, '1'] as [string, string]));
        all.set('appid', `${app}1`);
        for (const request of requests.get(path) ?? [])
          for (const body of [
            request,
            ...['', '/', '__proto__', '7'].map((text) => changed(request, text)),
          ])
            await mock.fetch(`http://mock${path}?${all.toString()}`, {
              method: 'POST',
              body: JSON.stringify(body),
            });
      }
      const snapshot = mock.snapshot();
      expect(snapshot.tokens?.length).toBeGreaterThan(4);
      expect(worldProblems(snapshot)).toEqual([]);
      expect(worldProblems(JSON.parse(JSON.stringify(snapshot)))).toEqual([]);
    },
  );
});
