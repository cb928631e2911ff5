import { describe, expect, it } from 'vitest';
import { specModel } from '../support/catalogue.js';
import { bodyOf, callOf, calledMock, type Json } from '../support/mock-caller.js';

const { operations } = specModel();

/** The numbers that a row stands for: its own, and of a range the one in the middle, too. */
function numbersOf({ code, to }: { code?: number; to?: number }): number[] {
  // 0 is success, which no preference asks for.
  if (code === undefined || code === 0) return [];
  return to === undefined ? [code] : [code, to, Math.trunc((code + to) / 2)];
}

describe('every documented code', () => {
  it.each(operations)('of $path is answered on demand', async (operation) => {
    const { ask, call } = calledMock();
    const [path, body, extras] = callOf(operation);
    for (const table of operation.tables)
      for (const row of table.codes) {
        for (const code of numbersOf(row)) {
          const prefer = `code=${code}; table=${table.id}`;
          const reply = await ask(path, body, { ...extras, headers: { prefer } });
          expect(JSON.stringify(reply), prefer).toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`));
          expect(reply, prefer).toHaveProperty(operation.envelope);
        }
        if (row.match === undefined) continue;
        const prefer = `match=${encodeURIComponent(row.match)}`;
        const { reply } = await call(path, body, { ...extras, headers: { prefer } });
        expect(JSON.stringify(reply)).toContain(row.match);
      }
  });

  it('says in err_type what is to be done next', async () => {
    const classes = { retry: '1', reauthorise: '2', 'refresh-token': '3' } as Record<
      string,
      string
    >;
    for (const operation of operations.slice(0, 12)) {
      const { ask } = calledMock();
      const [path, body, extras] = callOf(operation);
      for (const table of operation.tables.filter(({ carriedBy }) => carriedBy === 'wrapped'))
        for (const { code = 0, action } of table.codes) {
          if (code === 0) continue;
          const headers = { prefer: `code=${code}; table=${table.id}` };
          const reply = await ask(path, body, { ...extras, headers });
          expect(reply['err_type']).toBe(classes[action] ?? '5');
        }
    }
  });
});

describe('a preference', () => {
  const path = '/auth/verify_login';
  const prefer = (text: string) =>
    calledMock().call(path, bodyOf(path), { headers: { prefer: text } });

  it.each([
    'code=123456789',
    'example=nobody',
    'code=-73; table=nothing',
    'match=nothing',
    'code=x',
    'fault=fire',
    'delay=-5',
    'delay=20ms',
  ])('for what is not documented is told so: %s', async (text) => {
    expect(await prefer(text)).toMatchObject({ status: 400 });
  });

  it.each(['respond-async', '', 'wait=10', '=;=,;', 'code=0'])(
    'that means nothing here is passed over: %s',
    async (text) => {
      expect(await prefer(text)).toMatchObject({ status: 200, reply: { ret: 0 } });
    },
  );

  it('comes after the layers: who is not let in is told so', async () => {
    const { ask } = calledMock();
    const headers = { prefer: 'code=-73' };
    expect(await ask(path, '', { headers })).toMatchObject({ ret: -501 });
  });

  it('comes before rules and handlers', async () => {
    const { mock, ask } = calledMock();
    mock.rule({ endpoint: path, answer: { code: -1 } });
    mock.handle(path, () => ({ ret: 5 }));
    expect(await ask(path, bodyOf(path), { headers: { prefer: 'code=-73' } })).toMatchObject({
      msg: expect.stringMatching(/^-73,/) as string,
    });
  });

  it('for an example gives that example', async () => {
    const { reply } = await prefer('example=password-changed');
    expect(reply).toEqual({
      ret: -10000,
      msg: '-73,the user modify password wrong',
    } satisfies Json);
  });
});
